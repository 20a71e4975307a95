import type { Entry, EvidenceForm } from '../../ledger.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { phrase } from '../../phrase.ts';
import { isTopic, placeIn } from '../../reply/substance.ts';
import type { Evidence, OfficeRecord, PaperQuestion } from '../contract.ts';
import type { Words } from '../form/words.ts';

type EvidenceEntry = Extract<Entry, { kind: 'evidence' }>;

/** 佐证: files by name and hash, 文号, and where paper lies; newest last. What was erased keeps its hash and its kind. */
export function evidenceOf({ evidence, entries, texts }: OfficeRecord): readonly Evidence[] {
  return (
    evidence ??
    entries.flatMap((entry) => {
      if (entry.kind === 'evidence') return [pieceOf(entry, texts)];
      return entry.kind === 'close-out' ? proofOf(entry, texts) : [];
    })
  );
}

function pieceOf(entry: EvidenceEntry, texts: OfficeRecord['texts']): Evidence {
  const { form, about, measure, problem, sha256, at, by, seq } = entry;
  const said = texts[entry.text?.id ?? ''];
  const lies = form === 'place' || form === 'location';
  return {
    id: sha256 ?? `entry-${seq}`,
    about,
    // What is about a measure or a problem as a whole names no occurrence.
    ...(measure !== undefined && about.length === 0 ? { measure } : {}),
    ...(problem === undefined ? {} : { problem }),
    name: nameOf(entry, said),
    ...(lies && said ? { place: placeIn(said) } : {}),
    ...(sha256 ? { sha256 } : {}),
    at,
    by,
  };
}

/** What a measure was handed in with for 销号, in the words of whoever did. */
function proofOf(entry: Extract<Entry, { kind: 'close-out' }>, texts: OfficeRecord['texts']): readonly Evidence[] {
  const { step, text, measure, seq, at, by } = entry;
  const name = texts[text?.id ?? ''];
  if (step !== 'submitted' || !name || !measure) return [];
  return [{ id: `entry-${seq}`, about: [], measure, name, at, by }];
}

/** What the platform sends without a name gets the ending of its kind, or no machine would open it. */
const endings: Readonly<Partial<Record<EvidenceForm, string>>> = { photo: '.jpg', voice: '.ogg', video: '.mp4' };

function nameOf({ form, seq }: EvidenceEntry, said: string | undefined): Words {
  const kind = phrase(`evidence-form-${form}`);
  if (form === 'place' || form === 'location') return kind;
  const ending = endings[form];
  return said ?? (ending ? phrase('report-evidence-unnamed', { kind, no: seq, ending }) : kind);
}

/** What proves these occurrences, the measures they belong to, or the problem itself. */
export function evidenceFor(
  record: OfficeRecord,
  facts: readonly OccurrenceFacts[],
  whole: { readonly measures: readonly string[]; readonly problem?: number | null | undefined },
): readonly Evidence[] {
  const ids = new Set(facts.map((f) => f.id));
  return evidenceOf(record).filter(
    ({ about, measure, problem }) =>
      about.some((id) => ids.has(id)) ||
      (measure !== undefined && whole.measures.includes(measure)) ||
      (problem !== undefined && problem === whole.problem),
  );
}

/** What a thing was about, in the words of those who reported it: distinct, in order of time; garbage is left out. */
export function topicsOf(facts: readonly OccurrenceFacts[], { record }: PaperQuestion): readonly string[] {
  const told = [...facts].sort((a, b) => a.due - b.due).map((f) => record.texts[f.settled?.topic?.id ?? '']?.trim());
  return [...new Set(told.flatMap((text) => (text && isTopic(text) ? [text] : [])))];
}

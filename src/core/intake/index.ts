import { phrase } from '../phrase.ts';
import { anchorsOf } from './anchors.ts';
import type { IntakeContext } from './context.ts';
import type { PlainDocument } from './document.ts';
import { doubtsOf } from './doubts.ts';
import type { Doubt, Draft, DraftProblem, PaperKind } from './draft.ts';
import type { Findings } from './findings.ts';
import { headerOf } from './header/index.ts';
import { isGrid, type Line, type Part, partsOf } from './lines.ts';
import { measuresOf } from './measures.ts';
import { paperKindOf } from './paper-kind.ts';
import { peopleIn } from './people.ts';
import { findingsOf, tellsOfThePast } from './readers.ts';
import { withSigns } from './signs.ts';
import { asInPaper, type Written, writer } from './written.ts';

export type { IntakeContext } from './context.ts';
export type { Block, Paragraph, Place, PlainDocument, Table } from './document.ts';
export type {
  Deadline,
  Doubt,
  DoubtCode,
  Draft,
  DraftDuty,
  DraftMeasure,
  DraftPerson,
  DraftProblem,
  DutyKind,
  Origin,
  PaperKind,
} from './draft.ts';
export { type DraftJson, draftJson } from './draft-json.ts';
export { planTextOf } from './plan-text.ts';
export { rosterOf } from './roster.ts';

/** Problems, measures and duties of a paper, every one with its own words and place, and all that is in doubt. */
export function draftOf(document: PlainDocument, context: IntakeContext): Draft {
  const parts = withSigns(partsOf(document));
  const header = headerOf(parts);
  const named = paperKindOf(header.title, parts);
  const found = findingsOf(named, parts, header.titleLines);
  // What tells problems and what is done about each is a plan, whatever it calls itself (“诊疗手册”).
  const kind = named === 'other' && answers(found) ? 'plan' : named;
  const written = writer(parts);
  const problems = problemsOf(found, written);
  const anchors = anchorsOf(header, parts, context);
  const people = peopleIn(parts, ownersOf(found, parts));
  const read = measuresOf({
    kind,
    found,
    problems: problemsOf(found, (piece) => piece),
    anchors,
    header,
    names: people.map(({ name }) => name),
    context,
  });
  const measures = read.map(({ measure }) => asInPaper(measure, written));
  const author =
    header.author && kind === 'self-examination'
      ? [{ name: header.author.name, post: header.author.post, department: null, place: header.author.line.place }]
      : [];
  const draft = {
    kind,
    title: header.title,
    organization: header.organization,
    date: header.date,
    feedback: header.feedback,
    claimed: header.claimed,
    people: [...author, ...people.filter(({ name }) => name !== header.author?.name)],
    problems,
    causes: found.causes.map(({ text, place }) => ({ text: written(text, place), place })),
    measures,
  };
  const doubts = doubtsOf({
    draft,
    duties: read.map(({ duties }) => duties),
    unclear: read.map(({ unclear }) => unclear),
    yearMissing: read.some(({ yearMissing }) => yearMissing),
    unreadable: new Set(read.flatMap(({ duties }) => duties.filter((duty) => duty.unreadable))),
    today: context.today,
  });
  return { ...draft, doubts: [...wholeDoubts(document, parts, kind, draft), ...doubts] };
}

function answers({ problems, measures }: Findings): boolean {
  return problems.length > 1 && measures.filter((measure) => measure.problems.length > 0).length >= problems.length;
}

function wholeDoubts(
  document: PlainDocument,
  parts: readonly Part[],
  kind: PaperKind,
  draft: Pick<Draft, 'problems' | 'measures'>,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const add = (code: Doubt['code'], about: string): void =>
    void doubts.push({ code, about: phrase(about), same: code });
  for (const what of document.ignored ?? []) add(what, `intake-${what}`);
  if (!parts.length) add('no-text', 'intake-no-text');
  else if (tellsOfThePast(kind)) add('past-kind', `intake-past-${kind}`);
  else if (!draft.problems.length && !draft.measures.length) add('nothing-found', 'intake-nothing-found');
  return doubts;
}

function problemsOf(found: Findings, written: Written): readonly DraftProblem[] {
  const numbers = found.problems.map(({ no }) => no);
  const own = numbers.every((no) => no !== undefined && no > 0) && new Set(numbers).size === numbers.length;
  return found.problems.map(({ no, aspect, text, example, place }, i) => ({
    no: own ? no! : i + 1,
    aspect: aspect && written(bareAspect(aspect), place),
    text: written(text, place),
    example: example && written(example, place),
    place,
  }));
}

/** 在理论武装方面存在的问题 is about 理论武装; a heading 理论武装方面 stays as it is written. */
function bareAspect(aspect: string): string {
  return aspect.replace(/^(?:在|关于|对照)(.{2,}?)方面(?:存在)?(?:的?(?:主要|突出)?问题)?$/, '$1');
}

function ownersOf(found: Findings, parts: readonly Part[]): Parameters<typeof peopleIn>[1] {
  const any = parts.flatMap((part): readonly Line[] => (isGrid(part) ? part.rows.flat() : [part]))[0];
  return found.measures.flatMap((measure) =>
    [measure.owner, measure.lead].flatMap((text) =>
      text && any
        ? [
            {
              text,
              department: text === measure.owner ? measure.department : null,
              line: { ...any, place: measure.place },
            },
          ]
        : [],
    ),
  );
}

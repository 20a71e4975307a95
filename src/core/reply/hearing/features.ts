import type { ItemKind } from '../contract.ts';
import type { Found } from '../found.ts';

/** A longer run of Han characters hardly comes twice. */
const LONGEST_RUN = 4;
const LONGEST_EDGE = 3;
const LONGEST_PHRASE = 3;
const MOST_CLAUSES = 12;
/** Of one clause: so that a clause without end costs no more than a long one. */
const MOST_CUES = 14;

/** Signs that turn a meaning wherever in the clause they stand: 没…了, 等…再, 才…完. */
const CUES = new Set(
  '没未还不了过完好要会准等就才已早刚下明后再吗呢吧差剩都全也只先但可说让请替代把被给去来到齐的得毕成定想忘本原以为该若如谁几多少PTDBEFNG0?',
);

/**
 * What is weighed of a sound (`soundOf`): its runs of up to four characters, its phrases of up to three Latin words, what
 * its first, later and last clauses are made of, how they begin and end, which turning signs follow each other in them, how
 * many there are, and what kind of duty was reminded of.
 */
export function soundFeatures(sound: string, kind: ItemKind): readonly string[] {
  const found = new Set<string>([`kind ${kind}`]);
  for (const run of `^${sound}$`.match(/[^a-z'\s]+/g) ?? []) addRuns(found, '', run, LONGEST_RUN);
  if (/[a-z]{2}/.test(sound)) addPhrases(found, ['^', ...(sound.match(/[a-z']+|[PTDBEFNG0?✅]/g) ?? []), '$']);
  const clauses = sound.split(/[,。;!\n]+/).filter(Boolean);
  clauses.slice(0, MOST_CLAUSES).forEach((clause, i) => {
    addRuns(found, i === 0 ? 'first ' : i === clauses.length - 1 ? 'last ' : 'later ', clause, 2);
    addShape(found, clause);
  });
  found.add(`clauses ${Math.min(clauses.length, 5)}`);
  return [...found];
}

/**
 * What the rules found, as more to weigh: they know what a day, a deadline or a denial is, and are wrong in ways that can
 * be learned.
 */
export function foundFeatures({ read, labels, asked, promised }: Found, kind: ItemKind): readonly string[] {
  const kinds = [...new Set(labels)].sort();
  const all = kinds.join('+');
  return [
    `read ${read}`,
    `read ${read} of ${kind}`,
    `read ${read} in ${Math.min(labels.length, 4)}`,
    `read ${read} from ${all}`,
    `all ${all}`,
    `asked ${asked}`,
    `promised ${promised}`,
    `promised ${promised}, read ${read}`,
    `promised ${promised}, closes ${labels.at(-1)}`,
    `opens ${labels[0]}`,
    `closes ${labels.at(-1)}`,
    ...kinds.map((label) => `holds ${label}`),
    ...new Set(labels.slice(1, MOST_CLAUSES).map((label, i) => `${labels[i]} then ${label}`)),
  ];
}

function addRuns(found: Set<string>, place: string, run: string, longest: number): void {
  // By code points: half of an emoji is no sign.
  const signs = [...run];
  for (let size = 1; size <= longest; size++)
    for (let at = 0; at + size <= signs.length; at++) found.add(place + signs.slice(at, at + size).join(''));
}

function addPhrases(found: Set<string>, words: readonly string[]): void {
  for (let size = 1; size <= LONGEST_PHRASE; size++)
    for (let at = 0; at + size <= words.length; at++) found.add(`~${words.slice(at, at + size).join(' ')}`);
}

/** How a clause begins and ends, which signs stand one apart, and which of the cues come in which order. */
function addShape(found: Set<string>, clause: string): void {
  const signs = [...clause];
  for (let size = 1; size <= LONGEST_EDGE; size++)
    found.add(`begins ${signs.slice(0, size).join('')}`).add(`ends ${signs.slice(-size).join('')}`);
  for (let at = 0; at + 2 < signs.length; at++) found.add(`${signs[at]}_${signs[at + 2]}`);
  const cues = signs.filter((sign) => CUES.has(sign)).slice(0, MOST_CUES);
  cues.forEach((cue, i) => {
    for (const next of cues.slice(i + 1)) found.add(`${cue}…${next}`);
  });
}

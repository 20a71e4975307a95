import { type Phrase, phrase } from '../phrase.ts';
import type { Facts, Intent, OpenItem, ReplyPerson, ReplyReading, Targets } from './contract.ts';

/** A reading in words, one line per fact: what the operator sees, and what an echo is made of. */
export function explainReading(
  reading: ReplyReading,
  people: readonly ReplyPerson[],
  meant?: { readonly targets: readonly Targets[]; readonly open: readonly OpenItem[] },
): readonly Phrase[] {
  const name = (id: string): string => people.find((p) => p.id === id)?.name ?? id;
  const several = reading.acts.length > 1;
  const whichOf = (i: number): readonly Phrase[] =>
    meant?.targets[i] ? [whichLine(meant.targets[i], meant.open)] : [];
  return [
    ...(several ? [] : [...lines(reading, name), ...whichOf(0)]),
    ...(several
      ? reading.acts.flatMap((act, i) => [
          phrase('reply-act', { n: i + 1, text: act.text }),
          ...lines(act, name),
          ...whichOf(i),
        ])
      : []),
    ...swayedLines(reading),
    ...(reading.pick ? [phrase('reply-pick', { number: reading.pick.number })] : []),
    ...(reading.corrects ? [phrase('reply-corrects')] : []),
    ...reading.evidence.map((e) => phrase('reply-evidence', { text: e.text })),
    ...reading.sensitive.map((s) => phrase('reply-sensitive', { what: phrase(`reply-sensitive-${s.kind}`) })),
  ];
}

const intentPhrase = (intent: Intent): Phrase => phrase(`reply-intent-${intent.replace('_', '-')}`);

/** Which of the things open is meant, or between which the bot would ask. */
function whichLine(target: Targets, open: readonly OpenItem[]): Phrase {
  const titles = (ids: readonly string[]) => open.filter((i) => ids.includes(i.occurrence)).map((i) => i.title);
  if (!('ask' in target)) return phrase('reply-meant', { value: titles(target.occurrences) });
  return target.ask.length === 0 ? phrase('reply-meant-none') : phrase('reply-asks', { value: titles(target.ask) });
}

/** The rules read one thing, and the ear moved it to another: the operator sees why. */
function swayedLines({ swayed }: ReplyReading): readonly Phrase[] {
  if (!swayed) return [];
  return [phrase('reply-swayed', { intent: intentPhrase(swayed.read), percent: Math.round(swayed.likely * 100) })];
}

function lines(facts: Facts, name: (id: string) => string): readonly Phrase[] {
  const found: Phrase[] = [phrase('reply-intent', { intent: intentPhrase(facts.intent) })];
  const add = (id: string, value: string | number | null | readonly (string | number | Phrase)[]): void => {
    if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      found.push(phrase(id, { value }));
  };
  add('reply-date', facts.date && (facts.time ? `${facts.date} ${facts.time}` : facts.date));
  add('reply-people', facts.people.map(name));
  add(
    'reply-unresolved',
    facts.unresolved.map((u) => u.name),
  );
  add('reply-until', facts.until);
  add('reply-stand-in', facts.delegateTo && name(facts.delegateTo));
  add('reply-topic', facts.topic);
  add('reply-on-behalf', facts.onBehalfOf && name(facts.onBehalfOf));
  add(
    'reply-absent',
    facts.absent.map((a) =>
      a.reason ? `${a.person ? name(a.person) : a.name} (${a.reason})` : a.person ? name(a.person) : a.name,
    ),
  );
  add('reply-expected', facts.expected);
  add('reply-present', facts.present);
  add('reply-away-until', facts.awayUntil);
  add('reply-merged', facts.mergedInto);
  if (facts.void) found.push(phrase('reply-void'));
  return found;
}

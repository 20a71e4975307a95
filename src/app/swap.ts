import { type Recorded, recordDone, together } from '../core/check-in.ts';
import { recordFreed } from '../core/extension.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { answer, dayDone, recordedMessage } from '../core/wording/echo.ts';
import { comrade, mattersOf, nameOf, reasonPhrase, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { tellPartners, unsay } from './partners.ts';
import { refusals } from './report.ts';
import { saidFor } from './said-for.ts';
import { tellChange } from './take-back.ts';

/** The talk was with somebody else: that pair is credited, the other one is owed again and has two working days. */
export async function amendPeople(
  ask: Ask,
  wrong: readonly OccurrenceFacts[],
  reading: ReplyReading,
  reason?: string,
): Promise<Reply> {
  const { people, takenBack } = reading;
  const [first] = wrong;
  const open = await ask.world.store.ledger.askedOf(ask.office.org, first!.asked);
  const right = open.filter(
    (f) => f.duty === first!.duty && f.slot === first!.slot && f.counterpart && people.includes(f.counterpart),
  );
  // 没跟陈谈，是跟周谈的: whoever else was reported with them stays as they were.
  const named = wrong.filter((f) => takenBack.includes(f.counterpart!));
  const gone = named.length > 0 ? named : wrong.filter((f) => !people.includes(f.counterpart!));
  if (right.length === 0) {
    const names = people.map((p) => nameOf(ask.office.plan, p));
    return { message: answer(phrase('amend-nobody', { names })) };
  }
  return swap(ask, gone, right, reason);
}

/** What is owed beside what a correction touched: it is among those who are left. */
async function others({ world, office }: Ask, { occurrences }: Recorded): Promise<readonly OccurrenceFacts[]> {
  const [first] = occurrences;
  const open = first ? await world.store.ledger.askedOf(office.org, first.asked) : [];
  return open.filter((f) => occurrences.every((o) => o.id !== f.id));
}

/** 改人: the pairs that were wrong are set free, the right ones take their day. */
export async function swap(
  ask: Ask,
  wrong: readonly OccurrenceFacts[],
  right: readonly OccurrenceFacts[],
  reason?: string,
): Promise<Reply> {
  const { office, said } = ask;
  const day = dayDone(wrong[0] ?? right[0]!, office.plan);
  const freed = recordFreed(wrong, said, reason ?? 'wrong-person', office.plan.organization);
  const done = together(right.map((f) => recordDone([f], saidFor(ask, f), { carriedOut: day })));
  if (done.occurrences.length === 0) return { message: answer(...refusals(done, right, ask)) };
  const title = (facts: readonly OccurrenceFacts[]) => titlePhrase(mattersOf(facts)[0]!, office.plan);
  const change = phrase('change-people', {
    person: comrade(office.plan, ask.speaker),
    before: title(wrong.length > 0 ? wrong : right),
    after: title(done.occurrences),
  });
  const why = reason === undefined ? [] : [phrase('change-why', { reason: reasonPhrase(reason) })];
  const recorded: Recorded = together([freed, done]);
  return {
    recorded,
    message: recordedMessage(done.occurrences, office.plan, [...(await others(ask, recorded)), ...freed.occurrences]),
    shows: [...wrong, ...right].map((f) => f.id),
    notices: [...tellChange(ask, change, ...why), ...(await unsay(ask, wrong)), ...tellPartners(ask, done.occurrences)],
    toast: phrase('toast-recorded'),
  };
}

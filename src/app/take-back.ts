import { DAY, dateAt, type LocalDate } from '../core/calendar.ts';
import { type Done, type Recorded, recordDone, recordFreed, recordUndone, together } from '../core/check-in.ts';
import { addDuration } from '../core/duration.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { fullDay, whenDue } from '../core/wording/dates.ts';
import { answer, dayDone, recordedMessage } from '../core/wording/echo.ts';
import { comrade, mattersOf, nameOf, reasonPhrase, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { type Office, rolesOf } from './office.ts';
import { refusals, saidFor } from './report.ts';

/** How far back 更正 reaches without a button. */
const CORRECTED_DAYS = 60;

/** 撤回: the last report of the speaker, or the one a button names, within the office's window. */
export async function takeBack(ask: Ask, named: readonly OccurrenceFacts[] | undefined): Promise<Reply> {
  const { office, said } = ask;
  const { organization } = office.plan;
  const since = addDuration(said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  const facts = (named ?? (await reportsSince(ask, since))).filter((f) => mayTakeBack(office, ask.speaker, f));
  if (facts.length === 0) return { message: answer(phrase('undo-nothing')) };
  if (facts.some((f) => f.settled!.at < since)) return askReason(ask, facts, 'undo-too-late');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  return {
    recorded: recordUndone(facts, said),
    message: answer(phrase('undone', { title, when: whenDue(matter!.first, organization.zone, said.at) })),
    shows: facts.map((f) => f.id),
    notices: tellChange(ask, phrase('change-undone', { person: comrade(office.plan, ask.speaker), title })),
  };
}

/** 更正: also after the window, with a reason. What was wrongly credited is set free and not blamed. */
export async function correct(ask: Ask): Promise<Reply> {
  const { office, said, action, words, speaker } = ask;
  const named = action ? ask.facts : await reportsSince(ask, said.at - CORRECTED_DAYS * DAY);
  const facts = named.filter((f) => mayTakeBack(office, speaker, f));
  if (facts.length === 0) return { message: answer(phrase('undo-nothing')), toast: phrase('toast-not-undone') };
  const reason = action?.with?.reason ?? (words.trim() || undefined);
  if (typeof reason !== 'string') return askReason(ask, facts, 'correct-why');
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const recorded = recordFreed(facts, said, reason, office.plan.organization);
  const freed = recorded.occurrences[0]!;
  const when = whenDue(freed, office.plan.organization.zone, said.at);
  const change = { person: comrade(office.plan, speaker), title, reason: reasonPhrase(reason) };
  return {
    recorded,
    message: answer(phrase('corrected', { title, when, reason: reasonPhrase(reason) })),
    shows: facts.map((f) => f.id),
    notices: tellChange(ask, phrase('change-corrected', change)),
    toast: phrase('toast-undone'),
  };
}

const reasons = ['wrong-item', 'not-done', 'wrong-person', 'other'] as const;

function askReason(ask: Ask, facts: readonly OccurrenceFacts[], head: 'undo-too-late' | 'correct-why'): Reply {
  const about = facts.map((f) => f.id);
  const choices = reasons.map((reason): Choice => {
    const label = phrase(`correct-reason-${reason}`);
    return { id: reason, label, action: { command: 'correct', about, with: { reason } } };
  });
  const [matter] = mattersOf(facts);
  const asked = [phrase(head), phrase('correct-which', { title: titlePhrase(matter!, ask.office.plan) })];
  return askBack(ask, { question: 'why', head: asked, choices, free: { command: 'correct', about } });
}

async function reportsSince(ask: Ask, since: number): Promise<readonly OccurrenceFacts[]> {
  const settled = await ask.world.store.ledger.settledBetween(ask.office.org, since, ask.said.at + 1);
  return lastReport(settled.filter((f) => f.settled?.by === ask.speaker));
}

function mayTakeBack(office: Office, speaker: PersonId, { settled }: OccurrenceFacts): boolean {
  if (!settled || settled.how === 'gap' || settled.how === 'vacant') return false;
  return settled.by === speaker || settled.onBehalfOf === speaker || rolesOf(office, speaker).includes('secretary');
}

/** All that was settled by the same words as the latest. */
function lastReport(settled: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  const latest = settled.reduce<OccurrenceFacts | undefined>(
    (a, b) => (a && a.settled!.at >= b.settled!.at ? a : b),
    undefined,
  );
  return latest ? settled.filter((f) => f.settled!.source === latest.settled!.source) : [];
}

/** 不是和王，是和陈; 不是周四，是周三; 实到20: taken back and recorded anew with the right value, both entries stay. */
export async function amend(ask: Ask, facts: readonly OccurrenceFacts[], reading: ReplyReading): Promise<Reply> {
  const { zone } = ask.office.plan.organization;
  const talks = facts.filter((f) => f.counterpart !== undefined);
  const others = reading.people.filter((p) => talks.every((f) => f.counterpart !== p));
  if (talks.length > 0 && others.length > 0) return amendPeople(ask, talks, reading.people);
  const today = dateAt(ask.said.at, zone);
  const { expected, present } = reading;
  const figures = expected !== null || present !== null;
  // The day of the message is what every sentence without a day says: then the day stays as it was.
  const day = reading.date && (reading.date !== today || !figures) ? reading.date : undefined;
  if (!day && !figures) return { message: answer(phrase('amend-what')) };
  const attendance = (f: OccurrenceFacts) => ({
    ...f.settled?.attendance,
    ...(expected === null ? {} : { expected }),
    ...(present === null ? {} : { present }),
  });
  return anew(ask, facts, (f) => ({
    carriedOut: day ?? f.settled?.carriedOut,
    ...(figures || f.settled?.attendance ? { attendance: attendance(f) } : {}),
    topic: f.settled?.topic,
  }));
}

/** It was carried out on another day than was recorded. */
export async function amendDate(ask: Ask, facts: readonly OccurrenceFacts[], day: LocalDate): Promise<Reply> {
  return anew(ask, facts, ({ settled }) => ({
    carriedOut: day,
    attendance: settled?.attendance,
    topic: settled?.topic,
  }));
}

function anew(ask: Ask, facts: readonly OccurrenceFacts[], doneOf: (facts: OccurrenceFacts) => Done): Reply {
  const { office, said } = ask;
  const { zone } = office.plan.organization;
  const days = facts.map((f) => doneOf(f).carriedOut).filter((d) => d !== undefined);
  if (days.some((day) => day > dateAt(said.at, zone))) return { message: answer(phrase('amend-future')) };
  const undone = recordUndone(facts, said, 'amended');
  const again = together(
    undone.occurrences.map((f) => recordDone([f], saidFor(ask, f), doneOf(facts.find((one) => one.id === f.id)!))),
  );
  if (again.occurrences.length === 0) return { message: answer(...refusals(again, undone.occurrences, ask)) };
  const [before, after] = [facts[0]!, again.occurrences[0]!];
  const change = phrase('change-day', {
    person: comrade(office.plan, ask.speaker),
    title: titlePhrase({ facts: [after], first: after }, office.plan),
    before: fullDay(dayDone(before, office.plan)),
    after: fullDay(dayDone(after, office.plan)),
  });
  return {
    recorded: together([undone, again]),
    message: recordedMessage(again.occurrences, office.plan, []),
    shows: facts.map((f) => f.id),
    notices: tellChange(ask, change),
  };
}

/** The talk was with somebody else: that pair is credited, the other one is owed again and has two working days. */
async function amendPeople(ask: Ask, wrong: readonly OccurrenceFacts[], people: readonly PersonId[]): Promise<Reply> {
  const [first] = wrong;
  const open = await ask.world.store.ledger.askedOf(ask.office.org, first!.asked);
  const right = open.filter(
    (f) => f.duty === first!.duty && f.slot === first!.slot && f.counterpart && people.includes(f.counterpart),
  );
  const stays = wrong.filter((f) => people.includes(f.counterpart!));
  const gone = wrong.filter((f) => !stays.includes(f));
  if (right.length === 0) {
    const names = people.map((p) => nameOf(ask.office.plan, p));
    return { message: answer(phrase('amend-nobody', { names })) };
  }
  return swap(ask, gone, right);
}

/** 改人: the pairs that were wrong are set free, the right ones take their day. */
export function swap(ask: Ask, wrong: readonly OccurrenceFacts[], right: readonly OccurrenceFacts[]): Reply {
  const { office, said } = ask;
  const day = dayDone(wrong[0] ?? right[0]!, office.plan);
  const freed = recordFreed(wrong, said, 'wrong-person', office.plan.organization);
  const done = together(right.map((f) => recordDone([f], saidFor(ask, f), { carriedOut: day })));
  if (done.occurrences.length === 0) return { message: answer(...refusals(done, right, ask)) };
  const title = (facts: readonly OccurrenceFacts[]) => titlePhrase(mattersOf(facts)[0]!, office.plan);
  const change = phrase('change-people', {
    person: comrade(office.plan, ask.speaker),
    before: title(wrong.length > 0 ? wrong : right),
    after: title(done.occurrences),
  });
  const recorded: Recorded = together([freed, done]);
  return {
    recorded,
    message: recordedMessage(done.occurrences, office.plan, freed.occurrences),
    shows: [...wrong, ...right].map((f) => f.id),
    notices: tellChange(ask, change),
    toast: phrase('toast-recorded'),
  };
}

/** The secretary sees what changed, in her next message: nobody is woken for it. */
function tellChange({ office, said, speaker }: Ask, text: Phrase): readonly Notice[] {
  const secretary = secretaryOf(office.plan);
  if (!secretary || secretary === speaker) return [];
  const to = toPerson(secretary);
  return [{ id: `change@${said.source}~${to}`, kind: 'aside', to, at: said.at, message: answer(text) }];
}

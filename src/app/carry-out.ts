import { randomUUID } from 'node:crypto';
import { type Done, recordNote, together } from '../core/check-in.ts';
import { personOf } from '../core/holder.ts';
import { recordSeen } from '../core/mute.ts';
import type { Attendance, OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { maskedText } from '../core/reply/mask.ts';
import { hoursIn, saysAllCame, saysPresented, saysWhoSpoke } from '../core/reply/record-words.ts';
import { reasonKind } from '../core/reply/sayings.ts';
import { tellsOfWork } from '../core/reply/substance.ts';
import { answer, nextSaid, seenMessage, withMore } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import { askCancelled } from './cancel.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { more } from './commands/more.ts';
import { perMatter } from './joined.ts';
import { knownPeople } from './known-people.ts';
import { requestLeave } from './leave.ts';
import { confided, type Meaning } from './meaning.ts';
import { requestMove } from './move.ts';
import { askName } from './names.ts';
import { dutyIn } from './office.ts';
import { detailIn, lineIn, reportLine } from './progress-line.ts';
import { reportDone } from './report.ts';
import { delegateTo } from './stand-in.ts';
import { sealed } from './text.ts';

/** One act of a sentence, carried out on the occurrences it is about. `text` is kept only where it may be. */
export async function carryOut(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  act: Meaning,
  text?: string,
): Promise<Reply> {
  if (facts.length === 0) return { message: answer(phrase('nothing-open')) };
  const meant = withoutPrivate(confided(facts, ask.office) ? withoutContent(act) : act);
  if (meant.void) return askCancelled(ask, facts, meant);
  switch (meant.intent) {
    case 'done':
      return askName(ask, facts, meant) ?? doneAs(ask, facts, knownPeople(ask, facts, meant), text);
    case 'postpone':
      if (!meant.until) return more.run({ ...ask, facts });
      return requestMove(ask, facts, meant.until, meant.reason ?? '', text ?? '');
    case 'excuse':
      return perMatter(facts, (one) => requestLeave(ask, one, meant.reason ?? ''));
    case 'delegate':
      return perMatter(facts, (one) => delegateTo(ask, one, meant));
    case 'acknowledge':
      return {
        recorded: recordSeen(facts, ask.said),
        message: seenMessage(facts, ask.office.plan, ask.said.at, ask.speaker),
      };
    case 'progress':
    case 'not_done': {
      const line =
        text !== undefined && (meant.intent === 'progress' || tellsOfWork(text)) ? lineIn(facts, text) : undefined;
      return line ? reportLine(ask, facts, {}, line) : note(ask, facts, meant.intent, text);
    }
    default:
      return { message: answer(phrase('not-understood-one')) };
  }
}

async function doneAs(ask: Ask, facts: readonly OccurrenceFacts[], meant: Meaning, text?: string): Promise<Reply> {
  const [done, texts] = doneOf(ask, facts, meant, text);
  const line = lineIn(facts, text) ?? detailIn(facts, text);
  if (line) return reportLine(ask, facts, done, line);
  const reply = await reportDone(ask, facts, done, texts);
  return reply.message && recordsTopic(reply)
    ? { ...reply, message: withMore(reply.message, topicLine(meant)) }
    : reply;
}

const recordsTopic = ({ recorded }: Reply): boolean => (recorded?.occurrences ?? []).some((f) => f.settled?.topic);

const topicLine = ({ topic }: Meaning) => phrase('record-topic', { topic: maskedText(topic ?? '') });

/** Of a talk stay date, pair and form; of a reason its kind. */
function withoutContent(act: Meaning): Meaning {
  const reason = act.reason && reasonKind(act.reason);
  return { ...act, topic: null, reason, mergedInto: null };
}

const withoutPrivate = (act: Meaning): Meaning => ({
  ...act,
  reason: act.reason && maskedText(act.reason),
  topic: act.topic && maskedText(act.topic),
  absent: act.absent.map((a) => ({ ...a, reason: a.reason && maskedText(a.reason) })),
});

/** What goes with the report, and the words that lie beside the ledger. */
function doneOf(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  act: Meaning,
  text?: string,
): readonly [Done, Reply['texts']] {
  const topic = act.topic ? sealed(maskedText(act.topic), randomUUID()) : undefined;
  const attendance = facts.some((f) => f.gathering || f.kind === 'meeting')
    ? (attendanceOf(act, text) ?? allCame(ask, facts, text))
    : undefined;
  const done: Done = {
    carriedOut: act.date ?? undefined,
    absent: absentees(act),
    attendance,
    topic: topic?.ref,
    amount: text === undefined ? undefined : hoursIn(text),
    presenter: text === undefined ? undefined : presenterOf(act, text),
  };
  return [done, topic?.texts];
}

/** 张局讲的党课: whoever the words name as giving it. */
function presenterOf({ people }: Meaning, text: string) {
  return saysPresented(text) ? people[0] : undefined;
}

function absentees(act: Meaning) {
  return act.absent.flatMap(({ person, reason }) => (person ? [{ person, reason: reason ?? 'leave' }] : []));
}

function attendanceOf(act: Meaning, text: string | undefined): Attendance | undefined {
  const absent = absentees(act);
  const { expected, present } = act;
  // 王局领学，陈局发言: who spoke, not all who came.
  const people = text !== undefined && saysWhoSpoke(text) ? [] : act.people;
  const found: Attendance = {
    ...(expected === null ? {} : { expected }),
    ...(present === null ? {} : { present }),
    ...(people.length > 0 ? { attended: people } : {}),
    ...(absent.length > 0 ? { absent } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** 都到了, of an event that one person reports for all: everybody who had not asked for leave. */
function allCame(ask: Ask, facts: readonly OccurrenceFacts[], text: string | undefined): Attendance | undefined {
  const [first] = facts;
  const expected = new Set(first && dutyIn(ask.office, first)?.who.map(personOf)).size;
  const present = new Set(facts.map((f) => f.person)).size;
  return text !== undefined && expected > 1 && saysAllCame(text) ? { expected, present } : undefined;
}

/** How far it is, or that it is not done yet: said, kept, and nothing is closed by it. */
function note(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  intent: 'progress' | 'not_done',
  text: string | undefined,
): Reply {
  const { office, said } = ask;
  const kept = text === undefined || confided(facts, office) ? undefined : sealed(maskedText(text), randomUUID());
  const kind = intent === 'progress' ? ('progressed' as const) : ('not-done' as const);
  const body = { kind, ...(kept ? { text: kept.ref } : {}) };
  const titles = mattersOf(facts).map((matter) => titlePhrase(matter, office.plan));
  const noted = phrase(`noted-${intent === 'progress' ? 'progress' : 'not-done'}`, { titles });
  return {
    recorded: together(facts.map((f) => recordNote(f, said, body))),
    message: answer(noted, nextSaid(facts, office.plan, said.at, ask.speaker)),
    ...(kept ? { texts: kept.texts } : {}),
  };
}

import { randomUUID } from 'node:crypto';
import { recordNote, recordSeen, together } from '../core/check-in.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Action, Button, Message } from '../core/message.ts';
import type { OccurrenceFacts, OccurrenceId } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty, PersonId } from '../core/plan/plan.ts';
import type { Act, OpenItem, ReplyContext, ReplyReading, Targets } from '../core/reply/contract.ts';
import { readReply } from '../core/reply/reading.ts';
import { targetsOf } from '../core/reply/targets.ts';
import { answer, seenMessage, withButtons } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import { rows } from '../core/wording/own.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { amendDate, reportDone, requestLeave, requestMove, takeBack } from './report.ts';
import { sealed } from './text.ts';

/** What the speaker may be talking about, as found in the store. */
interface Surroundings {
  readonly open: readonly OccurrenceFacts[];
  readonly shown: readonly (readonly OccurrenceId[])[];
  readonly about: readonly OccurrenceId[];
  readonly last: readonly OccurrenceFacts[];
}

/** A sentence: what it means is read by core/reply, what it changes is decided here; in doubt it is asked back. */
export async function understand(ask: Ask, text: string): Promise<Reply> {
  const around = await surroundings(ask);
  const context = contextOf(ask, around);
  const reading = readReply(text, context);
  if (reading.sensitive.length > 0) return { message: answer(phrase('sensitive')) };
  if (reading.pick?.from === 'item') return openPicked(ask, around, reading.pick.id);
  if (reading.intent === 'undo') return takeBack(ask, undefined);
  if (reading.corrects && reading.date && around.last.length > 0) return amendDate(ask, around.last, reading.date);
  const targets = targetsIn(reading, context);
  if (targets.length === 0) return notUnderstood(ask, around, reading);
  const replies: Reply[] = [];
  for (const target of targets) {
    replies.push(
      'ask' in target
        ? choices(ask, around, target.act, target.ask)
        : await carryOut(ask, around, target.act, target.occurrences, text),
    );
  }
  return joined(replies);
}

/** What has not begun cannot be done: a bare 完成 means one of the others, if there are any. */
function targetsIn(reading: ReplyReading, context: ReplyContext): readonly Targets[] {
  const all = targetsOf(reading, context);
  const begun = context.open.filter((item) => !item.gathering || item.scheduled <= context.now);
  if (begun.length === 0 || begun.length === context.open.length) return all;
  const among = targetsOf(reading, { ...context, open: begun });
  return all.map((target, i) => ('ask' in target && target.act.intent === 'done' ? among[i]! : target));
}

async function surroundings(ask: Ask): Promise<Surroundings> {
  const { world, office, speaker, event } = ask;
  const { ledger, outbox } = world.store;
  const replied =
    event.type === 'text' && event.replyTo !== undefined
      ? await outbox.byMessage(office.org, event.chat, event.replyTo)
      : undefined;
  const list = replied?.message.items.length ? replied : await outbox.lastList(office.org, toPerson(speaker));
  const shown = (list?.message.items ?? []).map((item) => item.about);
  const own = [...(await ledger.askedOf(office.org, speaker)), ...(await attended(ask))];
  const listed = await ledger.occurrences(office.org, shown.flat());
  const open = [...own, ...listed.filter((f) => own.every((o) => o.id !== f.id))].filter((f) => !f.settled);
  const about = (replied?.message.items ?? []).flatMap((item) => item.about);
  const since = ask.said.at - 36 * 3_600_000;
  const settled = (await ledger.settledBetween(office.org, since, ask.said.at + 1)).filter(
    (f) => f.settled?.by === speaker,
  );
  const latest = Math.max(0, ...settled.map((f) => f.settled!.at));
  return { open, shown, about, last: settled.filter((f) => f.settled!.at === latest) };
}

/** Gatherings that somebody else is asked to report: whoever attends may confirm for themself, or ask for leave. */
async function attended({ world, office, speaker }: Ask): Promise<readonly OccurrenceFacts[]> {
  const attends = (duty: Duty) =>
    duty.gathering && duty.reporter !== null && duty.who.some((h) => 'person' in h && h.person === speaker);
  const measures = office.plan.measures.filter((m) => m.duties.some(attends));
  const found = await Promise.all(measures.map((m) => world.store.ledger.measure(office.org, m.id)));
  return found
    .flatMap(({ open }) => open)
    .filter((f) => f.gathering && f.person === speaker && f.asked !== speaker && !f.settled);
}

/** A gathering is one thing to whoever speaks of it: their own part of it, else the first. */
function spokenOf(facts: readonly OccurrenceFacts[], speaker: PersonId): ReadonlyMap<OccurrenceId, OccurrenceFacts> {
  const one = (f: OccurrenceFacts) => {
    const together = facts.filter((g) => g.gathering && g.duty === f.duty && g.slot === f.slot && g.asked === f.asked);
    return together.find((g) => g.person === speaker) ?? together[0] ?? f;
  };
  return new Map(facts.map((f) => [f.id, one(f)]));
}

function contextOf({ office, speaker, said }: Ask, around: Surroundings): ReplyContext {
  const { organization, people } = office.plan;
  const spoken = spokenOf(around.open, speaker);
  const ids = (facts: readonly OccurrenceId[]) => [...new Set(facts.flatMap((id) => spoken.get(id)?.id ?? []))];
  const last = around.last[0]?.settled;
  return {
    now: said.at,
    zone: organization.zone,
    calendar: organization.calendar,
    speaker,
    people,
    open: [...new Set(spoken.values())].map(openItem),
    shown: around.shown.map((item) => ids(item)[0] ?? item[0] ?? ''),
    about: ids(around.about),
    ...(last
      ? { lastCheckIn: { occurrences: around.last.map((f) => f.id), intent: 'done' as const, at: last.at } }
      : {}),
  };
}

/** `timed` stays out: whether it has begun is decided, and explained, where it is recorded. */
function openItem(facts: OccurrenceFacts): OpenItem {
  const { id, duty, kind, title, due, scheduled, counterpart, gathering } = facts;
  return {
    occurrence: id,
    duty,
    kind,
    title,
    due,
    scheduled,
    gathering,
    ...(counterpart ? { counterpart } : {}),
  };
}

async function openPicked(ask: Ask, around: Surroundings, id: string): Promise<Reply> {
  const about = around.shown.find((ids) => ids.includes(id)) ?? [id];
  const facts = await ask.world.store.ledger.occurrences(ask.office.org, about);
  const foreign = facts.some((f) => f.asked !== ask.speaker && f.person !== ask.speaker);
  return commandById(foreign ? 'handle' : 'open')!.run({ ...ask, facts });
}

/** One record of a gathering counts for all who owe it together, except for those who each answer for themselves. */
function withGathering(ids: readonly string[], around: Surroundings, speaker: PersonId): readonly OccurrenceFacts[] {
  const named = around.open.filter((f) => ids.includes(f.id));
  // Whoever attends answers for themself; whoever is asked answers for all.
  const forAll = named.filter((n) => n.gathering && n.asked === speaker);
  const same = (f: OccurrenceFacts) =>
    forAll.some((n) => n.duty === f.duty && n.slot === f.slot && n.asked === f.asked);
  return around.open.filter((f) => named.includes(f) || same(f));
}

async function carryOut(
  ask: Ask,
  around: Surroundings,
  act: Act,
  ids: readonly string[],
  text: string,
): Promise<Reply> {
  const facts = withGathering(ids, around, ask.speaker);
  const { office, said } = ask;
  if (facts.length === 0) return { message: answer(phrase('nothing-open')) };
  if (act.void) return tellSecretary(ask, facts, 'void');
  switch (act.intent) {
    case 'done':
      if (act.unresolved.length > 0)
        return { message: answer(phrase('name-unclear', { name: act.unresolved[0]!.name })) };
      return reportDone(ask, facts, { carriedOut: act.date ?? undefined, absent: absentees(act) });
    case 'postpone':
      if (!act.until) return commandById('more')!.run({ ...ask, facts });
      return requestMove(ask, facts, act.until, act.reason ?? '');
    case 'excuse':
      return requestLeave(ask, facts, act.reason ?? '');
    case 'delegate':
      return tellSecretary(ask, facts, 'delegate');
    case 'acknowledge':
      return { recorded: recordSeen(facts, said), message: seenMessage(facts, office.plan, said.at) };
    case 'progress':
    case 'not_done': {
      const kept =
        facts[0]!.kind === 'talk' && office.plan.organization.talkContent === 'none'
          ? undefined
          : sealed(text, randomUUID());
      const body = {
        kind: act.intent === 'progress' ? ('progressed' as const) : ('not-done' as const),
        ...(kept ? { text: kept.ref } : {}),
      };
      const [matter] = mattersOf(facts);
      return {
        recorded: together(facts.map((f) => recordNote(f, said, body))),
        message: answer(
          phrase(`noted-${act.intent === 'progress' ? 'progress' : 'not-done'}`, {
            title: titlePhrase(matter!, office.plan),
          }),
        ),
        ...(kept ? { texts: kept.texts } : {}),
      };
    }
    default:
      return notUnderstood(ask, around, undefined);
  }
}

function absentees(act: Act) {
  return act.absent.flatMap(({ person, reason }) => (person ? [{ person, reason: reason ?? 'leave' }] : []));
}

/** What only the office can decide: the secretary hears it with her own buttons. */
function tellSecretary(ask: Ask, facts: readonly OccurrenceFacts[], what: 'void' | 'delegate'): Reply {
  const { office, said, speaker } = ask;
  const secretary = secretaryOf(office.plan);
  const [matter] = mattersOf(facts);
  const title = titlePhrase(matter!, office.plan);
  const about = facts.map((f) => f.id);
  const text = phrase(`told-${what}`, {
    title,
    name: office.plan.people.find((p) => p.id === speaker)?.name ?? speaker,
  });
  const message: Message = {
    lines: [{ text }],
    buttons: [[{ label: phrase('button-handle'), action: { command: 'handle', about } }]],
    items: [{ no: 0, about }],
  };
  const to = secretary && secretary !== speaker ? secretary : office.plan.organization.head;
  const notice = {
    id: `${what}@${said.source}~person/${to}`,
    kind: 'plain' as const,
    to: toPerson(to ?? speaker),
    at: said.at,
    message,
  };
  return { notices: to ? [notice] : [], message: answer(phrase(`telling-${what}`, { title })) };
}

/** Several things fit: numbered choices, never a guess. */
function choices(ask: Ask, around: Surroundings, act: Act, ids: readonly string[]): Reply {
  const facts = around.open.filter((f) => ids.includes(f.id));
  const matters = mattersOf(facts).slice(0, 9);
  const report = act.intent === 'done' && act.unresolved.length === 0;
  const given: Action['with'] = report && act.date ? { date: act.date } : {};
  const buttons = matters.map(
    (matter, i): Button => ({
      label: phrase('button-number', { n: i + 1 }),
      action: {
        command: report && matter.facts.length === 1 ? 'done' : 'open',
        about: matter.facts.map((f) => f.id),
        with: given,
      },
    }),
  );
  const lines = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: titlePhrase(matter, ask.office.plan) }),
    item: i + 1,
  }));
  return {
    message: {
      lines: [{ text: phrase(report ? 'which-done' : 'which-item') }, ...lines],
      buttons: rows(buttons, 5),
      items: matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) })),
    },
  };
}

/** Not understood, a question or chat: what is open, as buttons; nothing is recorded. */
function notUnderstood(ask: Ask, around: Surroundings, reading: ReplyReading | undefined): Reply {
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  if (reading?.intent === 'acknowledge')
    return { message: answer(phrase(own.length === 0 ? 'seen-nothing' : 'seen-chat')) };
  if (own.length === 0) return { message: answer(phrase('nothing-open')) };
  const matters = mattersOf(own).slice(0, 9);
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  const lines = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: titlePhrase(matter, ask.office.plan) }),
    item: i + 1,
  }));
  const buttons = rows(
    items.map(
      ({ no, about }): Button => ({ label: phrase('button-number', { n: no }), action: { command: 'open', about } }),
    ),
    5,
  );
  const head = answer(phrase(reading?.intent === 'question' ? 'not-understood-question' : 'not-understood'));
  return { message: withButtons({ ...head, lines: [...head.lines, ...lines], items }, ...buttons) };
}

/** Several acts of one sentence: one append, one answer. */
function joined(replies: readonly Reply[]): Reply {
  const [only] = replies;
  if (replies.length === 1 && only) return only;
  const messages = replies.flatMap((r) => (r.message ? [r.message] : []));
  return {
    recorded: together(replies.flatMap((r) => (r.recorded ? [r.recorded] : []))),
    message: {
      lines: messages.flatMap((m) => m.lines),
      buttons: messages.flatMap((m) => m.buttons),
      items: messages.flatMap((m) => m.items),
    },
    shows: replies.flatMap((r) => r.shows ?? []),
    notices: replies.flatMap((r) => r.notices ?? []).map((n, i) => ({ ...n, id: `${n.id}.${i}` })),
    texts: Object.assign({}, ...replies.map((r) => r.texts ?? {})),
  };
}

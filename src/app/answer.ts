import { createHash } from 'node:crypto';
import type { Event } from '../chat/contract.ts';
import type { Instant } from '../core/calendar.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { asksForHelp } from '../core/reply/inquiry-words.ts';
import { answer as wording } from '../core/wording/echo.ts';
import { asksBack } from './asking.ts';
import type { Ask, Command, Reply } from './commands/contract.ts';
import { commandById, commandTyped } from './commands/index.ts';
import { commit } from './commit.ts';
import { digestTalk } from './digest/talk.ts';
import { draftingTalk, takePaper } from './drafting/converse.ts';
import { paperIn } from './drafting/paper.ts';
import { draftState } from './drafting/state.ts';
import { understandEdit } from './edited.ts';
import type { Fetched } from './fetched.ts';
import { filed } from './filed.ts';
import { greetStranger, groupChanged, joinByToken } from './join.ts';
import { onListed } from './listed.ts';
import { actsForOffice, type Office, type Offices } from './office.ts';
import { officeTalk } from './office-talk.ts';
import type { World } from './ports.ts';
import { placeOf } from './render.ts';
import { warnedOnly } from './sensitive.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { understand } from './understand.ts';

/** The longest sentence that is read; longer ones are answered, not read. */
const LONGEST_TEXT = 2000;

/** What one update asks for: it is answered through the outbox, so that handling never waits for a send. */
export async function answerTo(world: World, offices: Offices, event: Event): Promise<void> {
  if (event.type === 'migrated') return world.store.links.move(event.chat, event.toChat);
  if (event.type === 'membership') return groupChanged(world, offices, event);
  if (event.type === 'tap') return answerTap(world, offices, event);
  if (event.type === 'reaction') return answerMark(world, offices, event);
  if (event.type !== 'text') return;
  if (event.isGroup) return answerInGroup(world, offices, event);
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(event.text);
  if (start?.[1]) return joinByToken(world, offices, event, start[1]);
  const who = await speakerOf(world, offices, event);
  if (!who) return greetStranger(world, event);
  if (event.attachments.length > 0) return waitForFiles(world, event);
  await answerText(world, offices, who, event);
}

/** Files are fetched in the background; what the message says is answered when they are kept. */
async function waitForFiles(world: World, event: Event & { type: 'text' }): Promise<void> {
  const now = world.clock.machine();
  await world.store.files.put({ id: sourceOf(event), event, arrived: now, notBefore: now, tries: 0 });
}

/** A message, or an album of several, whose files were fetched. */
export async function answerFiles(
  world: World,
  offices: Offices,
  events: readonly (Event & { type: 'text' })[],
  fetched: readonly Fetched[],
): Promise<void> {
  const event = events.find(({ text }) => text.trim() !== '') ?? events[0];
  const who = event && (await speakerOf(world, offices, event));
  if (!event || !who) return;
  const paper = await paperIn(world, who.office, who.person, events, fetched);
  await commit(baseOf(world, who, event), offices, (ask) =>
    paper ? takePaper(ask, paper) : filed(ask, event.text, fetched),
  );
}

/**
 * A report in a group is answered in private, and only a report: whatever else a group talks about is its own affair.
 * Numbers of people, clues and marks of secrecy are warned of in private too, whatever they were said for.
 */
async function answerInGroup(world: World, offices: Offices, event: Event & { type: 'text' }): Promise<void> {
  const text = event.text.replace(/@\w+/g, ' ').trim();
  if (text === '' || text.startsWith('/') || event.attachments.length > 0 || event.text.length > LONGEST_TEXT) return;
  const { replyTo: _, ...rest } = event;
  const own = {
    ...rest,
    text,
    chat: event.from,
    isGroup: false,
    messageId: 0,
    origin: { chat: event.chat, messageId: event.messageId },
  };
  const who = await speakerOf(world, offices, own);
  if (!who) return;
  const base = { ...baseOf(world, who, own), said: saidBy(who.office, who.person, event.at, sourceOf(event)) };
  await commit(base, offices, async (ask) => {
    const reply = await understand(ask, text);
    return isReport(reply) ? reply : warnedOnly(ask, text);
  });
}

const isReport = (reply: Reply): boolean => (reply.recorded?.entries.length ?? 0) > 0 || asksBack(reply);

const nods = ['👍', '👌', '🫡', '❤', '🙏', '👏', '💯'];

/** 👍 on a message of the bot: seen, where the platform tells of it. It closes nothing. */
async function answerMark(world: World, offices: Offices, event: Event & { type: 'reaction' }): Promise<void> {
  if (!event.marks.some((mark) => nods.includes(mark.replace('\ufe0f', '')))) return;
  const who = await speakerOf(world, offices, { ...event, chat: event.from });
  const send = who && (await world.store.outbox.byMessage(who.office.org, event.chat, event.messageId));
  const about = (send?.message.items ?? []).flatMap((item) => item.about);
  if (!who || about.length === 0) return;
  const said = saidBy(who.office, who.person, event.at, `r${event.updateId}`);
  const action = { command: 'seen', about };
  const base = { world, office: who.office, speaker: who.person, said, event, action, words: '', facts: [] };
  await commit(base, offices, (ask) => {
    const own = ask.facts.filter((f) => !f.settled && (f.asked === ask.speaker || f.person === ask.speaker));
    return own.length === 0 ? Promise.resolve({}) : commandById('seen')!.run({ ...ask, facts: own });
  });
}

async function answerText(
  world: World,
  offices: Offices,
  who: Speaker,
  event: Event & { type: 'text' },
): Promise<void> {
  const typed = /^[/／]\s*([^\s@]+)(?:@\w+)?\s*([\s\S]*)$/u.exec(event.text.trim());
  const command = typed ? commandTyped(typed[1]!) : undefined;
  const base = { ...baseOf(world, who, event), words: typed?.[2] ?? event.text };
  await commit(base, offices, async (ask) => {
    if (typed && !command)
      return onListed(ask, `${typed[1]} ${typed[2]}`) ?? { message: wording(phrase('unknown-command')) };
    if (command)
      return allowed(command, ask) ? command.run(ask) : Promise.resolve({ message: wording(phrase('not-allowed')) });
    if (asksForHelp(event.text)) return commandById('help')!.run(ask);
    const state = await draftState(ask, event.text);
    if (state) return state;
    const drafted = await draftingTalk(ask, event.text, LONGEST_TEXT);
    if (drafted) return drafted;
    if (event.text.length > LONGEST_TEXT) return Promise.resolve({ message: wording(phrase('too-long')) });
    if (event.text.trim() === '') return Promise.resolve({ message: wording(phrase('no-words')) });
    if (event.edited !== undefined) return understandEdit(ask, event.text, originalOf(event));
    return (
      (await digestTalk(ask, event.text)) ??
      onListed(ask, event.text) ??
      (await officeTalk(ask, event.text)) ??
      understand(ask, event.text)
    );
  });
}

function baseOf(world: World, { office, person }: Speaker, event: Event & { type: 'text' }): Ask {
  // What an edit says is said when it is edited; its 昨天 is still the day before the message.
  const said = saidBy(office, person, event.edited ?? event.at, sourceOf(event));
  return { world, office, speaker: person, said, event, words: event.text, facts: [] };
}

/**
 * What makes a sentence unique, whatever number its update has: chat and message; of an edit also when it was made, and
 * its update, since two may fall into one second. The ledger names no chats: a short digest tells them apart.
 */
function sourceOf(event: Event & { type: 'text' }): string {
  const { edited, updateId } = event;
  return `${originalOf(event)}${edited === undefined ? '' : `e${edited}.${updateId}`}`;
}

/** The source of the message as it was first sent. */
function originalOf({ chat, messageId }: Event & { type: 'text' }): string {
  const digest = createHash('sha256').update(String(chat)).digest('hex').slice(0, 6);
  return `m${digest}.${messageId}`;
}

function saidBy(office: Office, by: PersonId, at: Instant, source: string) {
  return { by, at, source, planVersion: office.planVersion };
}

/** A tap counts at the instant it entered the inbox; a forged or foreign button gets nothing (DESIGN §4.10). */
async function answerTap(world: World, offices: Offices, event: Event & { type: 'tap' }): Promise<void> {
  const found = /^[0-9A-Za-z]{12}$/.test(event.data)
    ? await world.store.outbox.action(event.data.slice(0, 11), placeOf(event.data), event.chat)
    : undefined;
  const office = found && (await offices.of(found.org));
  const person = found?.to.startsWith('person/') ? found.to.slice('person/'.length) : undefined;
  const linked =
    found && person && event.from === event.chat && (await isLinked(world, found.org, found.to, event.chat));
  const command = found && commandById(found.action.command);
  if (!found || !office || !person || !linked || !command) {
    world.log.warn({ update: event.updateId, known: found !== undefined }, 'a button was refused');
    return world.chat.answerTap(event.tapId, world.say(phrase('toast-refused'), 'zh'));
  }
  const base = {
    world,
    office,
    speaker: person,
    said: saidBy(office, person, event.at, `cb${event.tapId}`),
    event,
    action: found.action,
    words: '',
    facts: [],
  };
  const reply = await commit(base, offices, async (ask) => {
    if (!allowed(command, ask) || !isTheirs(command, ask)) return { toast: phrase('not-allowed') };
    return command.run(ask);
  });
  const language = office.plan.people.find((p) => p.id === person)?.language ?? 'zh';
  await world.chat.answerTap(event.tapId, reply.toast ? world.say(reply.toast, language) : undefined);
}

async function isLinked(world: World, org: string, to: Recipient, chat: number): Promise<boolean> {
  return (await world.store.links.chatOf(org, to))?.chat === chat;
}

function isOffice({ office, speaker, said }: Ask): boolean {
  return actsForOffice(office, speaker, said.at);
}

function allowed(command: Command, ask: Ask): boolean {
  return command.who === 'everyone' || isOffice(ask);
}

/** Other people's occurrences are refused, except to the office, which may act on their behalf. */
function isTheirs(command: Command, ask: Ask): boolean {
  if (!command.own || isOffice(ask)) return true;
  return ask.facts.every((f) => f.asked === ask.speaker || f.person === ask.speaker);
}

/** One apology after an update was put aside; the person loses nothing but this answer. */
export async function apologize(world: World, event: Event): Promise<void> {
  if (event.isGroup || event.type === 'other') return;
  const [first] = await world.store.links.recipientsOf(event.chat);
  if (!first) return;
  const notice: Notice = {
    id: `apology@u${event.updateId}`,
    kind: 'answer',
    to: first.to,
    at: event.at,
    message: wording(phrase('apology')),
  };
  await world.store.ledger.append(first.org, { heads: {}, entries: [], notices: [notice] });
  await world.timer.ring('deliver');
}

import { dateAt } from '../../core/calendar.ts';
import { type Drafting, newDrafting, openQuestions, stepped, withPaper } from '../../core/drafting/drafting.ts';
import { earlierOf, rememberedOf, stillOpen } from '../../core/drafting/earlier.ts';
import { collectingMessage, summaryMessage } from '../../core/drafting/messages.ts';
import { unitedPeople } from '../../core/drafting/people.ts';
import type { PlanParts } from '../../core/drafting/plan-parts.ts';
import { questionMessage } from '../../core/drafting/question-message.ts';
import { knownRounds } from '../../core/drafting/rounds.ts';
import { readTyped } from '../../core/drafting/typed.ts';
import { rosterOf } from '../../core/intake/index.ts';
import { secretaryOf } from '../../core/ladder.ts';
import type { Message } from '../../core/message.ts';
import { phrase } from '../../core/phrase.ts';
import { answer, withButtons } from '../../core/wording/echo.ts';
import { comrade } from '../../core/wording/item.ts';
import { answerId } from '../asking.ts';
import { showNotice } from '../calendar.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { sendOf } from '../digest/state.ts';
import { rolesOf } from '../office.ts';
import type { ReadPaper } from '../ports.ts';
import { tappedSends } from '../tapped.ts';
import { nextMonday } from './open-items.ts';
import { isFresh, type Paper, peopleIn } from './paper.ts';
import { candidateOf, inForce, preview, problemsMessage } from './preview.ts';
import { CLAIMANT } from './provisional.ts';

/** A draft as it was read, so that writing it can tell whether somebody was faster. */
export interface Found {
  readonly version: number;
  readonly drafting: Drafting;
}

export function mayDraft({ office, speaker }: Ask): boolean {
  return rolesOf(office, speaker).includes('secretary');
}

export function foundOf({ world, office, speaker }: Ask): Promise<Found | undefined> {
  return world.store.drafts.read(office.org, speaker);
}

/** Only the secretary makes plans; others hear whom to send it to. */
export function notTheirs({ office }: Ask): Reply {
  const secretary = secretaryOf(office.plan);
  const name = secretary ? comrade(office.plan, secretary) : phrase('empty');
  return { message: answer(phrase('drafting-not-you', { name })) };
}

/** A paper that came and was read in the background. */
export async function takePaper(ask: Ask, paper: Paper): Promise<Reply> {
  if (paper.type === 'not-theirs') return notTheirs(ask);
  if (paper.type === 'holidays') return showNotice(ask, paper.text);
  const found = await foundOf(ask);
  if (found?.drafting.source === ask.said.source) return { message: await shown(ask, found.drafting) };
  if (paper.type === 'refused') {
    const { code, limit } = paper.refusal;
    ask.world.log.warn({ org: ask.office.org, code }, 'a file was refused');
    return { message: answer(phrase(`intake-file-${code}`, { file: paper.name, limit: limit ?? 0 })) };
  }
  const { draft } = paper.paper;
  if (draft.measures.length > 0) return begin(ask, found, paper.paper);
  const people = peopleIn(paper.paper);
  if (people.length > 1 && draft.problems.length === 0) return takePeople(ask, found, people);
  const lines = draft.doubts.slice(0, 3).map(({ about }) => about);
  return { message: answer(...lines, phrase('drafting-nothing')) };
}

async function begin(ask: Ask, found: Found | undefined, { document, draft }: ReadPaper): Promise<Reply> {
  const told = found && found.drafting.stage !== 'adopted' ? found.drafting.people : [];
  const { parts, rounds } = await inForce(ask);
  const base = started(ask, found, { people: told });
  // Whoever claimed a fresh office has no name yet.
  const people = base.nameless ? told : unitedPeople(peopleOfOffice(parts), told);
  const fresh = withPaper({ ...base, people }, document, draft, knownRounds(rounds, draft));
  const { document: _, ...slim } = fresh;
  // Only a year that is told later is read into the paper again.
  const kept = draft.doubts.some(({ code }) => code === 'no-year') ? fresh : slim;
  const replaced = found && isUnderWay(found.drafting) ? found.drafting.draft : undefined;
  return written(ask, found, kept, replaced && phrase('drafting-instead', { title: replaced.title }));
}

/** A paper that was neither adopted nor dropped. */
function isUnderWay({ stage }: Drafting): boolean {
  return ['summary', 'asking', 'preview'].includes(stage);
}

/** Whom the office knows already: a paper that names posts means them. */
function peopleOfOffice({ people, departments = [] }: PlanParts): Drafting['people'] {
  return people.map(({ name, post, department }) => ({
    name,
    post: post ?? null,
    department: departments.find(({ id }) => id === department)?.name ?? department ?? null,
    place: { paragraph: 0 },
  }));
}

function started(ask: Ask, found: Found | undefined, more: Parameters<typeof newDrafting>[3]): Drafting {
  const { office, said, speaker } = ask;
  const today = dateAt(said.at, office.plan.organization.zone);
  const earlier = earlierOf(found?.drafting);
  const drafting = newDrafting(said.source, today, isFresh(office) && speaker === CLAIMANT, more);
  const remembered = rememberedOf(found?.drafting);
  return {
    ...drafting,
    ...(earlier.length > 0 ? { earlier } : {}),
    ...(Object.keys(remembered).length > 0 ? { remembered } : {}),
  };
}

function takePeople(ask: Ask, found: Found | undefined, people: Drafting['people']): Promise<Reply> {
  const before = found && found.drafting.stage !== 'adopted' ? found.drafting : started(ask, found, {});
  const after = stepped(before, { type: 'people', people });
  return written(ask, found, after, phrase('drafting-people', { count: people.length }));
}

/** Writes the draft as it is now and answers what it shows. */
export async function written(
  ask: Ask,
  found: Found | undefined,
  drafting: Drafting,
  hint?: ReturnType<typeof phrase>,
): Promise<Reply> {
  const ends = drafting.stage === 'adopted' || found?.drafting.id !== drafting.id;
  const value = { ...drafting, source: ask.said.source, asked: found && !ends ? askedBy(ask, found) : [] };
  const message = await shown(ask, value, hint);
  const edits = found ? await movedOnBy(ask, found, ends) : [];
  return { drafting: { expected: found?.version ?? 0, value }, message, edits };
}

/** Messages that a step makes old: the draft's last one, the one whose button was tapped; at the end all that asked. */
export async function movedOnBy(ask: Ask, found: Found, ends: boolean): Promise<readonly string[]> {
  const asked = ends ? (found.drafting.asked ?? []) : [];
  return [...new Set([lastSend(ask, found), ...(await tappedSends(ask)), ...asked])];
}

function askedBy(ask: Ask, found: Found): readonly string[] {
  const { asked = [], stage } = found.drafting;
  return stage === 'asking' ? [...asked, lastSend(ask, found)] : asked;
}

function lastSend(ask: Ask, { drafting }: Found): string {
  return sendOf(answerId({ ...ask, said: { ...ask.said, source: drafting.source } }));
}

/** The message of a draft where it stands; computed, so that it can be said again. */
export async function shown(ask: Ask, drafting: Drafting, hint?: ReturnType<typeof phrase>): Promise<Message> {
  const message = await stageMessage(ask, drafting);
  return hint ? { ...message, lines: [{ text: hint }, ...message.lines] } : message;
}

async function stageMessage(ask: Ask, drafting: Drafting): Promise<Message> {
  if (drafting.stage === 'collecting') return collectingMessage(drafting);
  if (drafting.stage === 'waiting') return answer(phrase('drafting-send'));
  if (drafting.stage === 'summary') return summaryMessage(drafting);
  if (drafting.stage === 'asking') return questionMessage(drafting);
  if (drafting.stage === 'preview') return preview(ask, drafting);
  return adoptedMessage(ask, drafting);
}

function adoptedMessage({ office }: Ask, drafting: Drafting): Message {
  const left = drafting.left ?? 0;
  const lines = [phrase('drafting-adopted', { title: drafting.draft?.title ?? office.plan.organization.name })];
  const open = left > 0 ? [phrase('drafting-adopted-open', { count: left })] : [];
  const message = answer(...lines, ...open, phrase('drafting-adopted-join'));
  if (left === 0) return message;
  const action = { command: 'draft', about: [], with: { id: drafting.id, what: 'reopen' } };
  return withButtons(message, [{ label: phrase('button-draft-reopen'), action }]);
}

/** The plan comes into force; what stays open returns once a week. */
export async function adopt(ask: Ask, found: Found): Promise<Reply> {
  const { office, world, speaker } = ask;
  const candidate = await candidateOf(ask, found.drafting);
  if (!candidate.ok) return { message: problemsMessage(candidate.problems, found.drafting) };
  const { plan, files, round, expected, open } = candidate;
  const { document: _, ...slim } = found.drafting;
  // Taken up again, the paper is about the round that it has just made.
  const answers = { ...slim.answers, round: String(round) };
  const earlier = stillOpen(slim, round);
  const reply = await written(ask, found, {
    ...slim,
    answers,
    stage: 'adopted',
    parts: [],
    left: open.length,
    earlier,
  });
  if (open.length + earlier.length > 0) {
    const at = nextMonday(office, world.clock.now());
    await world.store.wakes.set(office.org, 'org/drafting', at);
    await world.timer.set(office.org, 'org/drafting', at);
  }
  return { ...reply, adopts: { plan, files, by: speaker, expected } };
}

/** Adds a piece of a pasted paper; what is pasted is read when she says that it is whole. */
export async function collect(ask: Ask, text: string): Promise<Reply> {
  const found = await foundOf(ask);
  const before = found?.drafting;
  if (before?.source === ask.said.source) return { message: await shown(ask, before) };
  const goesOn = before?.stage === 'collecting';
  const drafting = goesOn
    ? before
    : started(ask, found, { people: before?.stage === 'adopted' ? [] : (before?.people ?? []) });
  if (drafting.parts.reduce((sum, part) => sum + part.length, text.length) > LONGEST_PASTE)
    return { message: answer(phrase('drafting-too-long')) };
  return written(ask, found, { ...drafting, stage: 'collecting', parts: [...drafting.parts, text] });
}

/** Characters of a pasted paper; a longer one comes as a file. */
const LONGEST_PASTE = 200_000;

/**
 * A sentence of the secretary's while a draft is under way: a piece of the paper, lines of a roster, or a short answer.
 * Undefined for anything else, which is read as any sentence.
 */
export async function draftingTalk(ask: Ask, text: string, longest: number): Promise<Reply | undefined> {
  if (!mayDraft(ask) || text.trim() === '') return undefined;
  const found = await foundOf(ask);
  const drafting = found?.drafting;
  if (text.length > longest || drafting?.stage === 'collecting') return collect(ask, text);
  if (!found || !drafting || drafting.stage === 'adopted') {
    if (isFresh(ask.office)) return hintFor(ask, found, text);
    return isRoster(text) ? takePeople(ask, found, rosterIn(text)) : undefined;
  }
  if (drafting.source === ask.said.source) return { message: await shown(ask, drafting) };
  if (await repliesElsewhere(ask)) return undefined;
  const people = rosterIn(text);
  if (people.length > 1) return takePeople(ask, found, people);
  if (drafting.stage !== 'asking') return isFresh(ask.office) ? { message: await shown(ask, drafting) } : undefined;
  const step = readTyped(text, openQuestions(drafting)[0]!, drafting);
  if (step) return written(ask, found, stepped(drafting, step));
  const asked = await ask.world.store.ledger.askedOf(ask.office.org, ask.speaker);
  return asked.length > 0 ? undefined : { message: questionMessage(drafting, phrase('drafting-not-understood')) };
}

function hintFor(ask: Ask, found: Found | undefined, text: string): Promise<Reply> {
  const people = rosterIn(text);
  return people.length > 1
    ? takePeople(ask, found, people)
    : Promise.resolve({ message: answer(phrase('drafting-send')) });
}

/** Lines of name and post. */
function rosterIn(text: string): Drafting['people'] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return [];
  const people = rosterOf({ blocks: lines.map((line) => ({ kind: 'paragraph', text: line })) });
  return people.filter(({ post }) => post !== null).length * 2 > lines.length ? people : [];
}

/** Beside a plan that runs, only what can be nothing else: a name and a post on every line. */
function isRoster(text: string): boolean {
  const people = rosterIn(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return people.length === lines.length && people.every(({ post }) => post !== null);
}

/** Whether it replies to a message that is no draft's: then it is about that. */
async function repliesElsewhere({ world, office, event }: Ask): Promise<boolean> {
  if (event.type !== 'text' || event.replyTo === undefined) return false;
  const send = await world.store.outbox.byMessage(office.org, event.chat, event.replyTo);
  return send !== undefined && !send.message.buttons.flat().some(({ action }) => action.command === 'draft');
}

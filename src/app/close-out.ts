import { randomUUID } from 'node:crypto';
import { recordVoid } from '../core/check-in.ts';
import { answersFor, type CloseOut, closeOutAfter, reviewerOf, type Step, stepsFor } from '../core/close-out.ts';
import { toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Action } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { measureNamed } from '../core/plan/measure-named.ts';
import type { Measure, MeasureId, PersonId } from '../core/plan/plan.ts';
import { maskedText } from '../core/reply/mask.ts';
import { type MeasurePart, readMeasurePart } from '../core/reply/measure-words.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade } from '../core/wording/item.ts';
import { hearersOf, measureMessage, measuresMessage, numberOf, stageOf } from '../core/wording/measure.ts';
import { measurePart } from '../core/wording/measure-parts.ts';
import { askBack, type Choice } from './asking.ts';
import { changed } from './changes.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { decidedCard } from './decided-card.ts';
import { mayAskForAll } from './may-ask.ts';
import { actsForOffice } from './office.ts';
import { officeRecord } from './office-record.ts';
import { sealed } from './text.ts';

/** Later than any occurrence: what the index of dues is asked up to. */
const FOR_EVER = 8_640_000_000_000_000;

async function factsOf({ world, office }: Ask, measure: MeasureId): Promise<readonly OccurrenceFacts[]> {
  const all = await world.store.ledger.dueBetween(office.org, 0, FOR_EVER);
  return all.filter((f) => f.measure === measure);
}

function viewer(ask: Ask, person: PersonId = ask.speaker) {
  return { person, isOffice: actsForOffice(ask.office, person, ask.said.at) };
}

/** `/measure 3`: the chain of one measure, or one link of it in full; without a number all measures. */
export async function showMeasure(ask: Ask): Promise<Reply> {
  const { office, action, words, speaker, said } = ask;
  const typed = readMeasurePart(words);
  const name = String(action?.with?.measure ?? typed.name);
  if (name === '') return { message: measuresMessage(office.plan) };
  const measure = measureNamed(office.plan, name);
  if (!measure) return { message: answer(phrase('measure-unknown', { count: office.plan.measures.length })) };
  const part = action ? (action.with?.part as MeasurePart | undefined) : typed.part;
  if (!part) return { message: await cardFor(ask, measure, speaker) };
  // What was done and where the proof lies is for those who answer for the measure, and for those who look after all.
  if (!mayAskForAll(office, speaker, said.at) && !answersFor(measure, speaker, office.plan))
    return { message: answer(phrase('paper-not-yours')) };
  return { message: measurePart(part, measure, await officeRecord(ask.world, office)) };
}

async function cardFor(ask: Ask, measure: Measure, person: PersonId, ...why: readonly Phrase[]) {
  const { world, office, said } = ask;
  const facts = await factsOf(ask, measure.id);
  const told = await world.store.ledger.told(
    office.org,
    facts.filter((f) => !f.settled).map((f) => f.id),
  );
  const steps = stepsFor(measure, viewer(ask, person), office.plan);
  return measureMessage({ measure, plan: office.plan, facts, told, now: said.at, steps }, ...why);
}

/** A step by a tap; `/close 3 纪要存3号柜` submits, or shows what may be done next. */
export async function closeOut(ask: Ask): Promise<Reply> {
  const { office, action, words } = ask;
  const given = action?.with ?? {};
  const [first = '', ...line] = words.trim().split(/\s+/u);
  const measure = measureNamed(office.plan, String(given.measure ?? first));
  if (!measure) return { message: answer(phrase('measure-unknown', { count: office.plan.measures.length })) };
  const steps = stepsFor(measure, viewer(ask), office.plan);
  const step = action
    ? steps.find((s) => s.step === given.step && s.result === given.result)
    : steps.find((s) => s.step === 'submitted');
  if (!step) {
    const message = await cardFor(ask, measure, ask.speaker);
    return { message, ...(action ? { toast: phrase('close-not-now') } : {}) };
  }
  const chosen = given.reason === undefined ? undefined : ask.world.say(phrase(`close-reason-${given.reason}`), 'zh');
  return carryOut(ask, measure, step, chosen ?? (action ? words.trim() : line.join(' ')));
}

async function carryOut(ask: Ask, measure: Measure, step: Step, text: string): Promise<Reply> {
  const facts = await factsOf(ask, measure.id);
  if (step.step === 'submitted' && text === '' && facts.every((f) => !f.evidence)) return askProof(ask, measure);
  if ((step.step === 'returned' || step.step === 'reopened') && text === '') return askWhy(ask, measure, step);
  const late = facts.filter((f) => !f.settled && f.due <= ask.said.at && !f.own);
  if (step.result === 'finished' && late.length > 0)
    return { message: answer(phrase('close-refused-late', { count: late.length })), toast: phrase('close-not-now') };
  return written(ask, measure, step, text, facts);
}

/** 申请销号 without anything that proves it is asked for a line: where the papers lie, or their number. */
function askProof(ask: Ask, measure: Measure): Reply {
  const head = [phrase('close-ask-proof', { title: measure.title }), phrase('close-ask-proof-hint')];
  const free = { command: 'close', about: [], with: { measure: measure.id, step: 'submitted' } };
  return askBack(ask, { question: 'why', head, choices: [], free });
}

const reasons = {
  returned: ['proof', 'work', 'effect'],
  reopened: ['look-back', 'lapse', 'public'],
} as const;

function askWhy(ask: Ask, measure: Measure, { step }: Step): Reply {
  // The card that led here is shown as decided once the reason is told.
  const card: Action['with'] = ask.event.type === 'tap' ? { card: ask.event.messageId } : {};
  const given: NonNullable<Action['with']> = { measure: measure.id, step, ...card };
  const choices = reasons[step === 'returned' ? 'returned' : 'reopened'].map(
    (reason): Choice => ({
      id: reason,
      label: phrase(`close-reason-${reason}`),
      action: { command: 'close', about: [], with: { ...given, reason } },
    }),
  );
  const head = [phrase(`close-ask-${step}`, { title: measure.title })];
  return askBack(ask, { question: 'why', head, choices, free: { command: 'close', about: [], with: given } });
}

/** The step, what it closes, and who hears of it: all in one append, compared with the office's state. */
async function written(
  ask: Ask,
  measure: Measure,
  step: Step,
  text: string,
  facts: readonly OccurrenceFacts[],
): Promise<Reply> {
  const { world, office, said } = ask;
  const line = text === '' ? undefined : sealed(maskedText(text), randomUUID());
  const deeds = deedsOf(ask, measure, step);
  let after: CloseOut | undefined;
  const change = await changed(world, office.org, ({ closeOuts }) => {
    after = closeOuts[measure.id];
    for (const deed of deeds) after = closeOutAfter(after, deed, { at: said.at, by: deed.by });
    return after ? { closeOuts: { ...closeOuts, [measure.id]: after } } : {};
  });
  if (!after) return { toast: phrase('close-not-now'), message: await cardFor(ask, measure, ask.speaker) };
  const entries = deeds.map(
    ({ step: kind, result, by }, i): NewEntry => ({
      ...said,
      by: by === 'bot' ? 'bot' : said.by,
      ...(by !== 'bot' && by !== said.by ? { onBehalfOf: by } : {}),
      about: [],
      measure: measure.id,
      kind: 'close-out',
      step: kind,
      ...(result ? { result } : {}),
      ...(line && i === 0 ? { text: line.ref } : {}),
    }),
  );
  const open = step.result === 'finished' ? facts.filter((f) => !f.settled) : [];
  const decided = { ...measure, closeOut: after };
  return {
    recorded: recordVoid(open, said, 'closed'),
    shows: open.map((f) => f.id),
    entries,
    ...change,
    touches: [`measure/${measure.id}`],
    ...(line ? { texts: line.texts } : {}),
    message: answer(doneWords(ask, decided, step, open.length), ...given(step, text)),
    notices: [...(await tell(ask, decided, step, text)), ...(await cardDecided(ask, decided))],
    toast: phrase('toast-recorded'),
  };
}

function cardDecided(ask: Ask, measure: Measure): Promise<readonly Notice[]> {
  const card = ask.action?.with?.card;
  return decidedCard(ask, stageOf(measure, ask.office.plan), typeof card === 'number' ? card : undefined);
}

interface Deed extends Step {
  readonly by: PersonId;
}

/** What nobody is left to review goes to the Party group at once, and the ledger says so. */
function deedsOf({ said, office, speaker }: Ask, measure: Measure, step: Step): readonly Deed[] {
  const reviewer = reviewerOf(measure, measure.closeOut?.submittedBy ?? '', office.plan);
  if (step.step === 'reviewed') return [{ ...step, by: reviewer ?? speaker }];
  const unreviewed = step.step === 'submitted' && reviewerOf(measure, speaker, office.plan) === null;
  return [{ ...step, by: said.by }, ...(unreviewed ? [{ step: 'reviewed' as const, by: 'bot' }] : [])];
}

/** What was taken for the proof is shown, so that a wrong line is seen at once. */
function given({ step }: Step, text: string): readonly Phrase[] {
  return step === 'submitted' && text !== '' ? [phrase('close-proof-given', { text: maskedText(text) })] : [];
}

function doneWords({ office }: Ask, measure: Measure, { step, result }: Step, voided: number): Phrase {
  const args = { no: numberOf(measure, office.plan), title: measure.title, count: voided };
  const next = measure.closeOut ? hearersOf(measure, measure.closeOut, office.plan)[0] : undefined;
  return phrase(`close-done-${result ?? step}`, {
    ...args,
    person: next ? comrade(office.plan, next) : phrase('empty'),
  });
}

/** Whoever decides next gets the measure with its buttons; whom it concerns hears what was decided and why. */
async function tell(ask: Ask, measure: Measure, { step, result }: Step, text: string): Promise<readonly Notice[]> {
  const { office, said, speaker } = ask;
  const after = measure.closeOut!;
  const people = hearersOf(measure, after, office.plan).filter((person) => person !== speaker);
  const args = { person: comrade(office.plan, speaker), title: measure.title, text };
  const why = phrase(`close-told-${result ?? step}`, args);
  const proof = step === 'submitted' && text !== '' ? [phrase('close-proof-given', { text: maskedText(text) })] : [];
  const decides = after.stage === 'submitted' || after.stage === 'reviewed';
  return Promise.all(
    people.map(async (person) => ({
      id: `close@${said.source}~${toPerson(person)}`,
      kind: 'plain' as const,
      to: toPerson(person),
      at: said.at,
      message: decides ? await cardFor(ask, measure, person, why, ...proof) : answer(why),
    })),
  );
}

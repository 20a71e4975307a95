import { randomUUID } from 'node:crypto';
import { MINUTE } from '../core/calendar.ts';
import { type Evidence, type Recorded, recordEvidence, together } from '../core/check-in.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Action, Line, Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { maskedText } from '../core/reply/mask.ts';
import { normalize } from '../core/reply/normalize.ts';
import { wholeIn } from '../core/reply/sayings.ts';
import { canBeDone } from '../core/standing.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, doneLabel, mattersOf } from '../core/wording/item.ts';
import { numberRows } from '../core/wording/own.ts';
import { type Asked, askBack, askedOf, type Choice } from './asking.ts';
import { confided } from './carry-out.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { meantBy, titleOf } from './evidence.ts';
import type { Fetched } from './fetch-files.ts';
import { formSent } from './ledger-form.ts';
import { reportDone } from './report.ts';
import { openItem, type Surroundings, surroundings } from './surroundings.ts';
import { sealed } from './text.ts';
import { understand } from './understand.ts';

/** A photo that follows a report this soon belongs to it. */
const FOLLOWS_MS = 30 * MINUTE;

/**
 * A message with files: its caption is read as any sentence, its files are kept with what it is about. By the time
 * this answers, they lie in the archive: 已登记 is never said of a file that is not kept.
 */
export async function filed(ask: Ask, text: string, fetched: readonly Fetched[]): Promise<Reply> {
  const around = await surroundings(ask, await askedOf(ask));
  const lost = fetched.flatMap((f) => (f.ok ? [] : [lostPhrase(f)]));
  const got = fetched.flatMap((f) => (f.ok ? [f] : []));
  const form = await formSent(ask, text, fetched);
  if (form) return form;
  if (text.trim() === '' && got.length > 0 && got.every(({ of }) => of.kind === 'voice'))
    return spoken(ask, around, got);
  const reply = text.trim() === '' ? {} : await understand(ask, text);
  if (got.length === 0) return withLost(reply, lost);
  return withLost(await placed(ask, text, around, reply, got), lost);
}

type Got = Extract<Fetched, { ok: true }>;

async function placed(ask: Ask, text: string, around: Surroundings, reply: Reply, got: readonly Got[]): Promise<Reply> {
  const settled = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
  const named = settled.length > 0 ? undefined : wholeNamed(ask, text);
  const facts = settled.length > 0 ? settled : named ? [] : meantByFiles(ask, text, around);
  if (facts.length > 0 && confided(facts, ask.office)) return withLine(reply, phrase('evidence-talk'));
  const { evidence, texts } = await kept(ask, got);
  const all = { ...reply.texts, ...texts };
  const proved = await finishedBy(ask, text, around, reply, evidence);
  if (proved) return { ...proved, texts: { ...all, ...proved.texts } };
  if (facts.length > 0) {
    const recorded = attached(ask, facts, evidence, reply.recorded);
    const base = settled.length > 0 ? reply : {};
    return { ...withLines(base, added(ask, facts, evidence.length, settled.length > 0)), recorded, texts: all };
  }
  const loose = evidence.map((one) => looseEntry(ask, one, named));
  const entries = [...(reply.entries ?? []), ...loose];
  if (named) return { ...withLine({}, named.phrase(evidence.length)), entries, texts: all };
  if (reply.states) return { ...withFiles(reply, evidence), entries, texts: all };
  return { ...askWhere(ask, around, evidence), entries, texts: all };
}

/** 须有佐证: the file that was asked for, or that came with the words 已报, completes the report. */
async function finishedBy(
  ask: Ask,
  text: string,
  around: Surroundings,
  reply: Reply,
  evidence: readonly Evidence[],
): Promise<Reply | undefined> {
  const now = proofAskedIn(reply) ?? (text.trim() === '' ? proofWanted(around.asked) : undefined);
  if (!now) return undefined;
  const facts = (await ask.world.store.ledger.occurrences(ask.office.org, now.about)).filter((f) => !f.settled);
  if (facts.length === 0 || (around.about.length > 0 && !facts.some((f) => around.about.includes(f.id))))
    return undefined;
  const recorded = attached(ask, facts, evidence);
  const done = await reportDone(ask, recorded.occurrences, {});
  const base = { ...done, states: done.states ?? { [`person/${ask.speaker}`]: {} } };
  return {
    ...withLines(base, added(ask, facts, evidence.length, true)),
    recorded: together([recorded, ...(done.recorded ? [done.recorded] : [])]),
  };
}

const proofWanted = (asked: Asked | undefined): Action | undefined =>
  asked?.free?.with?.proof === true ? asked.free : undefined;

function proofAskedIn({ states }: Reply): Action | undefined {
  const asking = Object.values(states ?? {}).flatMap((s) => (typeof s?.asking === 'string' ? [s.asking] : []));
  return asking.map((one) => proofWanted(JSON.parse(one) as Asked)).find((one) => one !== undefined);
}

async function kept(ask: Ask, got: readonly Got[]) {
  const evidence: Evidence[] = [];
  let texts: NonNullable<Reply['texts']> = {};
  for (const { of, content } of got) {
    const words = of.place ? `${of.place.latitude},${of.place.longitude}` : of.name;
    const text = words === undefined ? undefined : sealed(maskedText(words), randomUUID());
    const file = content && { sha256: await ask.world.archive.keep(ask.office.org, content), bytes: content.length };
    evidence.push({ form: of.kind, ...file, ...(text ? { text: text.ref } : {}) });
    texts = { ...texts, ...text?.texts };
  }
  return { evidence, texts };
}

/** Evidence one after another: each counts what the one before left. */
export function attached(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  evidence: readonly Evidence[],
  before: Recorded = together([]),
): Recorded {
  return evidence.reduce((done, one) => {
    const now = facts.map((f) => done.occurrences.find((o) => o.id === f.id) ?? f);
    return together([done, recordEvidence(now, ask.said, one)]);
  }, before);
}

/** What files alone are about: the message replied to, what the caption names, the report just made, the only thing open. */
function meantByFiles(ask: Ask, text: string, around: Surroundings): readonly OccurrenceFacts[] {
  if (around.about.length > 0) return meantBy(around);
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  const weights = [...own, ...around.last].map((f) => ({ f, weight: weightOf(text, f) }));
  const best = Math.max(0, ...weights.map(({ weight }) => weight));
  const fitting = mattersOf(weights.filter(({ weight }) => best > 0 && weight === best).map(({ f }) => f));
  if (fitting.length === 1) return fitting[0]!.facts;
  const fresh = around.last.filter((f) => ask.said.at - f.settled!.at <= FOLLOWS_MS);
  if (fresh.length > 0) return fresh;
  const matters = mattersOf(own);
  return matters.length === 1 ? matters[0]!.facts : [];
}

const weightOf = (text: string, facts: OccurrenceFacts): number =>
  text.trim() === '' ? 0 : aboutness(normalize(text).text, openItem(facts));

interface Whole {
  readonly measure?: string;
  readonly problem?: number;
  phrase(count: number): Phrase;
}

/** 措施3佐证, 问题2材料: evidence of a measure or a problem as a whole. */
function wholeNamed({ office }: Ask, text: string): Whole | undefined {
  const { measures, problems } = office.plan;
  const named = wholeIn(text);
  const no = problems.find((p) => p.no === named.problem)?.no;
  if (no !== undefined) return { problem: no, phrase: (count) => phrase('evidence-problem', { count, no }) };
  const measure = measures[(named.measure ?? 0) - 1] ?? measures.find((m) => text.includes(m.title));
  if (!measure) return undefined;
  return { measure: measure.id, phrase: (count) => phrase('evidence-measure', { count, title: measure.title }) };
}

function looseEntry({ said, office }: Ask, evidence: Evidence, whole: Whole | undefined): NewEntry {
  return {
    at: said.at,
    by: said.by,
    source: said.source,
    about: [],
    ...(whole?.measure ? { measure: whole.measure } : {}),
    planVersion: office.planVersion,
    kind: 'evidence',
    ...evidence,
    ...(whole?.problem === undefined ? {} : { problem: whole.problem }),
  };
}

function askWhere(ask: Ask, around: Surroundings, evidence: readonly Evidence[]): Reply {
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  const matters = mattersOf([...own, ...around.last]).slice(0, 9);
  if (matters.length === 0) return { message: answer(phrase('evidence-nothing')) };
  const files = JSON.stringify(evidence);
  const choices = matters.map((matter): Choice => {
    const about = matter.facts.map((f) => f.id);
    const line = choiceLine(matter, matters, ask);
    return { id: about[0]!, label: line, line, action: { command: 'attach', about, with: { files } } };
  });
  return askBack(ask, { question: 'which-item', head: [phrase('evidence-which')], choices });
}

/** The caption was asked back: what is chosen takes the files along. */
function withFiles(reply: Reply, evidence: readonly Evidence[]): Reply {
  const files = JSON.stringify(evidence);
  const carry = <T extends { readonly command: string; readonly with?: object }>(action: T): T =>
    action.command === 'choose' ? { ...action, with: { ...action.with, files } } : action;
  const states = Object.entries(reply.states ?? {}).map(([thread, state]) => {
    if (typeof state?.asking !== 'string') return [thread, state] as const;
    const asked = JSON.parse(state.asking) as Asked;
    return [thread, { ...state, asking: JSON.stringify({ ...asked, actions: asked.actions.map(carry) }) }] as const;
  });
  const message = reply.message && {
    ...reply.message,
    buttons: reply.message.buttons.map((row) => row.map((b) => ({ ...b, action: carry(b.action) }))),
  };
  return withLine(
    { ...reply, ...(message ? { message } : {}), states: Object.fromEntries(states) },
    phrase('evidence-kept', { count: evidence.length }),
  );
}

/** What is said of files: kept with the report, or kept with something that is not thereby done. */
export function added(ask: Ask, facts: readonly OccurrenceFacts[], count: number, reported: boolean): Message {
  if (reported) return answer(phrase('evidence-kept', { count }));
  const [first] = facts;
  const said = answer(phrase('evidence-added', { count, title: titleOf(facts, ask) }));
  if (!first || first.settled) return said;
  const done = doneLabel(first);
  const buttons =
    canBeDone(first, ask.said.at) === 'yes'
      ? [[{ label: done, action: { command: 'done', about: facts.map((f) => f.id) } }]]
      : [];
  return { ...said, lines: [...said.lines, { text: phrase('evidence-not-done', { done }) }], buttons };
}

/** A voice message says nothing that the bot could read: it says so, and the secretary hears of it. */
async function spoken(ask: Ask, around: Surroundings, got: readonly Got[]): Promise<Reply> {
  const replied = around.about.length > 0 ? meantBy(around) : [];
  const notices = voiceRelay(ask, around);
  if (replied.length === 0 || confided(replied, ask.office))
    return { message: answer(phrase('voice-unread')), notices };
  const { evidence, texts } = await kept(ask, got);
  return {
    recorded: attached(ask, replied, evidence),
    texts,
    notices,
    message: answer(phrase('voice-kept', { title: titleOf(replied, ask) })),
  };
}

function voiceRelay(ask: Ask, around: Surroundings): readonly Notice[] {
  const { office, said, speaker } = ask;
  const secretary = secretaryOf(office.plan);
  if (!secretary || secretary === speaker) return [];
  const own = around.open.filter((f) => f.asked === speaker);
  const matters = mattersOf(own).slice(0, 9);
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  const lines: Line[] = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: choiceLine(matter, matters, ask) }),
    item: i + 1,
  }));
  const head = { text: phrase('voice-relay', { person: comrade(office.plan, speaker) }) };
  const buttons = numberRows(items.map(({ no, about }) => ({ no, action: { command: 'handle', about } })));
  const to = toPerson(secretary);
  return [
    {
      id: `voice@${said.source}~${to}`,
      kind: 'plain',
      to,
      at: said.at,
      message: { lines: [head, ...lines], buttons, items },
    },
  ];
}

function lostPhrase({ why, of }: Extract<Fetched, { ok: false }>): Phrase {
  if (why === 'gone') return phrase('evidence-failed');
  return phrase('evidence-too-large', { name: of.name ?? phrase('evidence-file') });
}

const withLost = (reply: Reply, lost: readonly Phrase[]): Reply => lost.reduce(withLine, reply);
const withLine = (reply: Reply, line: Phrase): Reply => withLines(reply, answer(line));

function withLines(reply: Reply, { lines, buttons }: Message): Reply {
  const before = reply.message ?? answer();
  return {
    ...reply,
    message: { ...before, lines: [...before.lines, ...lines], buttons: [...before.buttons, ...buttons] },
  };
}

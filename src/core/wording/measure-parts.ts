import { dateAt } from '../calendar.ts';
import type { Entry } from '../ledger.ts';
import type { Line, Message } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Measure, PersonId } from '../plan/plan.ts';
import type { MeasurePart } from '../reply/measure-words.ts';
import type { OfficeRecord } from '../reports/contract.ts';
import { evidenceFor } from '../reports/figures/proof.ts';
import { standingOf } from '../standing.ts';
import { fullDay } from './dates.ts';
import { dayDone } from './echo.ts';
import { comrade, nameOf } from './item.ts';
import { numberOf } from './measure.ts';

/** More lines than these no phone shows at once; the newest stand first, the rest is a number. */
const MOST = 8;

/** One link of the chain from problem to close-out in full: what was owed, what proves it, who decided what. */
export function measurePart(part: MeasurePart, measure: Measure, record: OfficeRecord): Message {
  const { plan } = record;
  const lines = linesOf(part, measure, record);
  const head = phrase(`measure-part-${part}`, {
    no: numberOf(measure, plan),
    title: measure.title,
    count: lines.length,
  });
  const rest = lines.length - MOST;
  const shown = lines.slice(0, MOST).map((text): Line => ({ text }));
  const more = rest > 0 ? [{ text: phrase('measure-part-more', { rest }) }] : [];
  const none = lines.length === 0 ? [{ text: phrase('measure-part-none') }] : [];
  const back = {
    label: phrase('measure-part-back'),
    action: { command: 'measure', about: [], with: { measure: measure.id } },
  };
  return { lines: [{ text: head, bold: true }, ...shown, ...more, ...none], buttons: [[back]], items: [] };
}

function linesOf(part: MeasurePart, measure: Measure, record: OfficeRecord): readonly Phrase[] {
  const mine = record.facts.filter((f) => f.measure === measure.id && !f.own);
  if (part === 'duties') return dutyLines(mine, record);
  return part === 'evidence' ? evidenceLines(mine, measure, record) : stepLines(measure, record);
}

/** Every time it was owed, newest first: when, by whom, how it stands, how much proves it. */
function dutyLines(facts: readonly OccurrenceFacts[], { plan, told, now }: OfficeRecord): readonly Phrase[] {
  const { organization } = plan;
  return [...facts]
    .sort((a, b) => b.scheduled - a.scheduled)
    .map((f) => {
      const day = f.settled?.how === 'done' ? dayDone(f, plan) : dateAt(f.due - 1, organization.zone);
      const standing = phrase(`report-standing-${standingOf(f, told[f.id], organization, now)}`);
      const args = { day: fullDay(day), title: f.title, who: who(f, plan), standing };
      return f.evidence
        ? phrase('measure-occurrence-proved', { ...args, count: f.evidence })
        : phrase('measure-occurrence', args);
    });
}

function who({ person, counterpart }: OccurrenceFacts, plan: OfficeRecord['plan']): Phrase | string {
  const name = nameOf(plan, person);
  return counterpart ? phrase('measure-pair', { name, counterpart: nameOf(plan, counterpart) }) : name;
}

function evidenceLines(facts: readonly OccurrenceFacts[], measure: Measure, record: OfficeRecord): readonly Phrase[] {
  const { plan } = record;
  const pieces = evidenceFor(record, facts, { measures: [measure.id] });
  return [...pieces].reverse().map(({ about, name, place, at, by }) => {
    const title = facts.find((f) => about.includes(f.id))?.title;
    return phrase('measure-piece', {
      day: fullDay(dateAt(at, plan.organization.zone)),
      what: place ? phrase('measure-place', { name, place }) : name,
      of: title ? phrase('measure-piece-of', { title }) : phrase('measure-piece-whole'),
      by: nameOf(plan, by),
    });
  });
}

type Step = Extract<Entry, { kind: 'close-out' }>;

/** 申请、审核、认定、退回、反弹、重新开启, in order of time, each with its reason or proof. */
function stepLines({ id }: Measure, { plan, entries, texts }: OfficeRecord): readonly Phrase[] {
  const steps = entries.filter((e): e is Step => e.kind === 'close-out' && e.measure === id);
  return steps.map(({ at, by, onBehalfOf, step, result, text }) => {
    const said = texts[text?.id ?? ''];
    const args = {
      day: fullDay(dateAt(at, plan.organization.zone)),
      who: actor(onBehalfOf ?? by, plan),
      step: phrase(`close-step-${step}`),
      result: phrase(result ? `close-result-${result}` : 'empty'),
    };
    return said ? phrase('measure-step-text', { ...args, text: said }) : phrase('measure-step', args);
  });
}

const actor = (by: PersonId, plan: OfficeRecord['plan']): Phrase =>
  by === 'bot' ? phrase('entry-bot') : comrade(plan, by);

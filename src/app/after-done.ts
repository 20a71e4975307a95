import type { RecordField } from '../core/duties/contract.ts';
import { dutyKind } from '../core/duties/index.ts';
import { lackingIn } from '../core/duty-record.ts';
import type { Button, Line } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Duty } from '../core/plan/plan.ts';
import { nextCheck } from '../core/wording/checks.ts';
import { comrade } from '../core/wording/item.ts';
import { sumOf } from '../core/yearly.ts';
import type { Ask } from './commands/contract.ts';
import { dutyIn } from './office.ts';
import { tellPartners } from './partners.ts';
import { askAcceptance } from './units.ts';

/** What a report brings about beside its record: lines and buttons of the echo, and what others hear. */
export interface After {
  readonly lines: readonly Line[];
  readonly buttons: readonly (readonly Button[])[];
  readonly notices: readonly Notice[];
}

const nothing: After = { lines: [], buttons: [], notices: [] };

export async function afterDone(ask: Ask, credited: readonly OccurrenceFacts[]): Promise<After> {
  const done = credited.filter((f) => f.settled?.how === 'done');
  const [first] = done;
  const duty = first && dutyIn(ask.office, first);
  if (!first || !duty || first.follows) return nothing;
  const parts = [askTrend(duty, done), await askAcceptance(ask, duty, done)];
  const sum = await sumLine(ask, duty, done);
  return {
    lines: [
      ...presenterLine(ask, first),
      ...quorumLine(first),
      ...sum,
      ...lackLine(duty, first),
      ...parts.flatMap((p) => p.lines),
    ],
    buttons: [...parts.flatMap((p) => p.buttons), ...hourButtons(duty, done), ...useButton(ask, done)],
    notices: [...parts.flatMap((p) => p.notices), ...tellPartners(ask, done)],
  };
}

/** 好转, 持平, 变差: asked with the echo of one visit, never of several at once. */
function askTrend(duty: Duty, done: readonly OccurrenceFacts[]): After {
  const [one] = done;
  if (done.length !== 1 || !one || dutyKind(one.kind).asks?.when !== 'after') return nothing;
  const next = nextCheck(duty, one);
  const asked = (next?.lines ?? []).map((line) => ({ ...line, asks: true as const }));
  return next ? { lines: asked, buttons: next.buttons, notices: [] } : nothing;
}

/** 主讲人: said only where it was another than the one who reports. */
function presenterLine({ office, speaker }: Ask, { settled }: OccurrenceFacts): readonly Line[] {
  const presenter = settled?.presenter;
  return presenter && presenter !== speaker
    ? [{ text: phrase('record-presenter', { person: comrade(office.plan, presenter) }) }]
    : [];
}

/** What one more sentence can add; proof, checks and acceptance are asked for in their own ways. */
const addable: readonly RecordField[] = ['attendance', 'presenter', 'amount'];

function lackLine(duty: Duty, first: OccurrenceFacts): readonly Line[] {
  const lacks = lackingIn(dutyKind(first.kind), duty, first).filter((field) => addable.includes(field));
  const fields = lacks.map((field) => phrase(`record-field-${field}`));
  return lacks.length > 0 ? [{ text: phrase('record-lacks', { fields }) }] : [];
}

/** 学时: asked where the plan sums hours up and nobody said how many. */
function hourButtons(duty: Duty, done: readonly OccurrenceFacts[]): readonly (readonly Button[])[] {
  const lacks = done.some((f) => lackingIn(dutyKind(f.kind), duty, f).includes('amount'));
  if (!lacks) return [];
  const about = done.map((f) => f.id);
  return [
    [1, 2, 3, 4].map((hours) => ({
      label: phrase('button-hours', { n: hours }),
      action: { command: 'hours', about, with: { hours } },
    })),
  ];
}

/** 学用结合: what a study decided for the work, for whoever recorded it. */
function useButton({ speaker }: Ask, done: readonly OccurrenceFacts[]): readonly (readonly Button[])[] {
  const studied = done.filter((f) => f.kind === 'study' && f.gathering && f.asked === speaker && !f.own);
  if (studied.length === 0) return [];
  const action = { command: 'use', about: studied.slice(0, 1).map((f) => f.id) };
  return [[{ label: phrase('button-use'), action }]];
}

/** 到会人数没有过半: said as a hint, since only the office knows whether anything was put to the vote (DOMAIN §1d). */
function quorumLine({ kind, settled }: OccurrenceFacts): readonly Line[] {
  const { expected, present } = settled?.attendance ?? {};
  if (kind !== 'meeting' || expected === undefined || present === undefined || present * 2 > expected) return [];
  return [{ text: phrase('quorum-hint', { expected, present }) }];
}

/** 本年累计: for one person's own report of what the plan sums up. */
export async function sumLine(
  { world, office, said }: Ask,
  duty: Duty,
  done: readonly OccurrenceFacts[],
): Promise<Line[]> {
  const [first] = done;
  if ((!duty.amount && !duty.own) || !first) return [];
  const { zone } = office.plan.organization;
  const settled = await world.store.ledger.settledBetween(office.org, said.at - YEAR_MS, said.at + 1);
  const all = [...settled.filter((f) => done.every((d) => d.id !== f.id)), ...done];
  const sum = sumOf(duty, first.person, all, said.at, zone);
  return sum
    ? [
        {
          text: phrase(sum.wanted === 0 ? 'sum-own' : `sum-${sum.unit}`, {
            done: sum.done,
            wanted: sum.wanted,
            period: sum.period,
          }),
        },
      ]
    : [];
}

const YEAR_MS = 366 * 86_400_000;

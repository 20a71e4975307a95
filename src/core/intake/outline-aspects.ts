import { headOf } from './findings.ts';
import { type Labelled, labelledOf } from './labels.ts';
import type { Line } from './lines.ts';
import { inlineItemsOf } from './numbering.ts';
import type { State } from './outline-state.ts';

/** A heading is an aspect if deeper headings follow before any measure, or if it lists its problems inline. */
export function isAspect(
  line: Line,
  lead: string,
  labels: readonly Labelled[],
  rest: readonly Line[],
  state: State,
): boolean {
  const level = line.mark!.level;
  if (labels.some(({ label }) => label === 'measure')) return false;
  if (/问题$/.test(headOf(lead)) && /^(?:关于|针对)|“/.test(lead) && !deeperProblem(rest, level)) return false;
  if (inlineItemsOf(lead).items.length > 1 && (state.aspectLevel === 0 || level <= state.aspectLevel)) return true;
  if (
    state.role === 'problems' &&
    /方面[：:]?$/.test(headOf(lead)) &&
    headOf(lead).length === lead.replace(/[。：:]$/, '').length
  )
    return true;
  if (state.role === 'problems' && !FAULT.test(headOf(lead)) && isText(rest[0])) return true;
  if (labelledProblems(rest, level) > (rest[0]?.mark?.level === DECIMAL ? 0 : 1)) return true;
  for (const next of rest) {
    if (next.mark && next.mark.level <= level) return false;
    // 问题一：… with （一）存在问题：… below it is itself the problem.
    if (next.mark && labelledOf(next.mark.rest)[0]?.label && !/方面$/.test(headOf(lead))) return false;
    if (next.mark) return true;
    if (labelledOf(next.plain).some(({ label }) => label === 'problem')) return true;
    if (labelledOf(next.plain).some(({ label }) => label === 'measure')) return false;
    if (inlineItemsOf(next.plain).items.length > 1 && state.role === 'problems')
      return state.aspectLevel === 0 || level <= state.aspectLevel;
  }
  return false;
}

/** The level of 1.1 below 1. */
const DECIMAL = 3.1;

/** How many headings below one of that level are labelled as problems: 1.1 问题表现：… 1.2 问题表现：… */
function labelledProblems(rest: readonly Line[], level: number): number {
  const end = rest.findIndex(({ mark }) => mark && mark.level <= level);
  const below = (end < 0 ? rest : rest.slice(0, end)).flatMap(({ mark }) => (mark ? [mark] : []));
  return below.filter(({ rest: text }) => /^(?:problem|example)$/.test(labelledOf(text)[0]?.label ?? '')).length;
}

/** （二）带头固本培元方面。党性锻炼有所放松: the aspect and its only problem in one paragraph. */
export function isAspectWithProblem(lead: string): boolean {
  const body = lead.slice(headOf(lead).length).replace(/^[。：\s]+/, '');
  return /方面$/.test(headOf(lead)) && body.length > 6 && inlineItemsOf(lead).items.length < 2;
}

// Words for what is wrong; a heading without any names a field of work.
export const FAULT = /[不缺差少弱慢滞松虚浅软乱偏怕畏薄漏僵]|形式|短板|淡化|问题|违规|重.{1,6}轻|隐患|闲置|滞后|单一/;

function isText(line: Line | undefined): boolean {
  return line !== undefined && !line.mark && line.plain.length > 10 && !labelledOf(line.plain)[0]?.label;
}

function deeperProblem(rest: readonly Line[], level: number): boolean {
  const next = rest.find((line) => line.mark);
  return (
    next !== undefined &&
    next.mark!.level > level &&
    /问题/.test(headOf(next.mark!.rest)) &&
    !rest.slice(0, rest.indexOf(next)).some((line) => labelledOf(line.plain).some(({ label }) => label === 'measure'))
  );
}

import { exampleOf, headOf, problemText, type RawProblem } from './findings.ts';
import type { Line } from './lines.ts';
import { inlineItemsOf } from './numbering.ts';
import { NO_LEVEL, type State } from './outline-state.ts';

export function setAspect(lead: string, line: Line, state: State): void {
  const { lead: head, items } = inlineItemsOf(lead);
  const own = headOf(head || lead);
  state.aspect = own.replace(/^关于|的?问题$/g, '') || own;
  state.aspectLevel = line.mark!.level;
  state.problem = undefined;
  state.problemLevel = NO_LEVEL;
  state.measure = undefined;
  state.open = undefined;
  for (const item of items) addProblem(item, line, state, undefined);
  if (items.length) state.problem = undefined;
}

export function aspectWithProblem(lead: string, line: Line, state: State): void {
  const head = headOf(lead);
  setAspect(head, line, state);
  addProblem(lead.slice(lead.indexOf(head) + head.length).replace(/^[。：\s]+/, ''), line, state, undefined);
  state.open = 'problem';
}

export function startProblem(text: string, line: Line, state: State): void {
  if (state.aspectLevel >= line.mark!.level) {
    state.aspect = null;
    state.aspectLevel = 0;
  }
  addProblem(text, line, state, line.mark!.number);
  state.problemLevel = line.mark!.level;
  state.measure = undefined;
  state.open = 'problem';
  state.pending = {};
}

export function addProblem(text: string, line: Line, state: State, no: number | undefined): void {
  const problem: RawProblem = {
    no,
    aspect: state.aspect,
    text: problemText(text),
    example: exampleOf(text),
    place: line.place,
  };
  state.found.problems.push(problem);
  state.problem = problem;
}

export function addCause(text: string, line: Line, state: State): void {
  const { lead, items } = inlineItemsOf(text);
  const own = items.length ? items : [text];
  if (items.length && lead.length > 30) state.found.causes.push({ text: lead, place: line.place });
  for (const item of own) state.found.causes.push({ text: item.replace(/[。；]$/, ''), place: line.place });
}

/** A heading taken for a problem turns out to be an aspect, once it lists its problems. */
export function demote(state: State): void {
  const head = state.problem!;
  state.found.problems.splice(state.found.problems.indexOf(head), 1);
  state.aspect = head.text;
  state.problem = undefined;
  state.open = undefined;
}

export function isMeasured(problem: RawProblem, { found }: State): boolean {
  return found.measures.some((measure) => measure.problems.includes(problem));
}

/** 问题一：… and below it 存在问题：… are one problem. */
export function labelledProblem(text: string, line: Line, state: State): void {
  const measured = state.problem && isMeasured(state.problem, state);
  if (state.problem && state.open === 'problem' && state.problemLevel !== NO_LEVEL && !measured)
    state.problem.example = text;
  else addProblem(text, line, state, undefined);
}

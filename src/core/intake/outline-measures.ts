import { headOf, type RawMeasure, rawMeasure } from './findings.ts';
import { type Labelled, labelledOf } from './labels.ts';
import type { Line } from './lines.ts';
import { numberedItemsOf } from './numbering.ts';
import { addCause, addProblem, isMeasured, labelledProblem } from './outline-problems.ts';
import { NO_LEVEL, type State } from './outline-state.ts';
import { roleOf } from './sections.ts';

export function requirement(text: string, line: Line, state: State): void {
  const measure = rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true });
  state.found.measures.push(measure);
  state.measure = measure;
  state.measureLevel = line.mark?.level ?? NO_LEVEL;
}

/** In a part that holds measures only, the innermost headings are the measures. */
export function markedMeasure(line: Line, text: string, rest: readonly Line[], state: State): void {
  const level = line.mark!.level;
  const next = rest.find((other) => other.mark);
  const nextIsRole = next && roleOf(next.mark!.rest, next, state.kind);
  const parent =
    next && !nextIsRole && next.mark!.level > level && headOf(text).length >= text.replace(/[。：]$/, '').length - 1;
  if (parent) {
    state.measure = undefined;
    return;
  }
  const [lead, ...labels] = withLead(labelledOf(text));
  const measure = rawMeasure(lead, line.place, { title: headOf(lead) });
  state.found.measures.push(measure);
  state.measure = measure;
  state.measureLevel = level;
  for (const part of labels) readLabel(part, line, state);
}

function withLead(parts: readonly Labelled[]): [string, ...Labelled[]] {
  const [first, ...others] = parts;
  return first && first.label === undefined ? [first.text, ...others] : ['', ...parts];
}

export const ORDINAL =
  /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六七八九十]|其[一二三四五六])[，、：]?/;

export function ordinal(text: string): boolean {
  return ORDINAL.test(text);
}

export function plainMeasure(text: string, line: Line, state: State): void {
  const own = text.replace(ORDINAL, '');
  if (state.measure && !(ordinal(text) && state.measureLevel === NO_LEVEL)) {
    appendTo(state.measure, text);
    return;
  }
  if (own.length < 10 || /^(?:针对|根据|结合|为|对照|围绕|以上|下一步|今后)[^。]{0,60}(?:如下|[：:])$/.test(own))
    return;
  const measure = rawMeasure(own, line.place, { title: headOf(own) });
  state.found.measures.push(measure);
  if (ordinal(text)) {
    state.measure = measure;
    state.measureLevel = NO_LEVEL;
  }
}

export function appendTo(measure: RawMeasure, text: string): void {
  measure.text = measure.text ? `${measure.text}\n${text}` : text;
}

export function startMeasure(text: string, line: Line, state: State): void {
  const [lead, ...labels] = withLead(labelledOf(text));
  if (lead) {
    const { lead: intro, items } = numberedItemsOf(lead);
    const texts = items.length ? [...items] : [lead];
    if (intro && items.length && intro.length > 20) texts.unshift(intro);
    for (const own of texts) addMeasure(own, line, state);
  }
  for (const part of labels) readLabel(part, line, state);
}

function addMeasure(text: string, line: Line, state: State): void {
  const measure = rawMeasure(text, line.place, {
    title: headOf(text),
    problems: state.problem ? [state.problem] : [],
    ...state.pending,
  });
  state.found.measures.push(measure);
  state.measure = measure;
  state.ended = false;
}

export function readLabel({ label, text }: Labelled, line: Line, state: State): void {
  switch (label) {
    case 'problem':
      if (state.role === 'items' || state.role === 'problems' || state.role === 'none') {
        if (text) labelledProblem(text, line, state);
        state.measure = undefined;
        state.open = 'problem';
      }
      return;
    case 'example':
      if (text && (!state.problem || isMeasured(state.problem, state))) addProblem(text, line, state, undefined);
      else if (state.problem && text) state.problem.example = text;
      state.open = 'example';
      return;
    case 'cause':
      if (text) addCause(text, line, state);
      state.open = 'cause';
      return;
    case 'measure':
      state.open = 'measure';
      state.measure = undefined;
      if (text) startMeasure(text, line, state);
      return;
    case 'owner':
    case 'lead':
    case 'department':
    case 'deadline':
    case 'evidence':
      attach(label, text, state);
      return;
    case 'progress':
      state.open = 'progress';
      if (state.measure && /^(?:已完成|已销号|整改完成|已整改)/.test(text)) state.measure.closed = true;
      return;
    case 'aspect':
      state.aspect = text || state.aspect;
      return;
    default:
      return;
  }
}

/** A line of 责任人 or 完成时限 under several measures is about all of them that have none yet. */
function attach(label: 'owner' | 'lead' | 'department' | 'deadline' | 'evidence', text: string, state: State): void {
  const value = text.replace(/[。；，\s]+$/, '');
  if (!value) return;
  const of = state.problem
    ? state.found.measures.filter((measure) => measure.problems.includes(state.problem!))
    : state.measure
      ? [state.measure]
      : [];
  if (!of.length) state.pending = { ...state.pending, [label]: value };
  const own =
    state.measure &&
    of.includes(state.measure) &&
    state.role === 'items' &&
    of.some((measure) => measure[label] !== null)
      ? [state.measure]
      : of;
  for (const measure of own) measure[label] ??= value;
  state.ended = own.length > 0 && (label === 'owner' || label === 'deadline');
}

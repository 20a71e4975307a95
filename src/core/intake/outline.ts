import type { PaperKind } from './draft.ts';
import { exampleOf, type Findings, headOf, rawMeasure } from './findings.ts';
import { bareLabelOf, labelledOf } from './labels.ts';
import type { Line } from './lines.ts';
import { inlineItemsOf } from './numbering.ts';
import { FAULT, isAspect, isAspectWithProblem } from './outline-aspects.ts';
import {
  appendTo,
  markedMeasure,
  ORDINAL,
  ordinal,
  plainMeasure,
  readLabel,
  requirement,
  startMeasure,
} from './outline-measures.ts';
import { addCause, addProblem, aspectWithProblem, demote, setAspect, startProblem } from './outline-problems.ts';
import { fresh, type State } from './outline-state.ts';
import { type Role, roleOf } from './sections.ts';

/** Problems, causes and measures of a paper that is built of headings and paragraphs. */
export function outlineOf(all: readonly Line[], kind: PaperKind): Findings {
  const lines = withProblemLevel(all);
  const state = fresh(kind);
  state.labelled = lines.some((line) =>
    labelledOf(line.mark?.rest ?? line.plain).some(({ label }) => label === 'measure'),
  );
  for (const [i, line] of lines.entries()) readLine(line, lines.slice(i + 1), state);
  return state.found;
}

/** 问题1： stands above （一）存在问题, or below （一）党的领导弱化: what follows it tells. */
function withProblemLevel(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ mark }) => mark?.level === 1.5);
  const next = first < 0 ? undefined : lines.slice(first + 1).find(({ mark }) => mark);
  if (!next || (next.mark!.level === 2 && labelledOf(next.mark!.rest)[0]?.label)) return lines;
  return lines.map((line) => (line.mark?.level === 1.5 ? { ...line, mark: { ...line.mark, level: 2.5 } } : line));
}

function readLine(line: Line, rest: readonly Line[], state: State): void {
  const text = line.mark?.rest ?? line.plain;
  const role = isLabelOfProblem(line, state) ? undefined : roleOf(text, line, state.kind);
  if (role && !(state.problem && line.mark && line.mark.level > Math.min(state.problemLevel, 1))) {
    enter(settled(role, rest, state), line, state);
    const body = text.slice(headOf(text).length).replace(/^[。：\s]+/, '');
    if (body && !line.mark) readBody({ ...line, plain: body }, state, rest);
    else if (body && body.length > 12) readBody({ ...line, plain: body }, state, rest);
    return;
  }
  if (line.mark && !Number.isNaN(line.mark.number) && line.mark.level <= state.roleLevel) {
    // 一、党的建设方面 names no part of its own: it ends the part before it, and is read as an aspect. In a paper that
    // labels its measures, a part without any (三、工作保障) holds general requirements.
    const general = state.labelled && state.kind === 'plan' && !measuresFollow(line.mark.level, rest);
    enter(general ? 'requirements' : defaultRole(state.kind), general ? line : { ...line, mark: undefined }, state);
    if (general) return;
  }
  if (state.role === 'skip') return;
  if (state.role === 'none' && line.mark) state.role = defaultRole(state.kind);
  if (line.mark && state.role !== 'none') readMarked(line, text, rest, state);
  else readBody(line, state, rest);
}

/** 【整改举措】 below a problem is about that problem and opens no part of the paper. */
function isLabelOfProblem(line: Line, { problem, role, labelled }: State): boolean {
  if (line.mark || problem === undefined || role !== 'items' || !labelled) return false;
  return bareLabelOf(line.plain) !== undefined || labelledOf(line.plain)[0]?.label !== undefined;
}

/** 整改措施 heads either problems with their labelled measures, or measures alone after a part of problems. */
function settled(role: Role, rest: readonly Line[], state: State): Role {
  if (role !== 'measures' && role !== 'items') return role;
  if (state.labelled) return state.kind === 'self-examination' ? role : 'items';
  if (state.found.problems.length) return 'measures';
  return role === 'items' || rest.some((line) => line.mark && /问题$/.test(headOf(line.mark.rest)))
    ? 'items'
    : 'measures';
}

function measuresFollow(level: number, rest: readonly Line[]): boolean {
  const end = rest.findIndex(({ mark }) => mark && mark.level <= level);
  const part = end < 0 ? rest : rest.slice(0, end);
  return part.some((line) => labelledOf(line.mark?.rest ?? line.plain).some(({ label }) => label === 'measure'));
}

function defaultRole(kind: PaperKind): Role {
  return kind === 'feedback' || kind === 'self-examination' ? 'problems' : 'items';
}

function enter(role: Role, line: Line, state: State): void {
  Object.assign(state, fresh(state.kind), {
    found: state.found,
    labelled: state.labelled,
    role,
    roleLevel: line.mark?.level ?? 0,
  });
}

function readMarked(line: Line, text: string, rest: readonly Line[], state: State): void {
  const level = line.mark!.level;
  const parts = labelledOf(text);
  if (state.role === 'causes') {
    addCause(text, line, state);
    return;
  }
  if (state.role === 'requirements') {
    requirement(text, line, state);
    return;
  }
  if (state.role === 'measures') {
    markedMeasure(line, text, rest, state);
    return;
  }
  if (state.open === 'measure' && level > state.problemLevel) {
    startMeasure(text, line, state);
    return;
  }
  const lead = parts[0]?.label === undefined ? (parts[0]?.text ?? '') : '';
  const labels = lead ? parts.slice(1) : parts;
  if (lead && state.role === 'problems' && isAspectWithProblem(lead)) aspectWithProblem(lead, line, state);
  else if (lead && isAspect(line, lead, labels, rest, state)) setAspect(lead, line, state);
  else if (lead) startProblem(lead, line, state);
  for (const part of labels) readLabel(part, line, state);
}

function readBody(line: Line, state: State, rest: readonly Line[]): void {
  const parts = labelledOf(line.plain);
  if (parts.length > 1 || parts[0]?.label) {
    if (state.role === 'none') state.role = 'items';
    for (const part of parts) part.label ? readLabel(part, line, state) : goOn(part.text, line, state, rest);
    return;
  }
  goOn(line.plain, line, state, rest);
}

function goOn(text: string, line: Line, state: State, _rest: readonly Line[]): void {
  if (state.role === 'none' || state.role === 'skip') return;
  if (state.role === 'causes') {
    if (text.length > 8) addCause(text, line, state);
    return;
  }
  if (state.role === 'requirements') {
    if (state.measure) appendTo(state.measure, text);
    else requirement(text, line, state);
    return;
  }
  if (state.role === 'measures') {
    plainMeasure(text, line, state);
    return;
  }
  if (state.open === 'measure' && state.problem) {
    if (state.measure && state.ended)
      state.found.measures.push(rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true }));
    else if (state.measure) appendTo(state.measure, text);
    else startMeasure(text, line, state);
    return;
  }
  // Below the head of a problem, in a plan that labels nothing, stands what will be done.
  if (state.role === 'items' && state.problem && !state.labelled && state.kind === 'plan') {
    state.open = 'measure';
    startMeasure(text, line, state);
    return;
  }
  const { lead, items } = inlineItemsOf(text);
  const listsProblems =
    items.length > 1 &&
    (state.role === 'problems' || state.problem === undefined) &&
    !(state.problem && state.aspectLevel > 0 && state.open === 'problem');
  if (listsProblems) {
    if (
      state.problem &&
      state.open === 'problem' &&
      !state.found.measures.some((measure) => measure.problems.includes(state.problem!))
    )
      demote(state);
    else if (!state.aspect && lead.length > 3 && lead.length < 30) state.aspect = headOf(lead);
    for (const item of items) addProblem(item, line, state, undefined);
    state.problem = undefined;
    return;
  }
  const isNew =
    state.role === 'problems' && state.aspect !== null && state.open === undefined && FAULT.test(headOf(text));
  if (state.problem && !isNew)
    state.problem.example = [state.problem.example, exampleOf(`。${text}`) ?? text].filter(Boolean).join('');
  else if (state.role === 'problems' && ordinal(text)) addProblem(text.replace(ORDINAL, ''), line, state, undefined);
  else if (state.role === 'problems' && state.aspect && text.length > 6) addProblem(text, line, state, undefined);
}

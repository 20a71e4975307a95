import type { PaperKind } from './draft.ts';
import {
  exampleOf,
  type Findings,
  headOf,
  noFindings,
  problemText,
  type RawMeasure,
  type RawProblem,
  rawMeasure,
} from './findings.ts';
import { bareLabelOf, type Label, type Labelled, labelledOf } from './labels.ts';
import type { Line } from './lines.ts';
import { inlineItemsOf, numberedItemsOf } from './numbering.ts';
import { type Role, roleOf } from './sections.ts';

interface State {
  readonly found: Findings;
  readonly kind: PaperKind;
  role: Role;
  roleLevel: number;
  aspect: string | null;
  aspectLevel: number;
  problem: RawProblem | undefined;
  problemLevel: number;
  measure: RawMeasure | undefined;
  measureLevel: number;
  /** Owner and deadline of the measure were told: what follows without a mark belongs to it no longer. */
  ended: boolean;
  /** The paper writes 整改措施： in front of its measures. */
  labelled: boolean;
  /** What lines without mark and label go on with. */
  open: Label | undefined;
  /** An owner or deadline that stood before its measure. */
  pending: { owner?: string; lead?: string; department?: string; deadline?: string; evidence?: string };
}

const NO_LEVEL = 99;

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

function fresh(kind: PaperKind): State {
  return {
    found: noFindings(),
    kind,
    role: 'none',
    roleLevel: 0,
    aspect: null,
    aspectLevel: 0,
    problem: undefined,
    problemLevel: NO_LEVEL,
    measure: undefined,
    measureLevel: NO_LEVEL,
    labelled: false,
    ended: false,
    open: undefined,
    pending: {},
  };
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

/** A heading is an aspect if deeper headings follow before any measure, or if it lists its problems inline. */
function isAspect(line: Line, lead: string, labels: readonly Labelled[], rest: readonly Line[], state: State): boolean {
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
function isAspectWithProblem(lead: string): boolean {
  const body = lead.slice(headOf(lead).length).replace(/^[。：\s]+/, '');
  return /方面$/.test(headOf(lead)) && body.length > 6 && inlineItemsOf(lead).items.length < 2;
}

function aspectWithProblem(lead: string, line: Line, state: State): void {
  const head = headOf(lead);
  setAspect(head, line, state);
  addProblem(lead.slice(lead.indexOf(head) + head.length).replace(/^[。：\s]+/, ''), line, state, undefined);
  state.open = 'problem';
}

// Words for what is wrong; a heading without any names a field of work.
const FAULT = /[不缺差少弱慢滞松虚浅软乱偏怕畏薄漏僵]|形式|短板|淡化|问题|违规|重.{1,6}轻|隐患|闲置|滞后|单一/;

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

function setAspect(lead: string, line: Line, state: State): void {
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

function startProblem(text: string, line: Line, state: State): void {
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

function addProblem(text: string, line: Line, state: State, no: number | undefined): void {
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

function addCause(text: string, line: Line, state: State): void {
  const { lead, items } = inlineItemsOf(text);
  const own = items.length ? items : [text];
  if (items.length && lead.length > 30) state.found.causes.push({ text: lead, place: line.place });
  for (const item of own) state.found.causes.push({ text: item.replace(/[。；]$/, ''), place: line.place });
}

function requirement(text: string, line: Line, state: State): void {
  const measure = rawMeasure(text, line.place, { title: headOf(text), onlyWithDuty: true });
  state.found.measures.push(measure);
  state.measure = measure;
  state.measureLevel = line.mark?.level ?? NO_LEVEL;
}

/** In a part that holds measures only, the innermost headings are the measures. */
function markedMeasure(line: Line, text: string, rest: readonly Line[], state: State): void {
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

/** A heading taken for a problem turns out to be an aspect, once it lists its problems. */
function demote(state: State): void {
  const head = state.problem!;
  state.found.problems.splice(state.found.problems.indexOf(head), 1);
  state.aspect = head.text;
  state.problem = undefined;
  state.open = undefined;
}

const ORDINAL = /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六七八九十]|其[一二三四五六])[，、：]?/;

function ordinal(text: string): boolean {
  return ORDINAL.test(text);
}

function plainMeasure(text: string, line: Line, state: State): void {
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

function appendTo(measure: RawMeasure, text: string): void {
  measure.text = measure.text ? `${measure.text}\n${text}` : text;
}

function startMeasure(text: string, line: Line, state: State): void {
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

function readLabel({ label, text }: Labelled, line: Line, state: State): void {
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

/** 问题一：… and below it 存在问题：… are one problem. */
function labelledProblem(text: string, line: Line, state: State): void {
  const measured = state.problem && isMeasured(state.problem, state);
  if (state.problem && state.open === 'problem' && state.problemLevel !== NO_LEVEL && !measured)
    state.problem.example = text;
  else addProblem(text, line, state, undefined);
}

function isMeasured(problem: RawProblem, { found }: State): boolean {
  return found.measures.some((measure) => measure.problems.includes(problem));
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

import { labelsByContent } from './column-content.ts';
import { type Label, type Labelled, labelledOf, labelOfName, withBareDeadline } from './labels.ts';
import type { Line } from './lines.ts';
import type { NatureReader } from './nature-rules.ts';

/** Labels in words of an office's own (做法：, 【怎么改】), by how they are written. */
export type LearnedLabels = ReadonlyMap<string, Label>;

// In brackets, or before a colon; it begins a line or follows the end of another field.
const OWN =
  /(?:^|(?<=[。；\s】◆◇■□●○★☆▲△▶※•·→⇒►]))(?:【(?<bracketed>[^【】：，。；]{2,10})】[：\s]*|(?<bare>[\u4e00-\u9fff]{1,8})：\s*)/g;

interface Cut {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Words that begin several fields, known by a word that they hold, else by what stands behind them. */
export function learnedLabelsOf(lines: readonly Line[], nature: NatureReader): LearnedLabels {
  const values = new Map<string, Line[]>();
  for (const [at, line] of lines.entries()) {
    const text = fieldsOf(line);
    const cuts = cutsOf(text).filter(({ from, to }) => !labelledOf(text.slice(from, to))[0]?.label);
    for (const [i, { name, to }] of cuts.entries()) {
      // 处方： on a line of its own: what it names begins below it.
      const value = text.slice(to, cuts[i + 1]?.from).trim() || (lines[at + 1] ? fieldsOf(lines[at + 1]!) : '');
      values.set(name, [...(values.get(name) ?? []), { ...line, plain: value }]);
    }
  }
  const learned = new Map<string, Label>();
  const repeated = [...values].filter(([, told]) => told.length > 1);
  for (const [name, told] of repeated) {
    const label = labelOfName(name) ?? byContent(told, nature);
    if (label && label !== 'no') learned.set(name, label);
  }
  // Where one label names the problems, another that tells faults says more about them.
  const named = repeated.some(([name]) => labelOfName(name) === 'problem');
  for (const [name, label] of learned)
    if (named && label === 'problem' && !labelOfName(name)) learned.set(name, 'example');
  return learned;
}

/** What may hold labels: a line without its number; 【怎么改】 is a label itself. */
export function fieldsOf({ plain, mark }: Pick<Line, 'plain' | 'mark'>): string {
  return mark && !plain.endsWith(`${mark.rest}】`) ? mark.rest : plain;
}

function cutsOf(text: string): readonly Cut[] {
  return [...text.matchAll(OWN)].map((hit) => ({
    name: (hit.groups!.bracketed ?? hit.groups!.bare)!,
    from: hit.index,
    to: hit.index + hit[0].length,
  }));
}

function byContent(told: readonly Line[], nature: NatureReader): Label | undefined {
  return labelsByContent(
    told.map((line) => [line]),
    new Set(),
    nature,
  )[0]?.[0];
}

/** The labelled pieces of a text, with the labels that the paper made up itself. */
export function piecesOf(text: string, learned: LearnedLabels): readonly Labelled[] {
  const cuts = cutsOf(text).filter(({ name }) => learned.has(name));
  if (!cuts.length) return labelledOf(text);
  const pieces = cuts.flatMap(({ name, to }, i): readonly Labelled[] => {
    const [first, ...rest] = labelledOf(text.slice(to, cuts[i + 1]?.from).trim());
    const own = first && !first.label ? first.text : '';
    return [
      { label: learned.get(name)!, text: own.replace(/[；，\s◆◇■□●○★☆▲△▶※•·]+$/, '') },
      ...(first?.label ? [first] : []),
      ...rest,
    ];
  });
  const all = [...labelledOf(text.slice(0, cuts[0]!.from).trim()), ...pieces];
  return all.some(({ label }) => label === 'deadline') ? all : all.flatMap(withBareDeadline);
}

import { labelsByContent } from './column-content.ts';
import { type Label, type Labelled, labelledOf, labelOfName, withBareDeadline } from './labels.ts';
import type { Line } from './lines.ts';

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
export function learnedLabelsOf(lines: readonly Line[]): LearnedLabels {
  const values = new Map<string, Line[]>();
  for (const line of lines) {
    const text = fieldsOf(line);
    const cuts = cutsOf(text).filter(({ from, to }) => !labelledOf(text.slice(from, to))[0]?.label);
    for (const [i, { name, to }] of cuts.entries()) {
      const value = text.slice(to, cuts[i + 1]?.from).trim();
      values.set(name, [...(values.get(name) ?? []), { ...line, plain: value }]);
    }
  }
  const learned = new Map<string, Label>();
  for (const [name, told] of values) {
    const label = told.length < 2 ? undefined : (labelOfName(name) ?? byContent(told));
    if (label && label !== 'no') learned.set(name, label);
  }
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

function byContent(told: readonly Line[]): Label | undefined {
  return labelsByContent(
    told.map((line) => [line]),
    new Set(),
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

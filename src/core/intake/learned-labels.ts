import { labelsByContent } from './column-content.ts';
import { type Label, type Labelled, labelledOf } from './labels.ts';
import type { Line } from './lines.ts';

/** Labels in words of an office's own (做法：, 到啥时候：), by how they are written. */
export type LearnedLabels = ReadonlyMap<string, Label>;

const OWN = /^(?<name>[\u4e00-\u9fff]{2,6})：(?<value>.+)$/;

/** Words before a colon that begin several lines, known by what stands behind them. */
export function learnedLabelsOf(lines: readonly Line[]): LearnedLabels {
  const values = new Map<string, Line[]>();
  for (const line of lines) {
    const { name, value } = OWN.exec(line.plain)?.groups ?? {};
    if (line.mark || !name || labelledOf(line.plain)[0]?.label) continue;
    values.set(name, [...(values.get(name) ?? []), { ...line, plain: value! }]);
  }
  const learned = new Map<string, Label>();
  for (const [name, told] of values) {
    const label =
      told.length >= 2
        ? labelsByContent(
            told.map((line) => [line]),
            new Set(),
          )[0]?.[0]
        : undefined;
    if (label && label !== 'no') learned.set(name, label);
  }
  return learned;
}

/** The labelled pieces of a line, with the labels that the paper made up itself. */
export function piecesOf(line: Line, learned: LearnedLabels): readonly Labelled[] {
  const { name, value } = OWN.exec(line.plain)?.groups ?? {};
  const label = name === undefined ? undefined : learned.get(name);
  return label ? [{ label, text: value!.replace(/[；，\s]+$/, '') }] : labelledOf(line.plain);
}

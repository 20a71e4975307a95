import { addMonths } from '../calendar.ts';
import type { IntakeContext } from './context.ts';
import type { Anchors } from './deadline.ts';
import type { Header } from './header/index.ts';
import { isGrid, type Part } from './lines.ts';
import { numberOf } from './plain.ts';

/** What dates without a year and periods without a start are counted from in this paper. */
export function anchorsOf(header: Header, parts: readonly Part[], context: IntakeContext): Anchors {
  const { date, feedback } = header;
  const text = parts.flatMap((part) => (isGrid(part) ? [] : [part.plain])).join('\n');
  const months = /集中整改(?:期|时间|时限)?[^。；\n]{0,20}?(\d{1,2}|[一二三四五六])个月/.exec(text)?.[1];
  const from = feedback ?? date;
  const window = months && from ? addMonths(from, numberOf(months)) : null;
  // A plan for next year bears this year's date; 2025年度 over a paper of 2026 is what it looks back on.
  const dated = date && header.year && Number(date.slice(0, 4)) < header.year ? header.year : null;
  return { date, feedback, window, year: context.year ?? dated ?? (date ? null : header.year) };
}

import type { LocalDate } from '../../calendar.ts';
import { isGrid, type Line, type Part } from '../lines.ts';
import { authorOf } from './author.ts';
import { claimedIn } from './claimed.ts';
import { feedbackDate, paperDate, yearIn } from './dates.ts';
import { organizationOf } from './organization.ts';
import { titleOf } from './title.ts';

/** What stands over and under a paper. */
export interface Header {
  readonly title: string;
  readonly organization: string | null;
  readonly date: LocalDate | null;
  readonly feedback: LocalDate | null;
  readonly year: number | null;
  /** The one who speaks in the first person, with the post: 县民政局党组书记、局长 张建国. */
  readonly author: { readonly name: string; readonly post: string | null; readonly line: Line } | null;
  readonly claimed: {
    readonly aspects: number | null;
    readonly problems: number | null;
    readonly measures: number | null;
  };
  /** How many lines the title takes. */
  readonly titleLines: number;
}

export function headerOf(parts: readonly Part[]): Header {
  const lines = parts.flatMap((part) => (isGrid(part) ? [] : [part]));
  const { title, titleLines } = titleOf(parts, lines);
  const body = parts.flatMap((part) => (isGrid(part) ? part.rows.flat() : [part]));
  const plain = title.replace(/\s/g, '');
  const feedback = feedbackDate(lines);
  const author = authorOf(lines, titleLines);
  return {
    title,
    organization: organizationOf(plain, lines, titleLines),
    date: paperDate(lines, parts) ?? feedback,
    feedback,
    year: yearIn(plain),
    author,
    claimed: claimedIn(body),
    titleLines,
  };
}

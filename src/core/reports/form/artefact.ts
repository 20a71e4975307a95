import type { Message } from '../../message.ts';
import type { Phrase } from '../../phrase.ts';
import type { Bundle } from './bundle.ts';
import type { Feed } from './feed.ts';
import type { Paper } from './paper.ts';
import type { Picture } from './picture.ts';
import type { Workbook } from './workbook.ts';

/** What a report composes, by its form. */
export interface Forms {
  readonly message: Message;
  readonly workbook: Workbook;
  readonly paper: Paper;
  readonly picture: Picture;
  readonly bundle: Bundle;
  readonly feed: Feed;
}

export type FormName = keyof Forms;

/** Instead of a report: why there is none. Its sums do not agree, or what it is about was not named. */
export interface Refusal {
  readonly refused: readonly Phrase[];
}

export function isRefusal(made: object): made is Refusal {
  return 'refused' in made;
}

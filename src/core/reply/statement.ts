import type { ItemKind } from './contract.ts';
import type { DateMention, Today } from './day.ts';
import { deedOf } from './deed.ts';
import { PLAIN } from './marks.ts';
import { wishOf } from './wish.ts';
import * as words from './words.ts';

/** What one clause says by itself; `fact` is a clause that only adds a date, names or figures. */
export type Label =
  | 'done'
  | 'part'
  | 'lacking'
  | 'ahead'
  | 'failed'
  | 'untold'
  | 'postpone'
  | 'delegate'
  | 'excuse'
  | 'absent'
  | 'void'
  | 'undo'
  | 'question'
  | 'hearsay'
  | 'unsure'
  | 'sarcasm'
  | 'acknowledge'
  | 'fact';

export interface Statement {
  /** The clause with names, days and titles painted over. */
  readonly text: string;
  readonly end: string;
  readonly dates: readonly DateMention[];
}

/** What the clause before leaves hanging: a condition, or whose words follow. */
export interface Hanging {
  readonly condition: boolean;
  readonly hearsay: boolean;
}

/** Who the persons of the clause are to the speaker and the duty. */
export interface Setting {
  readonly kind: ItemKind;
  readonly gathering: boolean;
  readonly today: Today;
  /** The first person of the clause is the speaker. */
  readonly selfFirst: boolean;
}

/** Reads one clause. Whatever could mean that it has not happened wins over what says that it has. */
export function labelOf(statement: Statement, setting: Setting, hanging: Hanging): Label {
  const { text, end } = statement;
  const bare = text.replace(/[\s!.,。:、\ue004]+/g, '');
  if (words.SARCASM.test(text)) return 'sarcasm';
  const nod = bare.replace(/[👍👌🙏🆗🫡🤝]/gu, '') || bare;
  // Squeezed for blanks that dictation puts between characters; as typed for words that need them: got it.
  if ((nods(nod) || nods(text.replace(/[!.,。:\ue004]+|[👍👌🙏🆗🫡🤝]/gu, '').trim())) && end !== '?')
    return 'acknowledge';
  const asked = end === '?' || words.QUESTION.test(text.replace(words.NOT_NEGATIVE, PLAIN));
  const wish = wishOf(statement, setting, asked);
  if (wish) return wish;
  if (asked) return 'question';
  if (hanging.hearsay || (words.HEARSAY.test(text) && !/^(?:我说|说好)/.test(text))) return 'hearsay';
  return deedOf(statement, setting, hanging);
}

/** 收到, also two nods in a row: 好的收到. */
function nods(text: string): boolean {
  if (text.length > 16) return false;
  if (words.ACK.test(text)) return true;
  const first = /^(?:好的?|嗯+|行|ok|收到|是)/.exec(text)?.[0] ?? '';
  return first !== '' && words.ACK.test(text.slice(first.length));
}

export const leavesHanging = (text: string, label: Label): Hanging => ({
  condition:
    label !== 'done' &&
    /^(?:如果|要是|若|假如|万一|一旦|只要|除非|等(?!级)|等到|待)/.test(text.trim()) &&
    !/[就再才]/.test(text),
  hearsay: /(?:说|称|讲|道|听说|据说)[:]?$/.test(text.trim()) && !/我说$/.test(text) && label !== 'done',
});

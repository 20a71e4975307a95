import type { ItemKind } from './contract.ts';
import type { DateMention, Today } from './day.ts';
import { deedOf } from './deed.ts';
import { PLAIN } from './marks.ts';
import type { OwnWords } from './own-words.ts';
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
  /** 不是没谈: two denials are a claim, but one to record only beside a plain word. */
  | 'doubled'
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
  /** 我是不是 | 还差一个: what was asked goes on. */
  readonly question: boolean;
  /** 除了陈敏, | 其他同志都谈了: the others are those of the duty. */
  readonly except: boolean;
  /** 替李局补报, | 他昨天谈了: he is the one who is spoken for. */
  readonly behalf: boolean;
}

export const NOTHING_HANGS: Hanging = {
  condition: false,
  hearsay: false,
  question: false,
  except: false,
  behalf: false,
};

/** Who the persons of the clause are to the speaker and the duty. */
export interface Setting {
  readonly kind: ItemKind;
  readonly gathering: boolean;
  readonly today: Today;
  /** The first person of the clause is the speaker. */
  readonly selfFirst: boolean;
  readonly own: OwnWords;
}

// A smile beside a nod says nothing; a tick or a cross does.
const PICTURES = /(?![✅❌])\p{Extended_Pictographic}|\[[\u4e00-\u9fff]{1,4}\]/gu;

/** Reads one clause. Whatever could mean that it has not happened wins over what says that it has. */
export function labelOf(statement: Statement, setting: Setting, hanging: Hanging): Label {
  const { text, end } = statement;
  const bare = text.replace(/[\s!.,。:、\ue004]+/g, '');
  if (words.SARCASM.test(text)) return 'sarcasm';
  // 好的张局, 张局收到: whom one nods to.
  const nod = (bare.replace(PICTURES, '') || bare).replace(/^\ue001+(?=.{2})|(?<=.{2}|好|嗯)\ue001+$/g, '');
  // Squeezed for blanks that dictation puts between characters; as typed for words that need them: got it.
  if (
    (nods(nod) ||
      nods(
        text
          .replace(/[!.,。:\ue004]+/gu, '')
          .replace(PICTURES, '')
          .trim(),
      )) &&
    end !== '?'
  )
    return 'acknowledge';
  const asked =
    end === '?' ||
    hanging.question ||
    (words.QUESTION.test(text.replace(words.NOT_NEGATIVE, PLAIN)) && !words.UNSETTLED.test(text)) ||
    words.CHOICE.test(text);
  // 不是早就报了吗: said to be done already, as much as 不是没报.
  if (/^不是(?:早就|早已|已经|都)[^,]{1,12}了吗$/.test(bare)) return 'doubled';
  // 谁说开完了？: nobody did.
  if (/^谁(?:[跟和给]你说|告诉你)[^,]{1,10}[了过]$/.test(bare)) return 'failed';
  const wish = wishOf(statement, setting, asked);
  if (wish) return wish;
  if (asked) return 'question';
  if (hanging.hearsay || (words.HEARSAY.test(text) && !/^(?:我说|说好)/.test(text))) return 'hearsay';
  return deedOf(statement, setting, hanging);
}

/** 收到, also nods in a row: 好的收到, 行行行知道了. Short, so that trying all ways to part it stays cheap. */
function nods(text: string): boolean {
  if (text.length > 16) return false;
  if (words.ACK.test(text)) return true;
  for (let at = text.length - 1; at > 0; at--)
    if (words.ACK.test(text.slice(0, at))) {
      const rest = text.slice(at).replace(/^(?:我们?)?都?(?=[知晓明清了])/, '');
      if (nods(rest)) return true;
    }
  return false;
}

export const leavesHanging = (text: string, label: Label): Hanging => ({
  condition:
    label !== 'done' &&
    /^(?:如果|要是|若|假如|万一|一旦|只要|除非|等(?!级)|等到|待)/.test(text.trim()) &&
    !/[就再才]/.test(text),
  hearsay: /(?:说|称|讲|(?<!一)道|听说|据说)[:]?$/.test(text.trim()) && !/我说$/.test(text) && label !== 'done',
  question:
    /(?:是不是|是否|有没有|会不会|能不能|可不可以)$/.test(text.trim()) ||
    /^(?:[你您请]|帮我|麻烦)*(?:看看|看一下|查查|查一下|问一下|请问|说说|告诉我)我?$/.test(text.trim()),
  except: words.EXCEPT.test(text),
  behalf: words.ON_BEHALF.test(text),
});

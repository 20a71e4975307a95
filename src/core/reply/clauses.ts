import { DATE, PERSON } from './marks.ts';

export interface Clause {
  readonly from: number;
  readonly to: number;
  /** What closed it: a mark, or empty at a conjunction. */
  readonly end: string;
}

const STOPS =
  /[,。;!?\n…—]|(?<=如下):|(?<=[\u4e00-\u9fff\ue001])(?:✌|[\ud83c-\ud83e](?!\udc4d)[\udc00-\udfff])+ ?(?=\S)|(?<=[了过完])[啊呀哈嘛哦](?=[\u4e00-\u9fff\ue001-\ue003])|\s[-–]+\s|(?<=\ue002)[吧呢嘛啊呀](?=\S)|(?<!\ue001)\((?!\ue002+\))|\.(?!\d)/;
// Before these words a new statement begins, also where nobody typed a mark (dictation).
const TURNS =
  /(?<=.)(?:但是?|不过|可是|然而|只是|另外|其余|其他的?|其它|结果|因为|所以|然后|接着|后来|因此|于是|而且|并且|同时(?!学|开|谈)|就差|只差|还差|只剩|还剩|之后又|(?<=了[呀啊呢嘛哈]?)(?:怎么(?![办样])|咋(?![办样])|为什么|为啥|干嘛|忘)|(?<=[了过](?:一下|一次|一遍|会儿)?)(?:主要|内容|谈得|聊得|[他她](?!们?的?[谈学开]?$)|回头)|(?<=了)[让请叫派](?=\ue001)|(?<=[^,。;!?\n]{5}[了过](?:啊|哈)?)(?:(?=我们|咱们?(?!也?不)|大家|\ue001+[^,]{0,6}(?:没来|没到|请假|住院|出差)|\ue002+(?:咱|我们?)?(?:打算|准备|要)|[一两二三四五六七八九十\d]+个?(?:人|同志|党员)(?:到|来))|(?=我(?!也?不|信|看|觉得|才|们|马上|就|再|立|一定|会|来|去))|(?=你(?!信|说|猜|也|没|们?的)))|(?<=[\u4e00-\u9fff]{4})(?<![跟和与是让请给对陪的由叫代替约找等为向把将到])(?=我们[学开谈听讲看念搞]了)|(?<!(?:的|不是|[听据传][说讲][^,]{0,10}))早[就已]|其实|(?<=[了过完])(?=[来到学念听讲]了)|(?<=没[来到去]|请假)(?=[学念讲听传研])|\bbut\b|\bhowever\b|\bthen\b|\bbecause\b)|(?<=[了过完好])(?:还有?|又(?!怎|如何|能)|并(?=[研讨学传部])|就(?=[还差剩是])|也(?=[没还](?!用|意义))|没(?!来|到|人知道|有?意义|有?用|(?:有)?[啊呀呢]?(?:$|[?。,!;我你您他她谁\ue001])))/;
// 陈敏谈了王志强没谈李卫民也谈了, 是陈敏不是王志强: the next name opens the next statement.
const NEXT_NAME =
  /(?<=[了过完好]|[没未][开谈学报交去]|没有[开谈学报交去])(?=\ue001+(?:也|都|还|已经?|就)*(?:没|未|尚|不|在|去|请假|出差))|(?<=[了过好]|[没未][开谈学报交去]|没有[开谈学报交去])(?=\ue001+(?:也|都|还|已经?|就)*[谈聊])|(?<=[\ue001\ue002])(?=而?(?:不是|并非)[\ue001\ue002])|(?<=[\u4e00-\u9fff])(?=\d{1,2}、[已未没还完推改延取])|(?<=[了过完])(?=(?![了过成毕善])[\u4e00-\u9fff]{1,5}(?:还|也)(?:没(?!用|意义)|未|差))|(?<=[了过完好])(?=\ue002+的?(?:还|也|都|没|未|再|要))/;

const BLANK = '|(?<=[\\u4e00-\\u9fff\\ue001-\\ue003✅]) +(?=[\\u4e00-\\u9fff\\ue001-\\ue003\\d])';

/**
 * Statements, in order. One pass; joined list members (甲、乙) stay together. Between Chinese words a blank parts as a
 * comma does; in English (see P tomorrow) it is a blank, also where both sides are painted.
 */
export function clausesOf(text: string, chinese = true): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  const pattern = new RegExp(`${STOPS.source}${chinese ? BLANK : ''}|${TURNS.source}|${NEXT_NAME.source}`, 'g');
  for (const m of text.matchAll(pattern)) {
    const turn = m[0] === '' || (m[0].length > 0 && !/^[吧呢嘛啊呀]$/.test(m[0]) && /[\u4e00-\u9fffa-z]/.test(m[0]));
    if (m.index < at) continue;
    if (!turn && m[0] === ',' && (isList(text, at, m.index) || NEXT_STEP.test(text.slice(at, m.index)))) continue;
    push(clauses, text, at, m.index, turn ? '' : m[0].trim() || ' ');
    at = turn ? m.index : m.index + m[0].length;
  }
  push(clauses, text, at, text.length, '');
  return clauses;
}

/** 下一步，将…: the words that follow are those of the next step. */
const NEXT_STEP = /^\s*(?:下一?步|接下来|下阶段|今后|此外)$/;

// 和甲，乙，丙都谈了: commas between bare names belong to one statement.
function isList(text: string, from: number, comma: number): boolean {
  const after = text.slice(comma + 1, comma + 12);
  const names = new RegExp(`[${PERSON}]$`).test(text.slice(Math.max(from, comma - 1), comma));
  return (
    names &&
    new RegExp(`^\\s*[${PERSON}]+(?:[,、和与]|都|等)`).test(after) &&
    !new RegExp(`[${DATE}]`).test(after.slice(0, 1))
  );
}

function push(clauses: Clause[], text: string, from: number, to: number, end: string): void {
  const last = clauses.at(-1);
  if (text.slice(from, to).trim() === '') {
    // Marks in a row (？！) belong to the statement before; a question mark wins.
    if (last && (end === '?' || last.end === '')) clauses[clauses.length - 1] = { ...last, end };
    return;
  }
  clauses.push({ from, to, end });
}

// Characters of traditional re-posts and of financial numerals that occur in schedule phrases.
const traditional =
  '毎每週周禮礼點点個个號号內内後后會会議议開开節节慶庆國国勞劳動动長长堅坚續续進进兩两間间時时鐘钟鍾钟從从於于際际應应當当數数終终雙双單单順顺遲迟調调遇遇則则並并為为處处斷断報报態态總总結结檢检談谈話话饋馈發发隨随適适儘尽盡尽時时將将並并現现實实歲岁壓压產产業业員员黨党導导訪访學学習习體体擴扩規规請请負负責责傳传達达據据農农曆历臘腊陰阴頭头壹一貳二贰二參三叁三肆四伍五陸六陆六柒七捌八玖九拾十佰百俩两倆两';

const simple = new Map<string, string>();
for (let i = 0; i < traditional.length; i += 2) simple.set(traditional[i]!, traditional[i + 1]!);

const punctuation: ReadonlyArray<readonly [RegExp, string]> = [
  [/[~～—–−〜]+/g, '-'],
  // 二○二六年: a circle among numerals is a zero; elsewhere it is a blank to be filled in.
  [/(?<=[一二三四五六七八九〇])○|○(?=[一二三四五六七八九〇])/g, '〇'],
  [/[“”"'‘’「」『』《》【】[\]]/g, ''],
  [/[;。.!！?？]+$/g, ''],
  // Our own explanation says the date of an event deadline in brackets; it is not part of the phrase.
  [/\((?:即|that is )[^)]*\)/g, ''],
];

/** A phrase in one form: half-width, lower case, simplified, plain punctuation. Spaces go where Chinese is written. */
export function normalOf(text: string): string {
  let normal = text.normalize('NFKC').toLowerCase();
  normal = [...normal].map((char) => simple.get(char) ?? char).join('');
  for (const [from, to] of punctuation) normal = normal.replace(from, to);
  normal = normal.replace(/\s+/g, ' ').trim();
  return isChinese(normal) ? withoutSpaces(normal) : normal;
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** What changes between Chinese and English within one phrase, part by part; figures go with what stands before them. */
export function partsByLanguage(text: string): readonly string[] {
  const parts = text.normalize('NFKC').match(/[a-z][^\p{Script=Han}]*|[^a-z]+/giu) ?? [];
  return parts.map(normalOf).filter((part) => part !== '');
}

/** A space between two digits separates two numbers (每周5 9点) and becomes a comma. */
function withoutSpaces(text: string): string {
  return text.replace(/(\d) (?=\d)/g, '$1,').replace(/ /g, '');
}

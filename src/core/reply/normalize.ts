import { simplified } from './traditional.ts';

/** A sentence in one spelling, with the way back to what was typed. */
export interface Normal {
  readonly text: string;
  /** What the person typed for a span of `text`. */
  original(from: number, to: number): string;
  /** Where the character at `index` of `text` began in the original, in UTF-16 units. */
  originAt(index: number): number;
}

const DROPPED = /[\u200b-\u200f\u2060]|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}]|[~～]/u;

// One-to-one spellings beyond Unicode's own: ticks, final particles, and marks that only separate.
const ALIKE: Readonly<Record<string, string>> = {
  '☑': '✅',
  '✔': '✅',
  '✓': '✅',
  '√': '✅',
  啦: '了',
  喽: '了',
  咯: '了',
  喇: '了',
  囉: '了',
  嘍: '了',
  '\u20e3': '、',
  '\t': ' ',
  '\r': '\n',
  '“': '"',
  '”': '"',
  '﹐': ',',
  '·': '·',
};

// Slips of the keyboard and of dictation; each keeps its length, so offsets stay true.
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/(?:[己巳]|(?<![可难得足予所何加用据借])以)(?=完成|完|开|谈|学|报|交|办|落实|签|经|上报|上传|发|阅|补)/g, '已'],
  [/[寻琴]日/g, '昨日'],
  [/[寻琴]晚/g, '昨晚'],
  [/今朝/g, '今早'],
  [/听日/g, '明日'],
  [/而家/g, '现在'],
  [/仲(?=[未有没要])/g, '还'],
  [/末(?=完成|开|谈|学|报|交|办|落实|签|参加|能|及)/g, '未'],
  [/(?<=[学谈开做弄搞办看读写])玩(?=了|[,。!;\s]|$)/g, '完'],
  [/完[城程承]/g, '完成'],
  [/玩成/g, '完成'],
  [/搞[订顶钉腚锭]/g, '搞定'],
  [/昨夭|咋天/g, '昨天'],
  [/明夭/g, '明天'],
  [/推[吃持尺]/g, '推迟'],
  [/延其/g, '延期'],
  [/收[道倒]/g, '收到'],
  [/请价/g, '请假'],
  [/谈活/g, '谈话'],
  [/记要/g, '纪要'],
  [/没又/g, '没有'],
  [/木有/g, '没有'],
  [/抱送/g, '报送'],
  [/计录/g, '记录'],
  [/问提/g, '问题'],
  [/(?<=[去谈开学报交办做弄搞看查])滴(?=$|[,。!;\s])/g, '的'],
  [/倾(?=[了过完偈]|$|[,。!;\s])/g, '谈'],
  [/(?<=[开谈学完报])勒/g, '了'],
];

/** Full-width to half-width, traditional to simplified, capitals to small, slips mended. Never throws. */
export function normalize(text: string): Normal {
  const out: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const point of text) {
    const plain = spelled(point);
    for (let i = 0; i < plain.length; i++) {
      out.push(plain[i]!);
      from.push(at);
    }
    at += point.length;
  }
  from.push(at);
  let clean = out.join('');
  for (const [slip, right] of SLIPS) clean = clean.replace(slip, right);
  return {
    text: clean,
    original: (a, b) => text.slice(from[a] ?? at, from[b] ?? at),
    originAt: (index) => from[index] ?? at,
  };
}

function spelled(point: string): string {
  const alike = ALIKE[point];
  if (alike !== undefined) return alike;
  // Most of what is typed, which Unicode leaves as it is.
  if (point >= '\u4e00' && point <= '\u9fff') return simplified(point);
  if (DROPPED.test(point)) return '';
  const code = point.codePointAt(0)!;
  // Circled numbers stand apart from each other: ①③ is 1 and 3, not 13.
  if (code >= 0x2460 && code <= 0x2473) return `${code - 0x245f}、`;
  if (code >= 0x2776 && code <= 0x277f) return `${code - 0x2775}、`;
  const plain = point.normalize('NFKC').toLowerCase();
  return plain.length === 1 ? simplified(plain) : plain;
}

import type { EvidenceLine } from './contract.ts';
import type { Sentence } from './sentence.ts';

const PLACE =
  /(?:存|放|归|收)(?:放|档|入|进|于|在|到)+[^,]{0,16}(?:柜|盒|夹|档案|办公室|室|架|抽屉|文件袋|硬盘|电脑|卷)|(?:存|放)(?:在)?[^,]{0,12}(?:柜|盒|档案室|档案柜|文件夹|抽屉|卷)/;
const NUMBER = /[\u4e00-\u9fff]{1,10}[〔[(【]\s?(?:19|20)\d{2}\s?[〕\])】]\s?(?:第)?\d{1,4}\s?号/g;

/** Lines that name where the paper lies, or its number. */
export function evidenceIn(sentence: Sentence): readonly EvidenceLine[] {
  const { normal, clauses } = sentence;
  const numbers = [...normal.text.matchAll(NUMBER)].map((m) => ({
    kind: 'document-number' as const,
    text: normal.original(m.index, m.index + m[0].length),
  }));
  const places = clauses
    .filter(
      (c) =>
        PLACE.test(normal.text.slice(c.from, c.to)) &&
        !/[吗?]|没|未|准备/.test(normal.text.slice(c.from, c.to) + c.end),
    )
    .map((c) => ({ kind: 'place' as const, text: normal.original(c.from, c.to).trim() }));
  return [...places, ...numbers];
}

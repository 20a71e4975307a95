import type { Line } from '../lines.ts';
import { notAName } from '../people.ts';
import type { Header } from './index.ts';

const BYLINE =
  /^(?<org>[\u4e00-\u9fffXx×○]{2,20}?(?:局|院|校|学校|中学|小学|医院|中心|站|所|馆|办|镇|乡|街道|委|部|县|公司))?(?<post>(?:党组|党委|党总支|党支部|支部)?(?:副?书记|成员|委员)(?:、[\u4e00-\u9fff]{0,6}(?:[长员任记]|书记))*|(?:副)?(?:局长|院长|校长|镇长|乡长|主任|馆长|站长|所长))\s*(?<name>[\u4e00-\u9fff][\u4e00-\u9fffXx×*某○]{1,3})$/;

/** Who speaks, by a line under the title. */
export function authorOf(lines: readonly Line[], titleLines: number): Header['author'] {
  for (const line of lines.slice(Math.max(0, titleLines - 1), titleLines + 4)) {
    const plain = line.plain
      .replace(/^（|）$/g, '')
      .replace(/（?20\d\d年.*$/, '')
      .trim();
    const match = BYLINE.exec(plain);
    if (match && !notAName(match.groups!.name!))
      return { name: match.groups!.name!, post: match.groups!.post ?? null, line };
    const alone =
      /^[\u4e00-\u9fff]\s?[\u4e00-\u9fffXx×某]{1,2}$/.test(plain) && plain.length <= 4
        ? plain.replace(/\s/g, '')
        : undefined;
    if (alone && titleLines > 0 && !/^(?:目录|附件|前言|正文)$/.test(alone)) return { name: alone, post: null, line };
  }
  return null;
}

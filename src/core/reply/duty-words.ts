import { clean } from './clean-name.ts';
import type { ItemKind, OpenItem } from './contract.ts';

/** Words that name a duty, by kind, for telling which one a sentence is about. Longer words win. */
const KIND_WORDS: Readonly<Partial<Record<ItemKind, RegExp>>> = {
  study: /自学|中心组|学习|读书|补学|学了|学完|心得|笔记|\bstud(?:y|ied)\b/,
  talk: /谈心|谈话|谈了|谈完|谈过|谈|聊|约谈|\btalk/,
  meeting: /党员大会|支委会|支部会|小组会|党课|党日|组织生活会|民主生活会|党组会|三会一课|例会|开会|会议|\bmeeting/,
  'minutes-check': /纪要|会议记录|记录检查|记录核查/,
  inspection: /督导|督查|检查|调研|走访|入户|回头看|\binspect/,
  progress: /进展|推进|台账|销号|\bprogress/,
  report: /报告|报送|上报|报表|汇报|\breport/,
  deliverable: /制度|方案|办法|清单|文件|细则|材料/,
};

/** Gatherings and the short forms people use for them. */
export const GATHERING_FAMILIES: readonly RegExp[] = [
  /党员大会|大会/,
  /支委会|支部委员会/,
  /小组会/,
  /党课/,
  /主题党日|党日/,
  /组织生活会/,
  /民主生活会/,
  /党组会|党组例会/,
];

// What duties are called, and the short forms.
const FAMILIES: readonly RegExp[] = [
  ...GATHERING_FAMILIES,
  /中心组/,
  /自学/,
  /谈心|谈话/,
  /意识形态/,
  /党风廉政|廉政/,
  /一岗双责/,
  /纪要/,
  /会议记录|记录/,
  /台账/,
  /督导|督查/,
  /调研/,
  /党费/,
  /述职/,
  /第一议题/,
  /三重一大/,
  /整改方案|方案/,
  /整改报告|进展报告/,
];

/** Does the text name a gathering, and only another one than that duty's? */
export function namesAnother(text: string, item: OpenItem): boolean {
  const own = GATHERING_FAMILIES.filter((f) => f.test(item.title));
  const said = GATHERING_FAMILIES.filter((f) => f.test(text));
  return own.length > 0 && said.length > 0 && !said.some((f) => own.includes(f));
}

/** From here on words name the duty, and are not only akin to it. */
export const NAMED = 2;

/** How strongly the text speaks of that duty: 0 not at all. Its own title's words weigh most. */
export function aboutness(text: string, item: OpenItem): number {
  const title = clean(item.title);
  let score = 0;
  for (const family of FAMILIES) if (family.test(text) && family.test(title)) score += 4;
  score += 2 * piecesIn(text, item.title).length;
  if (KIND_WORDS[item.kind]?.test(text)) score += 1;
  return score;
}

const OF_ANY =
  /^(?:the|and|for|with|from|not|one|two|our|your|this|that|each|every|all|new|done|work|staff|office|week|weekly|month|monthly|quarterly|yearly|day|daily|first|last|next)$/;
const stem = (word: string): string => word.replace(/(?<=[a-z]{3})(?:s|ed|ing)$/, '');

function latinIn(text: string, title: string): readonly string[] {
  const said = new Set((text.match(/[a-z]{3,}/g) ?? []).map(stem));
  if (said.size === 0) return [];
  const own = new Set((title.toLowerCase().match(/[a-z]{3,}/g) ?? []).map(stem));
  return [...own].filter((word) => said.has(word) && !OF_ANY.test(word));
}

/** 督导和月报都办完了: the items that the text names, each by words that no other of them has. */
export function namedApart(text: string, items: readonly OpenItem[]): readonly OpenItem[] {
  const pieces = items.map((item) => piecesIn(text, item.title));
  return items.filter((_, i) =>
    pieces[i]!.some((piece) => pieces.every((other, j) => j === i || !other.includes(piece))),
  );
}

/** Two-character pieces and English words of the title that stand in the text, those of every office paper left out. */
function piecesIn(text: string, named: string): readonly string[] {
  const title = clean(named);
  const found: string[] = [...latinIn(text, named)];
  for (let i = 0; i + 2 <= title.length; i++) {
    const piece = title.slice(i, i + 2);
    if (
      /^[\u4e00-\u9fff]{2}$/.test(piece) &&
      !/工作|整改|情况|开展|进行|落实|每月|季度|一次|完成|组织|[的了和与及在]/.test(piece) &&
      text.includes(piece)
    )
      found.push(piece);
  }
  return found;
}

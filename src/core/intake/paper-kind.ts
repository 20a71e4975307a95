import { headRow } from './columns.ts';
import type { PaperKind } from './draft.ts';
import { columnOf, labelledOf } from './labels.ts';
import { type Grid, isGrid, type Part } from './lines.ts';

// By title; the first that fits wins: a report on a plan names the plan, a plan names the feedback.
const titles: readonly (readonly [PaperKind, RegExp])[] = [
  ['self-examination', /对照检查|检视剖析|剖析材料|检查材料|发言提纲|对照材料|自我剖析|个人检视/],
  ['talk-record', /谈话记录|谈心记录|谈话登记/],
  [
    'progress-report',
    /(?:进展|完成|落实|整改|推进)情况(?:的)?(?:报告|通报|汇报|总结|公告)|进展(?:的)?报告|整改报告|工作总结|情况的通报|落实情况$|情况通报|自查报告|工作情况的?(?:汇报|报告)|整改.{0,12}汇报$/,
  ],
  ['roster', /花名册|通讯录|人员名单|名册$/],
  [
    'yearly-plan',
    /三会一课.{0,12}(?:计划|安排)|(?:年度?|季度|学期|\d月).{0,20}(?:学习|工作|活动|党建|主题党日|组织生活|培训).{0,12}(?:计划|安排表?|配档表|[年月日]历谱?)|(?:学习|活动|组织生活|主题党日)(?:计划|安排)表?/,
  ],
  ['ledger', /台账|台帐|一本账|清单|一览表|销号表|任务分解|分解表|责任表|措施表|明细表/],
  ['plan', /整改.{0,8}方案|方案|整改措施|整改任务|整改计划|工作计划/],
  ['rules', /(?:制度|办法|规定|规则|细则|守则|规程|条例|若干措施|若干意见|工作机制)(?:（.{1,6}）)?$/],
  ['plan', /整改.{0,6}(?:安排|意见|举措|任务书|责任书|承诺书?|分工|路线图|计划书)$/],
  ['feedback', /反馈意见|反馈情况|巡[察视]反馈|反馈会|反馈$|反馈.{0,16}情况的函|情况的反馈/],
];

/** What kind of paper it is, by its title and, without one that tells, by its body. */
export function paperKindOf(title: string, parts: readonly Part[]): PaperKind {
  const text = parts
    .map((part) =>
      isGrid(part)
        ? part.rows
            .flat()
            .map((cell) => cell.plain)
            .join(' ')
        : part.plain,
    )
    .join('\n');
  const byTitle = titles.find(([, form]) =>
    form.test(
      title
        .replace(/[“”"]/g, '')
        .replace(/附件\d*/g, '')
        .replace(/（[^（）]*稿[^（）]*）$/, '')
        .trim(),
    ),
  )?.[0];
  if (byTitle === 'feedback' && (/整改措施[：:]/.test(text) || isLabelled(parts))) return 'plan';
  // A letter speaks to the office that shall mend: 你局, 你院党组.
  if ((!byTitle || byTitle === 'plan') && (text.match(/你(?:们)?[单局院校镇乡会司部委站所馆街党]/g) ?? []).length > 1)
    return 'feedback';
  if (byTitle === 'plan' && !/整改|措施|问题/.test(text) && monthTable(parts)) return 'yearly-plan';
  return byTitle ?? byBody(text, parts);
}

function byBody(text: string, parts: readonly Part[]): PaperKind {
  if (/谈话人[：:]/.test(text) && /谈话对象[：:]/.test(text)) return 'talk-record';
  if (parts.some((part) => isGrid(part) && isLedger(part))) return 'ledger';
  if (monthTable(parts)) return 'yearly-plan';
  if (isLabelled(parts)) return 'plan';
  if (/整改措施[：:]|完成时限[：:]|整改时限[：:]/.test(text)) return 'plan';
  if (/(?:原因分析|原因剖析|努力方向)/.test(text)) return 'self-examination';
  if (/^第[一二三四五六七八九十]+条/m.test(text)) return 'rules';
  if (isNews(text)) return 'news';
  return 'other';
}

/** Measures or deadlines stand behind labels, one for each problem. */
function isLabelled(parts: readonly Part[]): boolean {
  const labels = parts.flatMap((part) => (isGrid(part) ? [] : labelledOf(part.mark?.rest ?? part.plain)));
  return ['measure', 'deadline'].some((own) => labels.filter(({ label }) => label === own).length > 1);
}

const OPENING =
  /^(?:.{0,40}\n)?.{0,24}(?:近日|日前|连日来|\d{1,2}月\d{1,2}日(?:上午|下午)?，|本报讯|（通讯员|（记者|本网讯)/;

export function isNews(text: string): boolean {
  return (
    (OPENING.test(text) || /（?(?:通讯员|供稿|撰稿|来源|责任编辑)[：:\s]/.test(text)) &&
    !/整改措施|整改时限|完成时限|原因分析/.test(text)
  );
}

function isLedger(grid: Grid): boolean {
  const columns = headRow(grid)?.columns;
  if (columns?.has('problem') && columns.size >= 3) return true;
  return grid.rows.slice(0, 8).some((row) => {
    const heads = new Set(row.map(({ plain }) => columnOf(plain)));
    return (heads.has('measure') || heads.has('problem')) && heads.size >= 3;
  });
}

function monthTable(parts: readonly Part[]): boolean {
  return parts.some(
    (part) =>
      isGrid(part) &&
      part.rows.filter((row) => /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月/.test(row[0]?.plain ?? '')).length >= 3,
  );
}

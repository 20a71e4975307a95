import type { Cadence } from './cadence.ts';
import type { Period } from './draft.ts';
import { numberOf } from './plain.ts';

const N = '[\\d一二两三四五六七八九十]+';
const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天]';
const TIME =
  '(?:的?(?:上午|下午|晚上|晚|早上|早)?(?:\\d{1,2}[:：]\\d{2}|[\\d一二两三四五六七八九十]{1,3}[点时](?:半|\\d{1,2}分|整)?)|的?(?:上午|下午|晚上))?';
const BEFORE = '(?:之前|以前|前)?';

/** A way to say a recurrence, and how it is read. */
interface Form {
  readonly form: RegExp;
  readonly read: (match: RegExpExecArray) => Omit<Cadence, 'at' | 'end' | 'text'>;
}

const every = (period: Period, phrase: string): Omit<Cadence, 'at' | 'end' | 'text'> => ({
  phrase,
  times: { count: 1, period },
});

const UNIT: Readonly<Record<string, readonly [Period, string]>> = {
  天: ['day', '每天'],
  日: ['day', '每天'],
  工作日: ['day', '每个工作日'],
  周: ['week', '每周'],
  星期: ['week', '每周'],
  月: ['month', '每月'],
  月度: ['month', '每月'],
  季: ['quarter', '每季度'],
  季度: ['quarter', '每季度'],
  半年: ['half-year', '每半年'],
  半年度: ['half-year', '每半年'],
  年: ['year', '每年'],
  年度: ['year', '每年'],
  半月: ['half-month', '每半月'],
  半个月: ['half-month', '每半月'],
  旬: ['half-month', '每旬'],
};

const TENTH: Readonly<Record<string, string>> = {
  上旬: '每月10日前',
  中旬: '每月20日前',
  下旬: '每月底前',
  初: '每月5日前',
  底: '每月底前',
  末: '每月底前',
};

// The longer form stands before the shorter one that it begins with.
export const forms: readonly Form[] = [
  {
    form: new RegExp(
      `每次(?<event>党组会|党组会议|[^，。；、每]{0,8}?(?:会议|会|检查|活动|谈话|巡查|走访|学习|督查|培训|研讨))(?:结束|召开|开过|开完)?(?:后|前)?(?:的?(?<n>${N})个?(?<unit>工作日|日|天|小时)内)?`,
      'y',
    ),
    read: (m) => ({ event: m.groups!.event!, phrase: afterEvent(m) }),
  },
  {
    // 元旦、春节、国庆前各1次, 法定节假日前一天: each time, whichever day that is.
    form: /(?:(?:元旦|春节|清明|五一|端午|中秋|国庆|十一)(?:节)?[、和及]){1,7}(?:元旦|春节|清明|五一|端午|中秋|国庆|十一)(?:节)?(?:等[^，。；]{0,8})?(?:假期)?(?:前夕?|期间)|(?:法定|重[大要])?节假?日前一天/y,
    read: () => ({ event: '节前' }),
  },
  {
    form: new RegExp(
      `(?<event>会议?|谈话|活动|学习|检查|培训|调研)(?:结束)?后的?(?<n>${N})个?(?<unit>工作日|日|天)内`,
      'y',
    ),
    read: (m) => ({ event: m.groups!.event!, phrase: afterEvent(m) }),
  },
  {
    form: new RegExp(
      `(?:每个?月|按月)的?(?:第?(?<nth>[一二三四五六\\d])个?|(?<first>首)个|(?<last>最后)[一1]?个?)的?(?:周的)?(?<what>工作日|${WEEKDAY})(?<time>${TIME})`,
      'y',
    ),
    read: nthOfMonth,
  },
  {
    form: new RegExp(
      `每个?月的?(?:第(?<nth>[一二三四五\\d])|(?<last>最后一))周的?(?<what>${WEEKDAY})(?<time>${TIME})`,
      'y',
    ),
    read: nthOfMonth,
  },
  {
    form: new RegExp(`每个?月的?(?<day>${N})[日号](?:至|到|-|—|~)(?<to>${N})[日号]`, 'y'),
    read: (m) => every('month', `每月${numberOf(m.groups!.to!)}日前`),
  },
  {
    form: new RegExp(`(?:每个?月|每月份|逐月)的?(?:固定)?(?<day>${N})[日号](?<before>${BEFORE})(?<time>${TIME})`, 'y'),
    read: (m) => every('month', `每月${numberOf(m.groups!.day!)}日${m.groups!.before ? '前' : ''}${clock(m)}`),
  },
  {
    form: /每个?月的?(?<part>上旬|中旬|下旬|初|月?底|月?末)(?:之前|以前|前)?/y,
    read: (m) => every('month', TENTH[m.groups!.part!.replace('月', '')]!),
  },
  {
    form: new RegExp(`(?:每?季度?)?次月的?(?<day>${N})[日号]${BEFORE}`, 'y'),
    read: (m) =>
      /季/.test(m[0])
        ? every('quarter', `每季度次月${numberOf(m.groups!.day!)}日前`)
        : every('month', `每月${numberOf(m.groups!.day!)}日前`),
  },
  {
    form: new RegExp(`每个?季度?的?(?:首月|第一个月)的?(?<day>${N})[日号]${BEFORE}`, 'y'),
    read: (m) => every('quarter', `每季度首月${numberOf(m.groups!.day!)}日前`),
  },
  {
    form: new RegExp(`每个?季度?的?(?:末月|最后一个月)的?(?<day>${N})[日号]${BEFORE}`, 'y'),
    read: (m) => every('quarter', `每季度末月${numberOf(m.groups!.day!)}日前`),
  },
  {
    form: /(?:每个?)?季度?(?:的?末月|的?最后一个月|末|底|结束)(?:之?前|后)?|季末/y,
    read: () => every('quarter', '每季度末'),
  },
  {
    // 每年6月、12月各1次 is every half-year, four months are every quarter.
    form: /每年的?(?<months>\d{1,2}月?(?:份)?(?:[、和及]\d{1,2}月?(?:份)?)*[、和及]\d{1,2}月(?:份|底)?)(?:之前|以前|前)?(?:各|分别)?/y,
    read: (m) => {
      const count = m.groups!.months!.match(/\d{1,2}/g)!.length;
      if (count === 2) return every('half-year', '每半年');
      return count === 4 ? every('quarter', '每季度') : every('year', '每年');
    },
  },
  {
    form: /(?<event>来信|来访|诉求|投诉|信访件|信访事项|举报|申请|工单|问题线索)[^，。；]{0,6}?[\d一二两三四五六七八九十]+个?(?:工作日|日|天|小时)内/y,
    read: (m) => ({ event: m.groups!.event! }),
  },
  {
    // 出院患者3日内回访, 议定事项3个工作日内公示: each time, whenever it happens.
    form: /(?<event>(?!.{0,12}(?:反馈|印发|之日|结束|届满|期满|收到|缺席|请假|未参加|自|本|方案|通知))(?![到收接])(?:(?!后|函|起)[\u4e00-\u9fff]){2,8}?)(?:后|的)?[\d一二两三四五六七八九十]+个?(?:工作日|日|天|小时|月|周|星期)(?:之?内|以内)(?=[^，。；]{0,10}?(?:回访|必访|核[查实]|到场|上门|约谈|报[送备]|报[^，。；]{2,8}备案|办结|修复|答复|回复|公示|交办|上传|移交|反馈|告知|受理|处理|处置|整改|报送|录入|通知|登记))/y,
    read: (m) => ({ event: m.groups!.event! }),
  },
  {
    // 方案下发前我先到基层所走一趟.
    form: /(?<event>(?:方案|文件|合同|协议|制度|决策|决定)(?:下发|印发|出台|签订|作出)前)(?=我|先|须|应|要|由)/y,
    read: (m) => ({ event: m.groups!.event! }),
  },
  {
    // 缺项的当天通知, 查出的隐患十日内回头再看: counted from what happens.
    form: /(?<event>(?:发现[^，。；]{2,12}|[\u4e00-\u9fff]{2,6}的[\u4e00-\u9fff]{0,4}?))(?:在|要|须|应)?(?:[\d一二两三四五六七八九十]+个?(?:工作日|日|天|小时|周|星期)(?:之|以)?内|当[天日场])(?=[^，。；]{0,8}?(?:回头|补(?![课学])|通知|报[^，。；]|面谈|清退|整改|处理|答复))/y,
    read: (m) => ({ event: m.groups!.event! }),
  },
  {
    // 处分决定宣布后10日内, 任职一周内: counted from what happens, unless that is the paper itself.
    form: new RegExp(
      `(?<event>(?!.{0,16}(?:反馈|印发|方案|函|通知|意见|整改期|期满|届满|即日|本[^，]{0,4}之日|缺席|请假|未参加))[\\u4e00-\\u9fff“”《》]{2,14}?(?:之日起|之?后|以后|起|(?<=[任离到调]职|上岗|入职|发现)))的?${N}个?(?:工作日|日|天|小时|周|星期|月)(?:之|以)?内`,
      'y',
    ),
    read: (m) => ({ event: m.groups!.event!.replace(/(?:之日起|之?后|以后|起)$/, '') }),
  },
  {
    form: new RegExp(
      `每年的?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?<day>${N})[日号]|(?<end>底))?${BEFORE}`,
      'y',
    ),
    read: yearlyOn,
  },
  { form: /每年的?(?:第四季度|四季度|年底|年末|底)(?:之前|以前|前)?/y, read: () => every('year', '每年12月31日前') },
  {
    form: /每年的?上、?下半年(?:各|分别)?|上、?下半年(?:各|分别)|上半年(?:和|、)下半年(?:各|分别)?/y,
    read: () => every('half-year', '每半年'),
  },
  // When a term begins and ends is for the school to say.
  {
    form: /(?:每个?|按)学(?<unit>期|年)/y,
    read: (m) => ({
      times: { count: 1, period: m.groups!.unit === '期' ? 'half-year' : 'year' },
      offer: m.groups!.unit === '期' ? '每半年' : '每年',
    }),
  },
  { form: /每(?:两|2|二)个?(?:周|星期)|隔周|双周/y, read: () => ({ phrase: '每两周' }) },
  { form: new RegExp(`每(?<n>${N})个?(?<unit>天|日|月|年|周|星期|季度)`, 'y'), read: everyN },
  {
    form: new RegExp(
      `每(?:周|星期)(?<days>[一二三四五六日天](?:[、和及至到]?(?:周|星期)?[一二三四五六日天])*)(?![次个])(?<time>${TIME})`,
      'y',
    ),
    read: (m) => every('week', `每周${daysOf(m.groups!.days!)}${clock(m)}`),
  },
  {
    form: new RegExp(
      `(?:坚持)?(?:每个?|按)(?<unit>半个?月|工作日|半年度?|年度|月度|季度|天|日|周|星期|月|季|年|旬)(?<time>(?:${TIME}))`,
      'y',
    ),
    read: perUnit,
  },
  { form: /逐(?<unit>日|周|月|季|年)/y, read: perUnit },
  {
    form: /(?<![上下])(?<unit>半年)(?=(?:开展|召开|组织|进行|听取|研究|集中|讲)[^，。；]{0,10}[一1]次)/y,
    read: perUnit,
  },
  { form: /天天|坚持每日|每(?:晚|早|日早晚|天早晚)(?!会)/y, read: () => every('day', '每天') },
  {
    form: new RegExp(
      `(?:[一1]个?)?(?<unit>半年|年|季度?|月|周|半月|半个月)(?=(?:至少|不少于|原则上)?(?:${N})次|一(?:报|调度|通报|检查|总结|研判|督查|汇报|碰头|小结))`,
      'y',
    ),
    read: perUnit,
  },
  {
    form: /(?:全年|一年内?|年度内?|年内)(?![^，。；]*[次天]以上的)(?=[^，。；]{0,14}?(?:不少于|至少|不低于)?[\d一二两三四五六七八九十]+(?:次|天|学时))/y,
    read: () => every('year', '每年'),
  },
  {
    form: /(?<![一二三四上下本前该])(?<unit>月度|季度|半年度|年度)(?=(?:工作)?(?:例会|调度|通报|分析|研判|督查|督导|检查|会商|述职|碰头|汇报))/y,
    read: perUnit,
  },
  { form: /(?<unit>周|月)(?=例会|调度|通报|督查|小结|研判)/y, read: perUnit },
];

function afterEvent(match: RegExpExecArray): string | undefined {
  const { n, unit } = match.groups!;
  if (!n || !unit || unit === '小时') return undefined;
  return `会后${numberOf(n)}${unit === '工作日' ? '个工作日' : '日'}内`;
}

function nthOfMonth(match: RegExpExecArray): Omit<Cadence, 'at' | 'end' | 'text'> {
  const { nth, first, what } = match.groups!;
  const day = what!.replace(/周|星期|礼拜/, '周').replace('天', '日');
  const which = first || nth ? `第${'一二三四五六'[(first ? 1 : numberOf(nth!)) - 1] ?? nth}个` : '最后一个';
  return every('month', `每月${which}${day}${clock(match)}`);
}

function yearlyOn(match: RegExpExecArray): Omit<Cadence, 'at' | 'end' | 'text'> {
  const month = numberOf(match.groups!.month!);
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
  const day = match.groups!.day ? numberOf(match.groups!.day) : last;
  return every('year', `每年${month}月${day}日前`);
}

function everyN(match: RegExpExecArray): Omit<Cadence, 'at' | 'end' | 'text'> {
  const n = numberOf(match.groups!.n!);
  const unit = match.groups!.unit!;
  if (n === 1) return perUnit(match);
  if (unit === '月' && (n === 3 || n === 6))
    return every(n === 3 ? 'quarter' : 'half-year', n === 3 ? '每季度' : '每半年');
  return {
    phrase: `每${n}${unit === '月' || unit === '季度' ? '个' : ''}${unit.replace('日', '天').replace('星期', '周')}`,
  };
}

function perUnit(match: RegExpExecArray): Omit<Cadence, 'at' | 'end' | 'text'> {
  const [period, phrase] = UNIT[match.groups!.unit!] ?? ['month', '每月'];
  return every(period, period === 'day' ? `${phrase}${clock(match)}` : phrase);
}

function daysOf(days: string): string {
  return days
    .replace(/周|星期|和|及/g, (sep) => (/[和及]/.test(sep) ? '、' : ''))
    .replace(/天/g, '日')
    .replace(/、/g, '');
}

function clock(match: RegExpExecArray): string {
  const time = (match.groups?.time ?? '').replace(/^的/, '').replace('：', ':');
  return /\d|点|时/.test(time) ? time : '';
}

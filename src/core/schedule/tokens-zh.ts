import type { Weekday } from '../calendar.ts';
import { afterPeriod } from './after-period.ts';
import { NUM, numberOf } from './numerals.ts';
import type { EventName, PeriodUnit } from './schedule.ts';
import { type DayPart, type EveryUnit, type SpanUnit, scannerOf, type Token, type TokenRule } from './tokens.ts';
import { weekdayRange } from './weekdays.ts';

// What people write of time in Chinese, after `normalOf`. Earlier rules win, so longer and more special forms come first.

const N = NUM;
const W = '(?:周|星期|礼拜)';
const DAY = '[一二三四五六日天1-7]';
const AND = '(?:以?及|[、,和与跟或/])';
const TO = '(?:至|到|-)';
// A following weekday character is not one if it begins a number of something else (周二二十点, 周一三点).
const NOT_NUMBER = '(?![点时月日号个次分十刻:年])';
const ONE_DAY = '(?:[一二三四五六日天]|[1-7](?!\\d))';
const FIRST_DAY = `${ONE_DAY}(?!次|个|回|场|天|遍|小时|学时|课时|分钟)`;
const MORE_DAYS = `(?:${AND}${W}?${ONE_DAY}${NOT_NUMBER}|${W}${FIRST_DAY}|[一二三四五六日]${NOT_NUMBER})*`;
const WEEKDAY = `${W}${FIRST_DAY}`;
// What is done once per period: 每月一报, 一季一研判; a number or a date after the 一 is no deed.
const DEED = '(?![日号月次个季周半旬年天回场])(?!\\d)[\\u4e00-\\u9fff]{1,4}?(?=$|[,;、()。])';
// What is handed in, after 报送: words that name no time.
const PAPER = `[^年月日周季天时点分早晚前后次节旬底末初双单每逢遇\\d一二三四五六七八九十百,;、()\\s]`;
const ORD = `(?:第${N}个?(?:(?:${AND}|${TO})第?${N}个?)*|首个?|头一个|最后(?:一个?|1个?)?|末个?|倒数第?${N}个?)`;

const weekdayOfChar: Readonly<Record<string, Weekday>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
};

const units: Readonly<Record<string, PeriodUnit>> = {
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
  年度: 'year',
};

const spans: Readonly<Record<string, SpanUnit>> = {
  ...units,
  工作日: 'workday',
  工作天: 'workday',
  天: 'day',
  日: 'day',
  小时: 'hour',
  分钟: 'minute',
} as Readonly<Record<string, SpanUnit>>;

const parts: ReadonlyArray<readonly [RegExp, DayPart]> = [
  [/凌晨|清晨前|半夜|深夜/, 'dawn'],
  [/中午|正午|午间/, 'noon'],
  [/上午|早|晨/, 'morning'],
  [/下午|午后/, 'afternoon'],
  [/晚|夜/, 'evening'],
];
const PART =
  '(?:凌晨|清晨|清早|早晨|早上|早间|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|半夜|早|晚)';

function partOf(word: string): DayPart {
  return parts.find(([form]) => form.test(word))?.[1] ?? 'morning';
}

function weekdaysOf(text: string): Weekday[] {
  const bare = text.replace(/周|星期|礼拜/g, '');
  const range = /^([一二三四五六日天1-7])(?:至|到|-)([一二三四五六日天1-7])$/.exec(bare);
  if (range) return weekdayRange(weekdayOfText(range[1]!), weekdayOfText(range[2]!));
  return [...bare].filter((char) => /[一二三四五六日天1-7]/.test(char)).map(weekdayOfText);
}

function weekdayOfText(char: string): Weekday {
  return weekdayOfChar[char] ?? (Number(char) as Weekday);
}

/** 第一、三个 → [1, 3]; 最后一个 → [-1]; 倒数第二个 → [-2]. */
function ordinalsOf(text: string): number[] {
  if (/^(最后|末)/.test(text)) return [-1];
  if (/^(首|头)/.test(text)) return [1];
  const numbers = numbersOf(text.replace(/倒数|第|个/g, ' '));
  return text.startsWith('倒数') ? numbers.map((n) => -n) : numbers;
}

const RANGE_BETWEEN = new RegExp(`(${N})[日号月份]*${TO}(${N})`);

function numbersOf(text: string): number[] {
  const range = RANGE_BETWEEN.exec(text.replace(/ /g, ''));
  const all = (text.match(new RegExp(N, 'g')) ?? []).map(numberOf);
  if (!range || all.length !== 2) return all;
  const [from, to] = [all[0]!, all[1]!];
  return to > from && to - from < 31 ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : all;
}

const every = (unit: EveryUnit, step = 1): Token => ({ t: 'every', unit, step });
const noise: Token = { t: 'noise' };

function everyOf(count: string | undefined, unit: string): Token | readonly Token[] {
  const n = count === undefined ? 1 : numberOf(count);
  if (unit === '工作日' || unit === '工作天') {
    return n === 1 ? every('workday') : { t: 'unsupported', word: `每${count}个${unit}` };
  }
  if (unit === '小时' || unit === '分钟' || unit === '秒') return { t: 'unsupported', word: `每${count ?? ''}${unit}` };
  if (!(n >= 1)) return { t: 'impossible', word: `每${count}${unit}` };
  if (unit === '天' || unit === '日') return every('day', n);
  return every(units[unit]!, n);
}

/** 每隔一天 is every second day; 每隔三天 is read as every third, and says so. */
function everyOther(count: string | undefined, unit: string): Token | readonly Token[] {
  const n = count === undefined ? 1 : numberOf(count);
  const token = everyOf(String(n === 1 ? 2 : n), unit);
  return n > 1 && 't' in token && token.t === 'every' ? { ...token, note: 'every-other' } : token;
}

const events: ReadonlyArray<readonly [RegExp, EventName]> = [
  [/反馈|巡察|巡视/, 'feedback'],
  [/会/, 'meeting'],
  [/检查|督导|督查|调研/, 'inspection'],
  [/谈/, 'talk'],
  [/./, 'activity'],
];

const feastNames: Readonly<Record<string, string>> = {
  五一: '劳动节',
  十一: '国庆节',
  国庆: '国庆节',
  劳动: '劳动节',
  过年: '春节',
  春: '春节',
};

function feastOf(word: string, side: string | undefined): Token {
  const short = word.replace(/节$/, '');
  const n = side === undefined ? 0 : side.includes('前') ? -1 : 1;
  return { t: 'feast', name: feastNames[short] ?? short, n };
}

/** Anniversaries on a fixed day; 七一前 is the day before, as with a holiday. */
const fixedDays: Readonly<Record<string, { on: readonly [number, number]; eve: readonly [number, number] }>> = {
  七一: { on: [7, 1], eve: [6, 30] },
  八一: { on: [8, 1], eve: [7, 31] },
  三八: { on: [3, 8], eve: [3, 7] },
  五四: { on: [5, 4], eve: [5, 3] },
};

function clockOf(match: RegExpExecArray): Token {
  const [word, part, hour, minute, quarter] = match;
  const minutes =
    quarter === '半' ? 30 : quarter?.endsWith('刻') ? 15 * numberOf(quarter[0]!) : minute ? numberOf(minute) : 0;
  return { t: 'clock', hour: numberOf(hour!), minute: minutes, word, ...(part ? { part: partOf(part) } : {}) };
}

function monthDays(match: RegExpExecArray): Token {
  const month = numberOf(match[1]!);
  return daysToken(match[2]!, (ns, window) => ({ t: 'month-days', month, ns, ...window }));
}

/** 10日至15日 is a window that ends on the 15th; 10日、15日 are two days. */
function daysToken(text: string, make: (ns: readonly number[], window: { window?: true }) => Token): Token {
  const range = new RegExp(`^(${N})[日号]?${TO}(${N})[日号]$`).exec(text);
  if (range) return make([numberOf(range[2]!)], { window: true });
  return make((text.match(new RegExp(N, 'g')) ?? []).map(numberOf), {});
}

const DAYS = `${N}[日号]?(?:${AND}${N}[日号]?(?!月|个|点|时|:|次|年|周))*(?:[日号]|(?=前(?!后)|之前|以前))(?!内)(?:${TO}${N}[日号])?|${N}${TO}${N}[日号]`;

const rules: readonly TokenRule[] = [
  // Refusals that would otherwise be half read.
  [`(?:每个?|${ORD})(?:周末|双休日|休息日)`, (m) => ({ t: 'ask', code: 'weekend', word: m[0] })],
  [`(?:相对)?固定(?:在)?${N}天`, () => noise],
  [`[x×*_○□]+(?:年|月|日|号)`, (m) => ({ t: 'ask', code: 'masked', word: m[0] })],
  [`上个?(?:月|季度?|年度?)(?:的)?(?:工作|落实|进展|完成|开展|整改)*情况`, () => noise],
  [
    `(?:报送|上报|报告|汇报|提交|报|交)(?:上|本|当)?个?(?:周|月|季度?|年度|半年)?(?:的)?${PAPER}{1,10}(?=$|[,;、()])`,
    () => noise,
  ],
  [`[将把]${PAPER}{1,8}(?=报|上报|交)`, () => noise],
  [`阶段性(?:成果|成效|进展)`, () => noise],
  [`逢${N}[日号]?(?:、?逢${N}[日号]?)*(?![周星礼])`, (m) => ({ t: 'ask', code: 'each-five', word: m[0] })],
  [
    `(?:每次|每逢|凡)?(?:召?开)?会(?:议)?(?:召开)?(?:之|以)?前${N}个?(?:工作[日天]|天|日|周|小时)`,
    (m) => ({ t: 'ask', code: 'before-event', word: m[0] }),
  ],
  [
    `[月季年]度?[底末终](?:之|以)?前(?:最后)?${N}个?(?:工作[日天]|天|日)`,
    (m) => ({ t: 'ask', code: 'before-end', word: m[0] }),
  ],
  [`上(?:半年)?(?:${AND})?下半年`, () => every('half-year')],
  [
    `第?[一二三四1-4](?:季度?)?(?:${AND}第?[一二三四1-4](?:季度?)?)*${AND}第?[一二三四1-4]季度`,
    (m) => m[0].match(/[一二三四1-4]/g)!.map((n): Token => ({ t: 'quarter', n: numberOf(n) })),
  ],
  [`[每新]?学期(?:开学)?(?:${ORD}周)?|开学`, (m) => ({ t: 'ask', code: 'school-term', word: m[0] })],
  [
    `(?:每[年月])?(?:农历|阴历)(?:${N}|正|冬|腊)?月?(?:初?${N})?[日号]?|初[一二三四五六七八九十](?!次)`,
    (m) => ({ t: 'ask', code: 'lunar', word: m[0] }),
  ],
  [`[每逢]?[单双]周(?:的)?(?:${W}?${DAY})?`, (m) => ({ t: 'ask', code: 'parity', word: m[0] })],
  [`一(天|日|周|月|季度?|年)一${DEED}`, (m) => once(m[1]!)],
  [`(?:每个?)?(天|日|旬|半个?月|月|季度?|半年|年)一${DEED}`, (m) => once(m[1]!)],
  [
    `每?(?:${N}个?)?周一(?=(?:报|调度|研判|会商|通报|总结|小结|碰头|督查|评|结|清|学(?!习)|议|讲))`,
    (m) => ({ t: 'ask', code: 'weekly-once', word: m[0] }),
  ],
  [`节后(?:的?(?:第一|首)个?(?:工作日|上班日))?`, (m) => ({ t: 'ask', code: 'which-feast', word: m[0] })],
  [`(?:每|逢|每逢|凡)?[单双]月`, (m) => ({ t: 'ask', code: 'two-months', word: m[0] })],
  [`每季度或(?:每)?半年|每月或(?:每)?季度?|每周或(?:每)?月`, (m) => ({ t: 'ask', code: 'either', word: m[0] })],
  [`凡会必\\S`, (m) => ({ t: 'ask', code: 'per-event', word: m[0] })],
  [
    `(?:每次|每逢|凡)(?:召开)?(?:党组会议?|会议|党员大会|支委会|会)(?!议?(?:结束|召开)?(?:之|以)?后)`,
    (m) => ({ t: 'ask', code: 'per-event', word: m[0] }),
  ],
  [`${ORD}(?:周|星期|礼拜)(?!的|${W}|[一二三四五六日天])`, (m) => ({ t: 'ask', code: 'week-of', word: m[0] })],
  [
    `(?:每个?|今|明|次|来|本|下个?|${N}(?=月))?(?:年初|月份?初(?!第)|季度?初|年中|月中(?!旬)|年前)|两会前`,
    (m) => ({ t: 'ask', code: 'year-start', word: m[0] }),
  ],
  [`月初(?=第)`, () => noise],
  [
    `不定期|定期|适时|尽快|尽早|及时|随时|经常性?|不断|逐步|近期|今后|下一步|下阶段|限期|按期|按时限?|视情况?(?:而定)?|必要时|择机|早日|抓紧|改天|有空|过段时间|一段时间|过几天|平时|日常|半天|根据(?:工作|实际)?需要|按(?:照)?(?:上级|有关)?(?:要求|规定)(?:时限|时间)?|(?:贯穿)?全程|贯穿全年|^全年$|阶段性|分阶段|(?:8|八)小时(?:以|之)?外|业余时间|工作之余|集中整改期(?:内|结束前|满前)?`,
    (m) => ({ t: 'vague', word: m[0] }),
  ],

  [
    `[(,]?(?:除)?(?:法定)?(?:节假日|周末|休息日|双休日|假日)(?:(?:和|及|、)?(?:节假日|周末|休息日|双休日|假日))*(?:除外|外|不算)\\)?`,
    (m) => ({ t: 'ask', code: 'days-off', word: m[0].replace(/[(),]/g, '') }),
  ],

  // Feasts and days off.
  [
    `(?:\\(|,)?(?:如|若|凡)?(?:遇|逢|遇到|遇上)?(?:到|有)?(?:法定)?(?:节假日|假日|假期|节日|周末|休息日|非工作日|公休日?|双休日|放假)(?:(?:和|及|或|与|、)?(?:节假日|周末|休息日|双休日|假日|公休日?))*(?:时|的话?)?,?(?:则|就|可|自动)?(提前或(?:者)?顺延|顺延或(?:者)?提前|顺延|提前|推后|推迟|延后|后延)(?:到|至)?(?:(?:下|前|上|后|最近的?|节后|节前)?(?:一个?|第一个)?工作日|[下次]?周一|次日|第二天)?`,
    (m) => shiftOf(m[1]!),
  ],
  [
    `(?:提前|顺延|推后|推迟|延后)(?:到|至)?(?:下|前|上|后|最近的?)?(?:一个?|第一个)?(?:工作日)?`,
    (m) => shiftOf(/^提前/.test(m[0]) ? '提前' : '顺延'),
  ],
  [
    `每?(?:逢|个)?(?:重要|法定|重大)?(?:节假日|节日|公休假)(?:之|以)?前|每?逢节(?:必|前)|节前(?!后|${N})`,
    () => every('feast'),
  ],
  [
    `(?:元旦|春节?|清明|五一|劳动|端午|中秋|国庆|十一|七一|八一)(?:劳动)?节?(?:假期|长假|小长假|放假)?(?:前(?!(?:一|1)[天日](?![内后]))(?:的?最后)?${N}个?(?:工作[日天]|天|日|周)|后(?:的)?第(?!(?:一|1)个)${N}个?工作[日天]|前后)|节前${N}个?(?:工作[日天]|天|日)`,
    (m) => ({ t: 'ask', code: 'days-before-feast', word: m[0] }),
  ],
  [
    `(元旦|春节?|过年|清明|五一|劳动|端午|中秋|国庆|十一(?=节|长?假|前|之前|以前|后|之后))(?:国际劳动)?节?(?:假期|长假|小长假|放假|期间)?((?:之|以)?前(?:夕|一天|一日|1天|1日)?|(?:之|以)?后(?:的?(?:第一|首)个?(?:工作日|上班日)|的?上班的?(?:第一|首)[天日])?)?`,
    (m) => feastOf(m[1]!, m[2]),
  ],
  [
    `(七一|八一|三八|五四)(?![点时月日号个次分刻:])(?:建党|建军|妇女|青年)?节?((?:之|以)?前(?!后)夕?)?`,
    (m) => fixedOf(m[1]!, m[2]),
  ],

  // Cadences.
  [
    `(?:每个?)?(月|季度?|半年|年)(?:度)?(?:结束|终了)?(?:之|以)?后(?:的)?(${N})个?(天|日|工作[天日])(?:之|以)?内`,
    (m) => afterPeriod(units[m[1]!]!, numberOf(m[2]!), m[3]!.startsWith('工作')),
  ],
  [`每(周|星期|礼拜|月|季度?|年)(?=${N}[-至到]${N}(?:次|回|场))`, (m) => every(units[m[1]!]!)],
  [`每?个?${W}[八九十〇零089](?![点时:\\d])`, (m) => ({ t: 'impossible', word: m[0] })],
  [`每个?工作[日天]|逐工作日|工作[日天](?:每天|每日)`, () => every('workday')],
  [`每(${N})个?(工作[日天]|小时|分钟|秒)`, (m) => everyOf(m[1], m[2]!)],
  [`每(小时|分钟|秒)`, (m) => everyOf(undefined, m[1]!)],
  [`每(?=晚|早|夜)`, () => every('day')],
  [`每天|每日|每一天|天天|日日|逐日|按日|日(?=报)`, () => every('day')],
  [
    `(早晚|早中晚|上下午)(?:各(?:一|1)次)?`,
    (m) => [
      { t: 'count', n: m[1] === '早中晚' ? 3 : 2 },
      { t: 'part', part: 'morning', word: m[1]! },
    ],
  ],
  [`每隔(${N})?个?(?=${WEEKDAY})`, (m) => everyOther(m[1], '周')],
  [`每?隔(${N})?个?(天|日|周|星期|礼拜|月|季度?|年)`, (m) => everyOther(m[1], m[2]!)],
  [`每半个?月|半月(?=一次|调度|${N}次)|按半月|半个月(?=${N}次)`, () => every('half-month')],
  [`每个?半年度?|半年(?=(?:不少于|至少|召?开|安排|组织|进行|开展)*${N}次)|按半年|半年度`, () => every('half-year')],
  [`每个?旬(?:的?第一[天日]|首日|的?首[天日])`, () => [every('month'), { t: 'days', ns: [1, 11, 21] }]],
  [`每个?旬(?:[末底]|的?最后(?:一|1)[天日])?|按旬|逐旬`, () => every('ten-days')],
  [`(?:每|逢|每逢)(?:个)?(?=${WEEKDAY})`, () => every('week')],
  [`每(${N})个?(?=${W}${FIRST_DAY})`, (m) => everyOf(m[1], '周')],
  [`每(${N})?个?(天|日(?![^一二三四五六七八九十\\d]*前)|周|星期|礼拜|月|季度?|年度?)`, (m) => everyOf(m[1], m[2]!)],
  [
    `(${N})个?(天|日|周|星期|礼拜|月|季度?|年)(?=(?:不少于|至少|召?开|安排|组织|进行|开展)*${N}次)`,
    (m) => everyOf(m[1], m[2]!),
  ],
  [
    `按(周|月|季度?|年度?)|逐(周|月|季度?|年)|(月|季|年)度(?!末|底)|(全年)`,
    (m) => every(units[m[1] ?? m[2] ?? m[3] ?? '年']!),
  ],
  [
    `(?:不少于|不低于|至少|最少|不得少于)?(${N})(?:[-至到]${N})?(?:次|回|场)(?:以上)?`,
    (m) => ({ t: 'count', n: numberOf(m[1]!) }),
  ],
  [
    `(?:(?:累计|总计|共)?(?:不少于|不低于|至少|最少|不得少于|学习)*)(?:${N}|半)个?(?:分钟|小时|学时|课时)(?:以上)?(?![前内后])|(?:累计|总计)?(?:不少于|不低于|至少)(?:${N}|半)个?(?:天|日)`,
    () => ({ t: 'amount' }),
  ],
  [`不少于|不低于|至少|最少|原则上|一般`, () => noise],

  // Counted spans and events.
  [`(${N})年半(?:之|以)?(内|后)`, (m) => ({ t: 'in', n: 12 * numberOf(m[1]!) + 6, unit: 'month', ...laterOf(m[2]!) })],
  [
    `${N}(?:个?月)?${TO}(${N})(?:个(?=月)|个?(?!月))(工作[日天]|天|日|周|星期|月|年)(?:之|以)?内`,
    (m) => [
      { t: 'noise', note: 'window-last' },
      { t: 'in', n: numberOf(m[1]!), unit: spans[m[2]!]! },
    ],
  ],
  [`(${N})个半月(?:之|以)?内`, (m) => ({ t: 'in', n: numberOf(m[1]!), unit: 'month', days: 15 })],
  [`半个?月(?:之|以)?(内|后)`, (m) => ({ t: 'in', n: 15, unit: 'day', ...laterOf(m[1]!) })],
  [`半年(?:之|以)?(内|后)`, (m) => ({ t: 'in', n: 6, unit: 'month', ...laterOf(m[1]!) })],
  [`半个?小时(?:之|以)?(内|后)`, (m) => ({ t: 'in', n: 30, unit: 'minute', ...laterOf(m[1]!) })],
  [
    `(?!(?:19|20)\\d\\d年)(${N})(?:个(?=月)|个?(?!月))(工作[日天]|天|日|周|星期|礼拜|月|季度|半年|年|小时|分钟)(?:之|以)?(内|后)`,
    (m) => ({ t: 'in', n: numberOf(m[1]!), unit: spans[m[2]!]!, ...laterOf(m[3]!) }),
  ],
  [
    `(?:自|从)?(?:(?:收到|接到|接收)(?:整改|督办|书面|正式)?(?:通知书?|通报|函件?|文件|来文|建议书|交办单|督办单|任务)|(?:方案|通知|文件|清单|办法|制度)?(?:印发|下发|发文))(?:之日|之|以)?(?:后|起)`,
    () => ({ t: 'noise', note: 'receipt' }),
  ],
  [
    `(?:每次|凡|自|从)?(?:收到|接到|接收)?(党组会议?|支委会|党员大会|民主生活会|会议?|例会|反馈(?:意见|问题)?(?:会议?)?|巡察反馈|巡视反馈|检查|督导|督查|调研|谈心谈话|谈话|活动|培训|学习)(?:结束|召开|完成|下达|下发|印发)?(?:之日|之|以)?(?:后|起)`,
    (m) => ({ t: 'event', event: events.find(([form]) => form.test(m[1]!))![1] }),
  ],

  // Relative days and periods.
  [`(?:自|从)?(?:即日|今日|今天|本日)起(?=${N}个?(?:工作[日天]|天|日|周|星期|月|季度|半?年))`, () => noise],
  [`今天|今日|当天|当日|本日|即日`, () => ({ t: 'relative', unit: 'day', n: 0 })],
  [`今(?=晚|早|夜)|当(?=晚)`, () => ({ t: 'relative', unit: 'day', n: 0 })],
  [`明天|明日|次日|明(?=晚|早|夜)`, () => ({ t: 'relative', unit: 'day', n: 1 })],
  [`大后天`, () => ({ t: 'relative', unit: 'day', n: 3 })],
  [`后天`, () => ({ t: 'relative', unit: 'day', n: 2 })],
  [`昨天|昨日`, () => ({ t: 'relative', unit: 'day', n: -1 })],
  [`(本|这个?|当|下下个?|下个?|上个?)(?=${WEEKDAY})`, (m) => relativeOf(m[1]!, 'week')],
  [`(本|这个?|当|下下个?|下个?|上个?)(周|星期|礼拜)(?![一二三四五六日天])`, (m) => relativeOf(m[1]!, 'week')],
  [`(本|这个?|当|下下个?|下个?|上个?)月(?:份)?`, (m) => relativeOf(m[1]!, 'month')],
  [`(本|这个?|当|下下个?|下个?|上个?)季度?`, (m) => relativeOf(m[1]!, 'quarter')],
  [`次月`, () => ({ t: 'month-in', n: 0, note: 'next-quarter-month' })],
  [`今年|本年度?|当年`, () => relativeOf('本', 'year')],
  // 每年7月、次年1月: every year, both.
  [`(?<=^每年.*)次年`, () => noise],
  [`明年|次年|来年|下一?年度?`, () => relativeOf('下', 'year')],
  [`后年`, () => relativeOf('下下', 'year')],
  [`去年|上一?年度?`, () => relativeOf('上', 'year')],
  [`年内`, () => [relativeOf('本', 'year'), { t: 'before' }]],

  // Weekdays and what is counted inside a period.
  [`(${ORD})周(?:的)?${W}(${DAY})`, (m) => nthWeekday(m[1]!, m[2]!, true)],
  [`(${ORD})(?:星期|礼拜)(?:的)${W}(${DAY})`, (m) => nthWeekday(m[1]!, m[2]!, true)],
  [`(${ORD})(?:的)?${W}(${DAY})`, (m) => nthWeekday(m[1]!, m[2]!, false)],
  [`(${ORD})工作[日天]`, (m) => ({ t: 'nth', on: 'workday', ns: ordinalsOf(m[1]!) })],
  [`前(${N})个?工作[日天]`, (m) => ({ t: 'nth', on: 'workday', ns: [numberOf(m[1]!)], before: true })],
  [`(${ORD})[天日]|(首|末)日`, (m) => ({ t: 'nth', on: 'day', ns: ordinalsOf(m[1] ?? m[2]!) })],
  [`周末`, (m) => ({ t: 'ask', code: 'weekend', word: m[0] })],
  [`${W}${DAY}${TO}${W}?${ONE_DAY}`, (m) => ({ t: 'weekday', days: weekdaysOf(m[0]), plural: true })],
  [`${W}${FIRST_DAY}${MORE_DAYS}`, (m) => weekdayToken(weekdaysOf(m[0]))],
  [`${W}[八九十〇零089]|${W}\\d+`, (m) => ({ t: 'impossible', word: m[0] })],
  [`工作[日天]`, () => every('workday')],
  [`法定(?=工作[日天])`, () => noise],
  [`首月|首个月|头一个月`, () => ({ t: 'month-in', n: 1 })],
  [`第(${N})个?月(?:份)?`, (m) => ({ t: 'month-in', n: numberOf(m[1]!) })],
  [`(?<=季度?的?)中间(?:的)?一?个?月`, () => ({ t: 'month-in', n: 2 })],
  [`末月|最后一?个?月`, () => ({ t: 'month-in', n: -1 })],
  [`上旬?、?中旬?(?:${AND})?下旬`, () => ([1, 2, 3] as const).map((n): Token => ({ t: 'third', n }))],
  [`(上|中|下)旬`, (m) => ({ t: 'third', n: m[1] === '上' ? 1 : m[1] === '中' ? 2 : 3 })],
  [`(上|下)半年`, (m) => ({ t: 'half', n: m[1] === '上' ? 1 : 2 })],
  [`第?([一二三四1-4])季度?|q([1-4])`, (m) => ({ t: 'quarter', n: numberOf(m[1] ?? m[2]!) })],
  [`第?(${N})季度`, (m) => ({ t: 'impossible', word: m[0] })],
  [`(季度?末月|季末月)`, () => ({ t: 'month-in', n: -1 })],
  // 每季度末25日前: a day beside the end of a quarter is one of its last month.
  [`季度?[底末](?=${N}[日号])|(?<=季度?|半年)[底末](?=${N}[日号])`, () => ({ t: 'month-in', n: -1 })],
  [`月[底末终]`, () => ({ t: 'end', unit: 'month' })],
  [`季度?[底末终]`, () => ({ t: 'end', unit: 'quarter' })],
  [`半年[底末]`, () => ({ t: 'end', unit: 'half-year' })],
  [`年度?[底末终尾]`, () => ({ t: 'end', unit: 'year' })],
  [`[底末]`, () => ({ t: 'end' })],

  // Dates.
  [`${N}[日号]${TO}(?:当月|本月)?月?[底末]`, () => [{ t: 'end' }, { t: 'before' }]],
  [
    `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`,
    (m) => ({ t: 'date', year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  ],
  [
    `(20\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)`,
    (m) => ({ t: 'date', year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  ],
  [`(\\d{4}|[零〇一二三四五六七八九]{4})年度?`, (m) => ({ t: 'year', year: numberOf(m[1]!) })],
  [`(\\d{2})年(?=\\d|[一二三四五六七八九十])`, (m) => ({ t: 'year', year: 2000 + Number(m[1]) })],
  [
    `(\\d{1,2})\\.(\\d{1,2})(?=[日号]?(?:之|以)?前)[日号]?`,
    (m) => ({ t: 'month-days', month: Number(m[1]), ns: [Number(m[2])] }),
  ],
  [`(?<=每个?月)(${N})(?=$|[ ,上下早晚])`, (m) => ({ t: 'days', ns: [numberOf(m[1]!)] })],
  [`(${N})月份?(${DAYS})`, monthDays],
  [
    `(${N})${TO}(${N})月份?`,
    (m) => [{ t: 'months', ns: [numberOf(m[1]!)] }, { t: 'range' }, { t: 'months', ns: [numberOf(m[2]!)] }],
  ],
  [`${N}月?(?:份)?(?:${AND}${N}月?份?)*月份?`, (m) => ({ t: 'months', ns: numbersOf(m[0]) })],
  [`${DAYS}`, (m) => daysToken(m[0], (ns, window) => ({ t: 'days', ns, ...window }))],

  // Clock times. 24点前 is the end of that day, which a day without a time means anyway.
  [`(?:24|二十四)(?:点钟?|时|:00)(?:之|以)?前`, () => ({ t: 'before' })],
  [
    `(\\d{1,2})(?::(\\d{2}))?(am|pm)`,
    (m) => ({
      t: 'clock',
      hour: Number(m[1]),
      minute: Number(m[2] ?? 0),
      half: m[3] === 'am' ? 'am' : 'pm',
      word: m[0],
    }),
  ],
  [`(${PART})?(?:的)?(\\d{1,2}):(\\d{2})(?::00)?`, (m) => clockOf(m)],
  [
    `(${PART})?(?:的)?(${N})(?:点钟?|时)(?!间|限)(?:整|(?:过)?(${N})分|((?:[一三1-3]刻)|半)|(\\d{2})(?!\\d|[日号月年]))?`,
    (m) => clockWithMinutes(m),
  ],
  [`零点|午夜`, (m) => ({ t: 'clock', hour: 0, minute: 0, word: m[0] })],
  [`(廿[一二三四五六七八九]?|卅一?)(?![点时])`, (m) => ({ t: 'days', ns: [numberOf(m[1]!)] })],
  [`(?:正午|中午)`, (m) => ({ t: 'clock', hour: 12, minute: 0, word: m[0] })],
  [`${PART}`, (m) => ({ t: 'part', part: partOf(m[0]), word: m[0] })],

  // Classes.
  [
    `(?:长期|持续|继续|一直)?(?:坚持不懈|常态化|制度化|长效化|常抓不懈|久久为功|长抓不懈)(?:长效化|制度化|常态化|开展|推进|坚持|落实|整改|管理|保持)*|(?:长期|持续)(?:坚持|整改|推进|落实|抓好|深化|改进|用力|巩固|保持|开展|执行|进行)*`,
    () => ({ t: 'ongoing' }),
  ],
  [
    `立行立改|即知即改|立知立改|立查立改|边查边改|边改边查|立改立行|立整立改|立说立行|即行即改|(?:马上|立即|立刻|即刻)就?(?:整改|改正|改)?`,
    () => ({ t: 'immediate' }),
  ],

  // Small words.
  [`前后|左右|上下(?!半)`, () => ({ t: 'noise', note: 'about' })],
  [`上班(?:之|以)?前`, (m) => [{ t: 'part', part: 'morning', word: m[0] }, { t: 'before' }]],
  [`下班(?:之|以)?前`, (m) => [{ t: 'part', part: 'afternoon', word: m[0] }, { t: 'before' }]],
  [`(?<=月份?|季度|半年)(?:之|以)?前夕?`, () => ({ t: 'before', note: 'before-period' })],
  [`(?:之|以)?前夕?|以内|之内|内|为止|止|截止`, () => ({ t: 'before' })],
  [`最迟|不迟于|不晚于`, () => ({ t: 'before' })],
  [`截至|截止到|直到|直至`, () => ({ t: 'until' })],
  [`首次`, () => ({ t: 'first' })],
  [`起始?|开始`, () => ({ t: 'since' })],
  [`自(?!学)|从`, () => noise],
  [TO, () => ({ t: 'range' })],
  [`(?:[,;、()。:+和与并且及而/]|然后|随后|同时|其后|此后|再)+`, () => ({ t: 'sep' })],
  [
    `报告|已经?|份|的|在|于|为|是|应|要|须|需|必须|务必|请|各|定于|定在|固定|相对|坚持|每人|人均|检查|督查|督导|研究|听取|分析|研判|讨论|评议|通报|调研|支部?党员大会|党员大会|支委会|党小组会|党支部|党课|主题党日|中心组|理论|民主生活会|组织生活会|谈心谈话|党组会?|三会一课|每次|召开|开展|拿出|抽出|安排|调度|组织|进行|完成|报送|上报|提交|汇报|整改|落实|学习|开会|例会|会议|会(?!后)|集中|集体|专题|政治|业务|自学|研讨|交流|座谈|党员|干部|职工|全体|领导|班子|成员|机关|开|完毕|到位|取得|成效|巩固|执行|进展|情况|总结|台账|一次性|并|均|都|时间|时限|期限|完成时限|整改时限|交|报|办结`,
    () => noise,
  ],
];

function shiftOf(word: string): Token {
  if (/提前.*顺延|顺延.*提前/.test(word)) return { t: 'shift', to: 'either' };
  return { t: 'shift', to: word.startsWith('提前') ? 'previous' : 'next' };
}

function fixedOf(word: string, before: string | undefined): readonly Token[] {
  const { on, eve } = fixedDays[word]!;
  const [month, day] = before === undefined ? on : eve;
  const token: Token = { t: 'month-days', month, ns: [day] };
  return before === undefined ? [token] : [token, { t: 'before' }];
}

/** 每月一报, 一季一研判: once per period. */
function once(unit: string): readonly Token[] {
  const cadence = /半个?月/.test(unit)
    ? every('half-month')
    : unit === '旬'
      ? every('ten-days')
      : everyOf(undefined, unit);
  return [cadence, { t: 'count', n: 1 }].flat() as Token[];
}

function laterOf(side: string): { later?: true } {
  return side === '后' ? { later: true } : {};
}

function relativeOf(word: string, unit: PeriodUnit): Token {
  const n = word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : word.startsWith('上') ? -1 : 0;
  return { t: 'relative', unit, n };
}

function nthWeekday(ordinal: string, day: string, asWeek: boolean): Token {
  const ns = ordinalsOf(ordinal);
  const note = ns.includes(-1) ? 'last-week' : 'nth-week';
  return { t: 'nth', on: 'weekday', ns, weekday: weekdayOfText(day), ...(asWeek ? { note } : {}) };
}

function weekdayToken(days: readonly Weekday[]): Token {
  return days.length > 1 ? { t: 'weekday', days, plural: true } : { t: 'weekday', days };
}

function clockWithMinutes(match: RegExpExecArray): Token {
  const [word, part, hour, minute, quarter, bare] = match;
  const shaped = Object.assign([word, part, hour, minute ?? bare, quarter], { index: match.index, input: match.input });
  return clockOf(shaped as RegExpExecArray);
}

export const scanChinese = scannerOf(rules);

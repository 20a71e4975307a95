import type { ItemKind } from './contract.ts';
import { ENGLISH, NUMBER, numberOf } from './numbers.ts';

export interface Attendance {
  /** 应到. */
  readonly expected: number | null;
  /** 实到. */
  readonly present: number | null;
}

export interface Gathered {
  /** People come together for it: heads need not be called 人. */
  readonly gathering: boolean;
  /** How many are said by name to have been away. */
  readonly away: number;
}

const n = `(${NUMBER}|[仨俩])`;
const UNIT = '(?:个|名|位)';
/** 委员, 局领导, 老同志, 副局长: whom one counts. */
const WHO =
  '(?:[\\u4e00-\\u9fff]{0,4}?(?:成员|委员|党员|组员|人员|同志|干部|领导|支委|人|局长|股长|科长|主任|书记|代表|家伙))';
const HEADS = `${n}(?:${UNIT}?${WHO}|${UNIT})`;
const COUNTED = `${n}${UNIT}?${WHO}?`;
const END = '(?=[,。;()\\s]|$)';
const CAME = '(?:到会|到场|参加|参会|出席|到|来|去|在)';
const EN = `\\b(${NUMBER}|${ENGLISH})\\b`;
const EN_HEADS = '(?: of us| (?:party |committee )?members| people| colleagues| leaders| comrades)*';
const EN_CAME = '(?:attended|came|present|there|were|went|turned up|showed up|made it|joined|took part|in attendance)';

/** Are those counted the ones who came together? On a visit they may be sites. */
export const gathers = (kind: ItemKind): boolean => kind === 'meeting' || kind === 'study';

interface Figures {
  readonly expected?: number;
  readonly present?: number;
}

interface Reading {
  readonly pattern: RegExp;
  /** What the groups are; `all` is both, as long as nobody was away. */
  readonly gives: readonly ('expected' | 'present' | 'all')[];
  /** Only where people come together. */
  readonly gathering?: true;
}

const reading = (pattern: string, ...gives: Reading['gives']): Reading => ({ pattern: new RegExp(pattern), gives });
const gathered = (pattern: string, ...gives: Reading['gives']): Reading => ({
  ...reading(pattern, ...gives),
  gathering: true,
});
const RIGHT = '(?:应?该?(?:是|为|改为)|有|[:])?';

/** In order: the first that gives a figure gives it. */
const READINGS: readonly Reading[] = [
  reading(`${n}${UNIT}?人应到`, 'expected'),
  reading(`应(?:到|参加|参会|出席)(?:会)?(?:党员|人数|人员)*${RIGHT}${n}`, 'expected'),
  reading(`${COUNTED}应到`, 'expected'),
  reading(`实(?:到|际到会|际到|参加|际参加)(?:会)?(?:党员|人数|人员)*${RIGHT}${n}`, 'present'),
  reading(`${n}(?:${UNIT}?人)?实到`, 'present'),
  reading(`${EN}(?:/| of | out of )${EN}${EN_HEADS} ${EN_CAME}`, 'present', 'expected'),
  reading(`\\ball ${EN}${EN_HEADS} (?:were |was )?${EN_CAME}`, 'all'),
  reading(
    `${n}${UNIT}?${WHO}(?:中|里|当中)?(?:实际?|共|只|就)?(?:参加|参会|出席|[到去来])(?:了|会|场)*${n}(?!个?[点村户家站处地小])`,
    'expected',
    'present',
  ),
  reading(`(?<!应)${n}${UNIT}?(?:支委|委员|成员|党员|同志|人)?(?:今天|这次)?[都全](?:到|来)(?:了|齐)`, 'all'),
  reading(`${n}${UNIT}?${WHO}(?:今天|这次)?(?:都|全部?|均|悉数)(?:已经?)?${CAME}`, 'all'),
  reading(`${n}${UNIT}?${WHO}(?:一[个人][不没][缺落少]|无一?人?缺席|全员)`, 'all'),
  reading(`${COUNTED}(?:全部|都)?(?:到齐|来齐|齐了)`, 'all'),
  gathered(`${n}${UNIT}(?:都|全部?|均)${CAME}`, 'all'),
  gathered(`${HEADS}(?:到会|到场|在场|参加|参会|出席|到|来|在)(?:了|的)?${END}`, 'present'),
  reading(
    `(?:到会|参加|参会|出席|到场|来了)(?:老?党员|人员|人数)?[:了]?(?:共|有)?${n}${UNIT}?(?:人|党员|老?同志)(?!(?:请假|缺))`,
    'present',
  ),
  reading(
    `(?<![\\d第余多来应到])${n}${UNIT}?(?:人|党员|同志)(?:都|全)?(?:参加|参会|出席|到会|到场|听课|听|到(?:[了齐]|$|[,。;\\s]))`,
    'present',
  ),
  reading(`[去来到]的是${n}[个名位]?人`, 'present'),
  reading(`(?:人|党员|同志)(?:去|来|到)了${n}(?:个|位|名|人)`, 'present'),
  reading(`(?:一共|总共|共)(?:去|来|到)了?${n}(?:个|位|名|人)`, 'present'),
  reading(`(?<!应)到(?:了|会|场)?${n}${UNIT}?人`, 'present'),
  gathered(`(?<!应)[到来](?:了|会|场)*(?:共|有)?${HEADS}${END}`, 'present'),
  gathered(`(?<!应)(?:听课|听讲|参会|参加|到会|出席|到场|来|到)的?(?:共|有|是|一共)*${HEADS}${END}`, 'present'),
  reading(`(?:会|学习|党课|党日)${n}${UNIT}?人${END}`, 'present'),
  reading(`${EN}${EN_HEADS} (?:were |was )?${EN_CAME}`, 'present'),
  reading(`(?:^|[,。;\\s])(?:共|一共|总共)?${n}个?人${END}`, 'present'),
  gathered(`(?:应该?|其实|实际)?(?:是|为)${n}${UNIT}?人(?:到的|来的|参加的)?${END}`, 'present'),
];

/** 近30人, 三十来号人, 20余人: no figure. */
const ABOUT = new RegExp(
  `(?:(?:近|约|大约|大概|差不多|将近|不到|接近|超过|至少)${NUMBER}|${NUMBER}[多来余几])(?:个|名|位|号)?`,
  'g',
);
/** 不是20人: the figure that was wrong. */
const DENIED = new RegExp(`(?:而?不是|并非)(?:[应实]到)?${NUMBER}${UNIT}?人?`, 'g');
const AWAY = new RegExp(
  `(?:请假|病假|事假|公假|缺席|缺|没来|未到)(?:的|人员)*(?:有|了|共)?[:]?${n}(?:个|人|名|位|${END})|${n}${UNIT}?(?:人|同志|党员)?(?:因[^,\\d]{1,3})?(?:请假|请了假|病假|事假|缺席|没来|未到|出差|公出)`,
);
const THE_REST = /(?:其余|其他|其它|剩下|余下|另外)的?[^,。;不没]{0,5}?(?:都|全|均)?(?:到|来|在|参加|出席)/;
const REST_BEFORE = /(?:其余|其他|其它|剩下|余下|另外?|别的)的?$/;
const EVERYBODY = /全[员部]到齐|(?<!基本)都到齐|无一?人?缺席|没人缺席|全勤/;
const NOBODY_AWAY = /全部?到|都到|都来|全来|到齐|来齐|无一?人?缺席|没人缺席|一[个人][不没][缺落少]|全勤/;

/** 应到23实到21, 5人到4人, 三名委员全到, 8 of 9 came; null where the text gives no exact figure. */
export function attendanceIn(said: string, { gathering, away }: Gathered): Attendance {
  const text = said.replace(ABOUT, '若干').replace(DENIED, '');
  let figures: Figures = {};
  for (const one of READINGS) if (gathering || !one.gathering) figures = { ...figuresBy(one, text, away), ...figures };
  return consistent(followed(figures, text, away));
}

function figuresBy({ pattern, gives }: Reading, text: string, away: number): Figures {
  const match = pattern.exec(text);
  if (!match) return {};
  const values = gives.map((_, i) => numberOf(match[i + 1]!));
  if (values.some(Number.isNaN)) return {};
  const found: { expected?: number; present?: number } = {};
  gives.forEach((what, i) => {
    if (what !== 'expected') found.present = values[i]!;
    // 其余三人都到了: all of those, and not all there are.
    const whole = what === 'all' && away === 0 && !REST_BEFORE.test(text.slice(0, match.index)) && !AWAY.test(text);
    if (what === 'expected' || whole) found.expected = values[i]!;
  });
  return found;
}

/** 应到四人，病假一个，其余都到了: what follows from what is said. */
function followed({ expected, present }: Figures, text: string, named: number): Figures {
  // 全员到齐，一共23人: as many as there are.
  if (expected === undefined && present !== undefined && named === 0 && EVERYBODY.test(text) && !AWAY.test(text))
    return { expected: present, present };
  if (expected === undefined || present !== undefined) return { expected, present };
  const match = AWAY.exec(text);
  const away = Math.max(named, match ? numberOf(match[1] ?? match[2]!) : 0);
  if (away > 0 && (match || THE_REST.test(text))) return { expected, present: expected - away };
  return away === 0 && NOBODY_AWAY.test(text) ? { expected, present: expected } : { expected };
}

/** More than there are cannot have come: figures that deny each other are none. */
function consistent({ expected, present }: Figures): Attendance {
  const sound = expected === undefined || present === undefined || (present >= 0 && present <= expected);
  return { expected: (sound && expected) || null, present: sound ? (present ?? null) : null };
}

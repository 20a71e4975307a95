import { instantOf, type LocalDate, type LocalTime } from '../../../src/core/calendar.ts';
import type { ItemKind, OpenItem, ReplyContext, ReplyPerson } from '../../../src/core/reply/contract.ts';
import { type HolidayTable, workingCalendar } from '../../../src/core/working-calendar.ts';

const ZONE = 'Asia/Shanghai';

const days = (from: LocalDate, count: number): LocalDate[] =>
  Array.from(
    { length: count },
    (_, i) => `${from.slice(0, 8)}${String(Number(from.slice(8)) + i).padStart(2, '0')}` as LocalDate,
  );

const TABLE: HolidayTable = {
  lastYear: 2026,
  daysOff: new Set([...days('2026-10-01', 7), ...days('2026-05-01', 5), ...days('2026-04-04', 3)]),
  workDays: new Set<LocalDate>(['2026-09-20', '2026-10-10', '2026-05-09']),
  feasts: [
    { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
};

const person = (id: string, name: string, post: string, department?: string, aliases: string[] = []): ReplyPerson => ({
  id,
  name,
  post,
  department,
  aliases,
  roles: [],
});

/** A county bureau: two 李 who are 主任, two 王, three deputies. */
export const PEOPLE: readonly ReplyPerson[] = [
  person('zhou', '周国强', '党组书记、局长', undefined, ['周局']),
  person('chen', '陈志远', '党组成员、副局长'),
  person('liu', '刘敏', '党组成员、副局长'),
  person('zhao', '赵建军', '党组成员、副局长'),
  person('wangyl', '王玉兰', '办公室主任', '办公室'),
  person('wangd', '王德发', '养老服务股股长', '养老服务股'),
  person('li1', '李卫东', '社会救助股主任', '社会救助股'),
  person('li2', '李秀英', '福利中心主任', '福利中心'),
  person('sun', '孙立新', '基层政权股股长', '基层政权股', ['孙股']),
  person('qian', '钱文静', '机关党支部组织委员'),
];

export interface Scene {
  readonly at?: string;
  readonly kind?: ItemKind;
  readonly title?: string;
  readonly due?: string;
  readonly speaker?: string;
  readonly more?: Partial<ReplyContext>;
  readonly item?: Partial<OpenItem>;
}

const TITLES: Readonly<Partial<Record<ItemKind, string>>> = {
  study: '个人自学',
  talk: '谈心谈话',
  meeting: '支部党员大会',
  'minutes-check': '会议记录核查',
  inspection: '支部督导检查',
  progress: '整改台账更新',
  report: '报送整改进展报告',
  deliverable: '修订财务管理制度',
  other: '其他事项',
};

export function at(text: string): number {
  const [date, time = '10:00'] = text.split(' ');
  return instantOf(date as LocalDate, time as LocalTime, ZONE);
}

export function item(
  occurrence: string,
  kind: ItemKind,
  title: string,
  due = '2026-03-27 18:00',
  more: Partial<OpenItem> = {},
): OpenItem {
  return { occurrence, duty: occurrence, kind, title, due: at(due), scheduled: at(due) - 5 * 86_400_000, ...more };
}

/** Wednesday 25 March 2026, 10:00, one duty open and due on Friday, the reminder answered. */
export function scene({
  at: now = '2026-03-25 10:00',
  kind = 'meeting',
  title,
  due,
  speaker = 'zhou',
  more = {},
  item: extra = {},
}: Scene = {}): ReplyContext {
  const one = item('o1', kind, title ?? TITLES[kind] ?? kind, due, extra);
  return {
    now: at(now),
    zone: ZONE,
    calendar: workingCalendar(TABLE),
    speaker,
    people: PEOPLE,
    open: [one],
    about: [one.occurrence],
    ...more,
  };
}

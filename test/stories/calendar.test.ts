import { expect } from 'vitest';
import { xlsxOf } from '../documents/office-files.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const report = (schedule: string, more = '') =>
  planOf({
    duties: [
      `{ id: report, kind: report, title: 月报, who: [sun], schedule: ${schedule}, remind: [0s]${more ? `, ${more}` : ''} }`,
    ],
  });

story(
  'the office takes a day off and works a Saturday: what has not begun is planned anew',
  { plan: report('每月最后一个工作日', 'ladder: none'), at: '2026-06-29 08:00' },
  async (office) => {
    const li = office.person('li');
    office.person('sun').says('/holiday 2026-06-30');
    await office.settle();
    office.hears('06-29 08:00 sun 这一项只有办公室可以操作');
    li.says('/holiday 2026-06-30');
    await office.settle();
    await office.until('2026-06-29 12:00');
    office.hears('06-29 08:00 li 6月30日（周二）本单位放假', '06-29 09:00 sun 月报 … 今天内');
    li.says('/holiday 2026-06-30');
    li.says('/workday 2026-08-01');
    li.says('/holiday 过几天');
    li.says('/holiday 7月8日至10日');
    await office.settle();
    office.hears(
      '06-29 12:00 li 本来就休息，没有改动',
      '06-29 12:00 li 8月1日（周六）本单位上班',
      '06-29 12:00 li 请写一天或一段',
      '06-29 12:00 li 7月8日（周三）至7月10日（周五）本单位放假',
    );
    li.says('/calendar');
    await office.settle();
    office.hears(
      '06-29 12:00 li 放假安排已到2026年 … 本单位另行放假：6月30日（周二）、7月8日（周三）、7月9日（周四）、7月10日（周五） … 另行上班：8月1日（周六）',
    );
  },
);

const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
五、端午节：6月9日（周三）放假1天。
六、中秋节：9月15日（周三）放假1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

story(
  'next year’s holidays are asked for once a week from 1 December until the notice is pasted and confirmed',
  { plan: report('2027-02-05', 'ladder: none'), at: '2026-11-20 08:00' },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-12-11 12:00');
    office.hears('12-01 09:00 li 2027年放假安排还没有录入', '12-07 09:00 li 2027年放假安排还没有录入');
    li.says(notice);
    await office.settle();
    office.hears('12-11 12:00 li 2027年放假安排，读作 … 春节　2月5日（周五）至2月11日（周四） … 上班 … 请对照原文核对');
    await li.taps('与原文一致，启用').answered();
    await office.settle();
    office.hears('12-11 12:00 li 2027年放假安排已启用');
    await office.until('2027-02-20 12:00');
    // Due on a day off: said on the last working day before; 31 January is worked, and nobody asks for 2027 any more.
    office.hears('02-04 09:00 sun 月报');
  },
);

story(
  'anybody may ask how words about time are read, before they stand in a plan',
  { plan: report('2027-02-05', 'ladder: none'), at: '2026-11-20 08:00' },
  async (office) => {
    const heardOn = async (words: string, ...lines: string[]) => {
      office.person('li').says(words);
      await office.settle();
      office.hears(...lines);
    };
    await heardOn(
      '/schedule 每月最后一个工作日下午5点',
      '11-20 08:00 li 读作：每月最后一个工作日 17:00 … 当年放假安排尚未公布 … 接下来：2026年11月30日（周一）17:00、2026年12月31日（周四）17:00',
    );
    await heardOn('/schedule 每月10日前', '11-20 08:00 li 读作：每月，最迟10日 … 没有写钟点');
    await heardOn('/schedule 每周一报', '11-20 08:00 li “每周一”可指每周一次，也可指每逢周一');
    await heardOn('/schedule', '11-20 08:00 li 请写一句时间');
  },
);

story(
  'next year’s holidays come as a file: the notice, a table, or what only calls itself one',
  { plan: report('2027-02-05', 'ladder: none'), at: '2026-12-15 08:00' },
  async (office) => {
    const li = office.person('li');
    li.sendsDocument('关于节假日的通知.txt', Buffer.from(notice));
    await office.settle();
    office.hears(
      '12-15 08:00 li 2027年放假安排还没有录入 … 放假表（xlsx、csv）',
      '12-15 08:00 li 2027年放假安排，读作 … 春节　2月5日（周五）至2月11日（周四） … 请对照原文核对',
    );
    const rows = [
      ['元旦', '1月1日至3日', '', '3天'],
      ['春节', '2月5日至11日', '1月31日、2月14日', '7天'],
      ['国庆节', '10月1日至7日', '9月26日、10月9日', '7天'],
    ];
    li.sendsDocument('表.xlsx', await xlsxOf('2027年放假安排', [['节日', '放假时间', '调休上班', '天数'], ...rows]));
    await office.settle();
    office.hears('12-15 08:00 li 2027年放假安排，读作 … 上班 … 10月9日（周六） … 没有看到：清明、劳动节、端午、中秋');
    li.sendsDocument('2027年放假安排.pdf', Buffer.from('%PDF-1.7 放假'));
    await office.settle();
    office.hears('12-15 08:00 li 只能读取');
    // From somebody else, and beside other words, a file is what it was.
    office.person('sun').sendsDocument('2027年放假安排.txt', Buffer.from(notice));
    await office.settle();
    office.hears('12-15 08:00 sun 附件已存');
    await li.taps('与原文一致，启用').answered();
    await office.settle();
    office.hears('12-15 08:00 li 2027年放假安排已启用一部分；清明、劳动节、端午、中秋还没有，仍按推算暂定');
    // What is in part is asked for again, until it is whole.
    await office.until('2026-12-21 10:00');
    office.hears('12-21 09:00 li 2027年放假安排还没有录入');
    li.sendsDocument('通知.txt', Buffer.from(notice));
    await office.settle();
    await li.taps('与原文一致，启用').answered();
    await office.settle();
    office.hears('12-21 10:00 li 2027年放假安排，读作', '12-21 10:00 li 2027年放假安排已启用');
    await office.until('2027-02-20 12:00');
    office.hears('02-04 09:00 sun 月报');
  },
);

story(
  'a notice that does not fit the calendar is refused in its own words; nobody else can change the calendar',
  { plan: report('2027-02-05', 'ladder: none'), at: '2026-11-20 08:00' },
  async (office) => {
    office.person('li').says(notice.replace('2月5日（周五）', '2月5日（周四）'));
    await office.settle();
    office.hears('11-20 08:00 li 通知没有读懂，没有启用 … 日期与周几不符');
    office.person('sun').says('/calendar');
    await office.settle();
    office.hears('11-20 08:00 sun 只有办公室');
    const file = {
      year: 2027,
      feasts: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      workDays: ['2027-01-09'],
    };
    office.person('li').says(`/calendar ${JSON.stringify(file)}`);
    await office.settle();
    office.hears('11-20 08:00 li 2027年放假安排，读作 … 元旦　1月1日（周五）至1月3日（周日） … 上班 … 1月9日（周六）');
  },
);

story(
  'one deadline by colour: green to the lead, yellow to the secretary too, red to the head',
  {
    plan: report('每月25日').replace('deadline: ongoing', 'deadline: 2026-03-27').replace('lead: zhang', 'lead: wang'),
    at: '2026-03-02 08:00',
  },
  async (office) => {
    await office.until('2026-03-30 12:00');
    office.hears(
      '03-06 09:00 wang 绿　措施m1：3月27日（周五）到期，还有21天 … 您是牵头领导',
      '03-17 09:00 wang 黄　措施m1',
      '03-17 09:00 li 黄　措施m1',
      '03-25 09:00 sun 月报',
      '03-26 09:00 li 逾期1项',
      '03-26 09:00 sun 已逾期',
      '03-30 09:00 zhang 红　措施m1：应于3月27日（周五）完成，已逾期1个工作日 … 主要负责人',
      '03-30 09:00 wang 有1项请您过问',
      '03-30 09:00 wang 红　措施m1',
      '03-30 09:00 li 红　措施m1',
    );
  },
);

story(
  'the preview of a digest that looks into a year without a notice says so',
  {
    plan: planOf({
      duties: ['{ id: report, kind: report, title: 月报, who: [sun], schedule: 2026-12-31, remind: [0s] }'],
      groups: [partyGroup('每周三 10:00')],
    }),
    at: '2026-12-29 09:00',
  },
  async (office) => {
    await office.until('2026-12-30 09:00');
    const heard = office
      .person('li')
      .messages()
      .map((m) => m.text);
    expect(heard.join('\n')).toContain('2027年放假安排尚未公布，日期为暂定');
  },
);

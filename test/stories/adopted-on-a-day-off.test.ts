import { expect } from 'vitest';
import { localOf } from '../../src/core/calendar.ts';
import { docxOf } from '../documents/office-files.ts';
import type { TestOffice } from '../support/office.ts';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const empty = `organization: { id: minzheng, name: 某局, head: zhang, quietHours: "21:30-07:30", bundle: "08:30" }\npeople:\n${cast.map((one) => `  - ${one}`).join('\n')}\nmeasures: []\n`;
const everybody = ['zhang', 'wang', 'chen', 'li', 'sun', 'zhou'];

/** Every kind of timing by day, with one deadline that is past, one on the coming day off, and a measure about to end. */
const running = (dayOff: string, past: string, soon: string) =>
  planOf({
    organization: 'quietHours: "21:30-07:30", bundle: "08:30"',
    duties: [
      '{ id: weekly, kind: report, title: 周报, who: [sun], schedule: 每周 }',
      '{ id: monthly, kind: progress, title: 进展, who: [wang], schedule: 每月 }',
      '{ id: quarterly, kind: inspection, title: 督导, who: [chen], schedule: 每季度 }',
      '{ id: daily, kind: other, title: 巡查, who: [zhou], schedule: 每天 }',
      '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen], quota: 1 per month }',
      '{ id: study, kind: study, title: 集中学习, who: [zhang, wang], reporter: li, schedule: 每月第二个周三 15:00 }',
      `{ id: once, kind: report, title: 整改报告, who: [sun], schedule: ${dayOff} }`,
      `{ id: soon, kind: deliverable, title: 整改制度, who: [zhou], schedule: ${soon} }`,
      `{ id: past, kind: deliverable, title: 旧制度, who: [wang], schedule: ${past} }`,
    ],
  }).replace('deadline: ongoing', `deadline: ${soon}`);

function saidSince(office: TestOffice, ids: ReadonlyMap<string, number>): readonly string[] {
  return everybody.flatMap((who) =>
    office
      .person(who)
      .messages()
      .filter((m) => m.from.bot && m.id > (ids.get(who) ?? 0))
      .map(
        (m) =>
          `${localOf(m.at, 'Asia/Shanghai').date.slice(5)} ${localOf(m.at, 'Asia/Shanghai').time} ${who} ${m.text.replaceAll('\n', ' / ')}`,
      ),
  );
}

function now(office: TestOffice): ReadonlyMap<string, number> {
  return new Map(
    everybody.map((who) => [
      who,
      Math.max(
        0,
        ...office
          .person(who)
          .messages()
          .map(({ id }) => id),
      ),
    ]),
  );
}

const paper = [
  '某局党组关于巡察反馈意见的整改方案',
  '2026年2月20日',
  '一、政治理论学习方面',
  '1.关于学习抓得不紧的问题',
  '整改措施：每周组织集中学习。每月开展督导检查。每季度报送整改进展报告。2026年3月8日前报送整改方案。',
  '责任领导：王志强',
  '责任人：孙伟',
  '完成时限：2026年3月12日',
].join('\n');

story(
  'adopted in the chat on a Saturday night, a plan writes to nobody before Monday morning',
  { plan: empty, at: '2026-03-07 22:00' },
  async (office) => {
    const li = office.person('li');
    li.sendsDocument('整改方案.docx', await docxOf(paper));
    await office.settle();
    li.taps(
      li
        .messages()
        .at(-1)!
        .buttons.flat()
        .some((b) => b.text === '看预览')
        ? '看预览'
        : '全部采用建议',
    );
    await office.settle();
    for (let n = 0; n < 9 && li.messages().at(-1)!.text.includes('问，共'); n++) {
      li.taps('待定');
      await office.settle();
    }
    li.taps('采用');
    await li.sees('已采用');
    await office.settle();
    const before = now(office);
    await office.until('2026-03-09 07:29');
    expect(saidSince(office, before)).toEqual([]);
    await office.until('2026-03-09 09:30');
    expect(saidSince(office, before).length).toBeGreaterThan(0);
  },
);

// Saturday night; the evening before the week of the national day.
for (const [adopted, night, morning, dayOff, past, soon] of [
  ['2026-03-07 22:00', '2026-03-09 07:29', '2026-03-09 09:30', '2026-03-08', '2026-02-20', '2026-03-12'],
  ['2026-09-30 19:00', '2026-10-08 07:29', '2026-10-08 09:30', '2026-10-04', '2026-09-20', '2026-10-12'],
] as const)
  story(
    `adopted on ${adopted}, whatever it holds, it writes to nobody before the next working morning`,
    { plan: empty, at: adopted },
    async (office) => {
      await office.adopt(running(dayOff, past, soon));
      await office.settle();
      const before = new Map<string, number>();
      await office.until(night);
      expect(saidSince(office, before)).toEqual([]);
      await office.until(morning);
      expect(saidSince(office, before).length).toBeGreaterThan(3);
      // What they first hear of is not held against them; the secretary hears of what was past before.
      const owed = saidSince(office, before).filter((line) => / (?:sun|zhou|chen) /.test(line));
      expect(owed.join('\n')).not.toContain('逾期');
    },
  );

import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { claimCode } from '../../src/claim.ts';
import { docxOf, xlsxOf } from '../documents/office-files.ts';
import { docxWith, paragraph, zipOf } from '../documents/zip-files.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import type { Person } from '../support/telegram.ts';

const at = '2026-03-02 08:00'; // a Monday
const empty = `organization: { id: minzheng, name: 某局, head: zhang }\npeople:\n${cast.map((one) => `  - ${one}`).join('\n')}\nmeasures: []\n`;
const running = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: study, kind: study, title: 集中学习, who: [zhang, wang], schedule: 每月第一个周三 15:00 }',
  ],
});

const titles = ['组织集中学习', '召开党组会', '开展督导检查', '报送整改进展报告', '召开支部党员大会'];
const names = ['张建国', '王志强', '陈敏', '李秀', '孙伟'];

/** A plan of so many measures; every third says only 定期. */
const paper = (count: number) =>
  [
    '某局党组关于巡察反馈意见的整改方案',
    '2026年2月20日',
    '一、政治理论学习方面',
    ...Array.from({ length: count }, (_, i) => [
      `${i + 1}.关于第${i + 1}项工作抓得不紧的问题`,
      `整改措施：${i % 3 === 2 ? '定期' : '每月'}${titles[i % 5]}（第${i + 1}组）。`,
      `责任领导：${names[i % 5]}`,
      '完成时限：长期坚持',
    ]).flat(),
  ].join('\n');

const last = (person: Person) =>
  person
    .messages()
    .filter((m) => m.from.bot)
    .at(-1)!;

/** Adopts and waits for the word of it: reminders may follow at once. */
async function adopted(office: TestOffice, person: Person, button = '采用'): Promise<void> {
  await tap(office, person, button);
  await person.sees('已采用');
}

async function tap(office: TestOffice, person: Person, button: string): Promise<string> {
  // Reminders may come between: the button of the newest message that has it.
  person.taps(button);
  await office.settle();
  return last(person).text;
}

async function until(office: TestOffice, person: Person, steps: (text: string) => string | undefined): Promise<number> {
  for (let n = 0; n < 40; n++) {
    const button = steps(last(person).text);
    if (button === undefined) return n;
    await tap(office, person, button);
  }
  throw new Error(`no end: ${last(person).text}`);
}

story(
  'a docx of ten measures becomes a running plan in a few taps, and nothing runs before',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    li.sendsDocument('整改方案.docx', await docxOf(paper(10)));
    await office.settle();
    expect(last(li).text).toContain('10条措施');
    await office.until('2026-03-02 12:00');
    expect(await office.bot().world.store.ledger.open('minzheng')).toEqual([]);
    await tap(office, li, '全部采用建议');
    const steps = await until(office, li, (t) => (/第\d+问/.test(t) ? '待定' : undefined));
    expect(steps).toBeLessThanOrEqual(5);
    expect(last(li).text).toContain('今后30天');
    await adopted(office, li);
    // Who agrees before the Party group reads of it is asked once, with the plan.
    await office.settle();
    const asked = li.messages().filter((m) => m.text.includes('发布前由主要负责人同意'));
    expect(asked.map((m) => m.buttons.flat().map((b) => b.text)[0])).toEqual(['由张建国同意后发布']);
    office.skip();
    await office.until('2026-03-12 18:00');
    expect(await office.bot().world.store.plans.current('minzheng')).toMatchObject({ by: 'li', version: 2 });
    expect(office.person('wang').messages().length).toBeGreaterThan(0);
  },
);

story(
  'a ledger of 95 measures asks at most 20 questions',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    const when = ['定期', '每月', '不定期', '每季度', '经常', '及时'];
    const rows = Array.from({ length: 95 }, (_, i) => [
      String(i + 1),
      `第${i + 1}项工作不到位`,
      `${when[i % 6]}${titles[i % 5]}，落实第${i + 1}项要求`,
      names[i % 5]!,
      ['办公室', '养老股', '救助股', '各责任单位'][i % 4]!,
      i % 7 === 0 ? '各责任单位' : ['孙伟', '周洁'][i % 2]!,
      '长期坚持',
    ]);
    const head = ['序号', '问题', '整改措施', '责任领导', '责任单位', '责任人', '完成时限'];
    li.sendsDocument('台账.xlsx', await xlsxOf('某局巡察整改台账（2026年）', [head, ...rows]));
    await office.settle();
    expect(last(li).text).toContain('95条措施');
    await tap(office, li, '开始确认');
    const questions = await until(office, li, (t) =>
      /第\d+问/.test(t) ? (/建议/.test(t) ? '（建议）' : '待定') : undefined,
    ).catch(async () => until(office, li, (t) => (/第\d+问/.test(t) ? '待定' : undefined)));
    expect(questions).toBeLessThanOrEqual(20);
    expect(last(li).text).toContain('今后30天');
    await adopted(office, li);
  },
  120_000,
);

story(
  'short answers, a restart in the middle, and what stays open returns every Monday',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    li.sendsDocument('整改方案.docx', await docxOf(paper(10)));
    await office.settle();
    await tap(office, li, '开始确认');
    expect(last(li).text).toContain('第1问');
    await office.stop();
    await office.wake();
    li.says('每季度最后一个月25日前');
    await office.settle();
    await until(office, li, (t) => (/第\d+问/.test(t) ? '待定' : undefined));
    await adopted(office, li);
    const open = (await office.bot().world.store.drafts.read('minzheng', 'li'))!.drafting;
    expect(open.stage).toBe('adopted');
    expect(Object.values(open.answers)).toContain('每季度最后一个月25日前');
    expect(open.left).toBeGreaterThan(0);
    await office.until('2026-03-09 09:00');
    await li.sees('待定，没有运行');
    await office.until('2026-03-16 09:00');
    expect(li.messages().filter((m) => m.text.includes('待定，没有运行'))).toHaveLength(2);
  },
);

story(
  'a second version shows what it changes, keeps history and closes what vanished',
  { plan: running, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 10:00');
    li.sendsDocument('整改方案.docx', await docxOf(paper(4)));
    await office.settle();
    await until(office, li, (t) =>
      t.includes('今后30天')
        ? undefined
        : /第\d+问/.test(t)
          ? t.includes('是哪一种')
            ? '现行方案的新版'
            : '待定'
          : t.includes('需要您确认')
            ? '开始确认'
            : '看预览',
    );
    expect(last(li).text).toContain('新增措施3条、任务');
    expect(last(li).text).toContain('取消措施1条、任务2项');
    await adopted(office, li, '采用新版');
    const [report] = await office.bot().world.store.ledger.occurrences('minzheng', ['report@2026-03-03/sun']);
    expect(report?.settled).toMatchObject({ how: 'void', reason: 'plan' });
    expect(await office.bot().world.store.plans.version('minzheng', 1)).toBeDefined();
    // What vanished stays in the ledger, with the reason.
    li.says('/ledger');
    await li.sees('整改台账');
    await office.settle();
    const url = `${office.telegram.url}/control/file/${last(li).file?.id}`;
    const got = await fetch(url, { headers: { 'x-control-token': office.telegram.controlToken } });
    const book = JSON.stringify(await readXlsxFile(Buffer.from(await got.arrayBuffer())));
    expect(book).toMatch(/整改报告.*方案调整/);
  },
);

story(
  'another paper can be one more round beside the one that runs, and taken up again it is still that round',
  { plan: running, at },
  async (office) => {
    const li = office.person('li');
    li.says('方案呢');
    await office.settle();
    expect(last(li).text).toContain('没有正在起草的方案，现行方案有措施1条');
    li.says('何平 社会事务股股长\n许芳 人事股股长');
    await office.settle();
    expect(last(li).text).toContain('已记下2人，采用方案时一并加入');
    li.sendsDocument('上级督查整改方案.docx', await docxOf(paper(4)));
    await office.settle();
    await tap(office, li, '开始确认');
    expect(last(li).text).toContain('单位已有方案在运行');
    li.says('另加一轮');
    await office.settle();
    await until(office, li, (t) => (/第\d+问/.test(t) ? '待定' : undefined));
    expect(last(li).text).toContain('新增措施');
    expect(last(li).text).not.toContain('取消措施');
    await adopted(office, li, '另加这一轮');
    const plan = async () => (await office.bot().offices.of('minzheng'))!.plan;
    expect((await plan()).people.map(({ name }) => name)).toContain('许芳');
    expect((await plan()).measures.map(({ id }) => id)).toContain('m1');
    const count = (await plan()).measures.length;
    expect((await plan()).measures.flatMap(({ duties }) => duties.map(({ id }) => id))).toEqual(
      expect.arrayContaining(['report', 'study']),
    );
    li.taps('处理待定', { on: li.messages().findLast((m) => m.text.includes('已采用'))! });
    await office.settle();
    await until(office, li, (t) => (/第\d+问/.test(t) ? '每季度' : undefined));
    await adopted(office, li);
    expect((await plan()).measures.length).toBeLessThanOrEqual(count + 2);
    expect((await plan()).measures.flatMap(({ duties }) => duties.map(({ id }) => id))).toContain('report');
  },
);

story(
  'an answered question shows its answer and offers no other, but can be answered anew while the draft is open',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    li.sendsDocument('整改方案.docx', await docxOf(paper(10)));
    await office.settle();
    const labels = (m: { readonly buttons: readonly (readonly { readonly text: string }[])[] }) =>
      m.buttons.flat().map(({ text }) => text);
    const newest = (words: string) => li.messages().findLast((m) => m.text.includes(words))!;
    await tap(office, li, '开始确认');
    expect(labels(newest('已读完'))).toEqual([]);
    expect(labels(newest('第1问'))).toEqual(expect.arrayContaining(['每周', '待定', '全部采用建议']));
    expect(labels(newest('第1问'))).not.toContain('改答');
    await tap(office, li, '每周');
    expect(newest('第1问').text).toContain('已定：每周');
    expect(newest('第1问').text).not.toContain('请点选');
    expect(labels(newest('第1问'))).toEqual(['改答']);
    li.says('待定');
    await office.settle();
    expect(newest('第2问').text).toContain('已定：待定');
    li.taps('改答', { on: newest('第1问') });
    await office.settle();
    expect(last(li).text).toContain('第1问');
    await until(office, li, (t) => (/第\d+问/.test(t) ? '每半年' : undefined));
    expect(newest('已定：每半年')).toBeDefined();
    expect(labels(last(li))).toContain('采用');
    await adopted(office, li);
    expect(labels(newest('今后30天'))).toEqual([]);
    expect(labels(newest('已定：待定'))).toEqual([]);
    expect((await office.bot().world.store.drafts.read('minzheng', 'li'))!.drafting.stage).toBe('adopted');
  },
);

story(
  'equal doubts are one question; what stays open of several papers is settled from the weekly line, one by one',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    const lines = (title: string, words: string) =>
      [
        title,
        '2026年2月20日',
        '一、有关方面',
        ...[1, 2].flatMap((n) => [
          `${n}.关于${words}抓得不紧的问题`,
          `整改措施：定期开展${words}。`,
          '责任领导：张建国',
          '完成时限：长期坚持',
        ]),
      ].join('\n');
    for (const [title, words] of [
      ['某局第一轮整改方案', '督导检查'],
      ['某局第二轮整改方案', '集中学习'],
    ] as const) {
      li.sendsDocument(`${title}.docx`, await docxOf(lines(title, words)));
      await office.settle();
      await tap(office, li, '开始确认');
      if (last(li).text.includes('是哪一种')) await tap(office, li, '另加一轮');
      expect(last(li).text).toContain('涉及2项，一次答复全部适用');
      await tap(office, li, '待定');
      li.taps(
        /采用|另加这一轮/.exec(
          last(li)
            .buttons.flat()
            .map((b) => b.text)
            .join(' '),
        )![0],
      );
      await office.settle();
    }
    const plan = async () => (await office.bot().offices.of('minzheng'))!.plan;
    expect((await plan()).measures).toEqual([]);
    const weekly = () => li.messages().filter((m) => m.text.includes('待定，没有运行'));
    await office.until('2026-03-09 09:00');
    expect(weekly()).toHaveLength(1);
    expect(weekly()[0]!.text).toContain('第一轮');
    expect(weekly()[0]!.text).toContain('第二轮');
    await tap(office, li, '处理《某局第一轮');
    expect(last(li).text).toContain('开展督导检查');
    expect(last(li).text).toContain('第1问，共1问');
    await tap(office, li, '每季度');
    await adopted(office, li);
    expect((await plan()).measures.flatMap(({ duties }) => duties.map(({ title }) => title))).toHaveLength(2);
    await office.until('2026-03-16 09:00');
    expect(weekly()).toHaveLength(2);
    expect(weekly()[1]!.text).not.toContain('第一轮');
    expect(weekly()[1]!.text).toContain('第二轮');
    // Settled in turn, it takes nothing from the other.
    await tap(office, li, '处理待定');
    await tap(office, li, '每月');
    expect(last(li).text).not.toContain('取消');
    await adopted(office, li);
    expect((await plan()).measures).toHaveLength(4);
  },
);

/** No date anywhere, a talk without a partner, a post nobody is known to hold. */
const undated = [
  '某局党组巡察整改方案',
  '一、党的建设方面',
  '1.关于谈心谈话少的问题',
  '整改措施：每季度开展谈心谈话1次。',
  '责任人：张建国',
  '完成时限：6月底前，并长期坚持',
  '2.关于党课少的问题',
  '整改措施：机关党总支书记每半年讲1次党课。',
  '责任人：机关党总支书记',
  '完成时限：长期坚持',
].join('\n');

story(
  'the year, with whom, and who holds a post are asked, and the roster may be a workbook',
  { plan: empty, at },
  async (office) => {
    const li = office.person('li');
    const roster = [
      ['姓名', '职务', '科室'],
      ['钱永康', '机关党总支书记', '机关党总支'],
      ['赵敏华', '机关党总支书记', '机关党总支'],
      ['张建国', '局长', '局领导'],
    ];
    li.sendsDocument('花名册.xlsx', await xlsxOf('某局人员名册', roster, '名册'));
    await office.settle();
    expect(last(li).text).toContain('已记下3人');
    li.sendsDocument('整改方案.docx', await docxOf(undated));
    await office.settle();
    await tap(office, li, '开始确认');
    expect(last(li).text).toContain('没有写年份');
    await tap(office, li, '2026');
    for (const answer of ['同谁谈', '机关党总支书记']) {
      const asked = last(li).text;
      if (asked.includes('同谁谈')) await tap(office, li, '班子成员');
      else if (asked.includes('是哪位同志')) await tap(office, li, '钱永康');
      else throw new Error(`${answer} was not asked: ${asked}`);
    }
    expect(last(li).text).toContain('今后30天');
    await adopted(office, li);
    const { plan } = (await office.bot().offices.of('minzheng'))!;
    const [talk, lecture] = plan.measures.flatMap(({ duties }) => duties);
    expect(talk).toMatchObject({ kind: 'talk', who: [{ person: 'zhang' }] });
    expect(talk).toMatchObject({ with: ['wang', 'chen'] });
    const holder = plan.people.find(({ name }) => name === '钱永康');
    expect(plan.posts.find(({ name }) => name === '机关党总支书记')?.holder).toBe(holder?.id);
    expect(lecture?.kind).toBe('meeting');
    expect(plan.measures[0]?.deadline).toBe('2026-06-30');
  },
);

const bad: readonly (readonly [string, () => Buffer | string, string])[] = [
  ['整改方案.docx', () => 'this is no Word file', '文件已损坏'],
  [
    '压缩.docx',
    () => docxWith(paragraph('字'), [{ name: 'word/media/a.bmp', bytes: Buffer.alloc(60 << 20) }]),
    '解压后过大',
  ],
  ['加密.docx', () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<x/>'), encrypted: true }]), '密码'],
  ['扫描.docx', () => docxWith('<w:p><w:r><w:drawing/></w:r></w:p>', [['word/media/image1.png', 'x']]), '没有文字'],
  ['十万段.docx', () => docxWith(paragraph('字').repeat(100_000)), '超过'],
  ['旧.doc', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '旧版格式'],
];

story('a bad file is one sentence, and nothing else happens', { plan: running, at }, async (office) => {
  const li = office.person('li');
  for (const [name, make, words] of bad) {
    const before = li.messages().filter((m) => m.from.bot).length;
    li.sendsDocument(name, make());
    await office.settle();
    expect(last(li).text, name).toContain(words);
    expect(last(li).text.split('\n')).toHaveLength(1);
    expect(li.messages().filter((m) => m.from.bot)).toHaveLength(before + 1);
  }
  expect(await office.bot().world.store.drafts.read('minzheng', 'li')).toBeUndefined();
  // Macros are left out and told; what stands in the text is read.
  const lines = paper(2).split('\n').map(paragraph).join('');
  li.sendsDocument('方案.docm', docxWith(lines, [['word/vbaProject.bin', 'x']]));
  await office.settle();
  expect(last(li).text).toContain('2条措施');
  expect(last(li).text).toContain('宏');
});

story(
  'a report on what was done is evidence, and its headings are no roster',
  { plan: running, at },
  async (office) => {
    const li = office.person('li');
    const report =
      '某局整改进展情况报告\n2026年2月20日\n一、总体情况\n我局已召开会议3次，完成整改5项。\n二、下一步\n继续巩固。';
    li.sendsDocument('进展报告.docx', await docxOf(report));
    await office.settle();
    expect(last(li).text).toContain('附件已存');
    expect(await office.bot().world.store.drafts.read('minzheng', 'li')).toBeUndefined();
  },
);

const owing = planOf({
  duties: [
    '{ id: paper, kind: deliverable, title: 报送整改方案, who: [li], schedule: 2026-03-03, remind: [0s] }',
    '{ id: monthly, kind: report, title: 整改月报, who: [li], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story(
  'a plan beside something that it could prove is asked about once; without that it is drafted, and with 佐证 it is kept',
  { plan: owing, at: '2026-03-03 10:00' },
  async (office) => {
    const li = office.person('li');
    const [plan, other] = [await docxOf(paper(4)), await docxOf(paper(5))];
    const draftOf = async () => (await office.bot().world.store.drafts.read('minzheng', 'li'))?.drafting;
    await office.settle();
    for (const caption of ['', '这是方案', '整改方案在这里']) {
      li.sendsDocument('整改方案.docx', plan, { caption });
      await office.settle();
      expect(last(li).text, caption).toContain('作为方案起草，还是作为佐证');
      expect(
        last(li)
          .buttons.flat()
          .map(({ text }) => text),
      ).toEqual(['作为方案起草', '作为“报送整改方案”的佐证']);
    }
    expect(await draftOf()).toBeUndefined();
    await tap(office, li, '作为“报送整改方案”的佐证');
    expect(last(li).text).toContain('报送整改方案');
    expect(last(li).text).toContain('尚未登记办结');
    expect(await draftOf()).toBeUndefined();
    li.taps('作为方案起草');
    await office.settle();
    expect(last(li).text).toContain('4条措施');
    await tap(office, li, '放弃');
    li.sendsDocument('整改方案.docx', plan);
    await office.settle();
    li.says('作为方案起草');
    await office.settle();
    expect(last(li).text).toContain('4条措施');
    await tap(office, li, '放弃');
    li.sendsDocument('整改方案.docx', plan);
    await office.settle();
    li.says('佐证');
    await office.settle();
    expect(last(li).text).toContain('报送整改方案');
    expect(last(li).text).toContain('尚未登记办结');
    li.sendsDocument('整改方案.docx', plan, { caption: '整改方案的佐证' });
    await office.settle();
    expect(await draftOf()).toBeUndefined();
    li.sendsDocument('督查反馈.docx', other, { caption: '请看' });
    await office.settle();
    expect(last(li).text).toContain('5条措施');
  },
);

story('others are told that the plan is the secretary’s', { plan: running, at }, async (office) => {
  const sun = office.person('sun');
  sun.says('/plan');
  sun.sendsDocument('整改方案.docx', await docxOf(paper(5)));
  await office.settle();
  const said = sun.messages().filter((m) => m.from.bot && m.text.includes('方案由李秀同志负责'));
  expect(said).toHaveLength(2);
  expect(await office.bot().world.store.drafts.read('minzheng', 'sun')).toBeUndefined();
});

story('a long paste is collected and read when it is whole', { plan: empty, at }, async (office) => {
  const li = office.person('li');
  const [first, second] = [paper(6).slice(0, 200), paper(6).slice(200)];
  li.says(`/plan ${first}`);
  await office.settle();
  li.says(second);
  await office.settle();
  expect(last(li).text).toContain('已收到2段');
  expect(await tap(office, li, '读取')).toContain('条措施');
});

test('a bot without a plan is claimed by its code, gets a roster and the paper, and runs', {
  timeout: 60_000,
}, async () => {
  const office = await startOffice({ plan: [], at });
  try {
    const [claim] = await claimCode(office.bot());
    const token = /start=(\S+)$/.exec(claim!.link)![1]!;
    const li = office.telegram.person(2001, '李秀');
    li.starts(token);
    await office.settle();
    expect(last(li).text).toContain('请把整改方案');
    li.says('李秀 办公室主任\n张建国 党组书记、局长\n王志强 副局长\n陈敏 副局长\n孙伟 养老股股长');
    await office.settle();
    expect(last(li).text).toContain('已记下5人');
    li.sendsDocument('整改方案.docx', await docxOf(paper(10)));
    await office.settle();
    await tap(office, li, '开始确认');
    expect(last(li).text).toContain('您是哪一位');
    await tap(office, li, '李秀');
    expect(last(li).text).toContain('第一责任人是哪位');
    await tap(office, li, '王志强');
    await until(office, li, (t) => (/第\d+问/.test(t) ? '待定' : undefined));
    await adopted(office, li);
    const [made] = await office.bot().offices.all();
    expect(made?.plan.people.filter(({ roles }) => roles.includes('secretary')).map(({ name }) => name)).toEqual([
      '李秀',
    ]);
    const head = made?.plan.people.find(({ id }) => id === made.plan.organization.head);
    expect(head).toMatchObject({ name: '王志强', roles: ['leader'] });
    await office.until('2026-03-31 18:00');
    expect(office.errors).toEqual([]);
  } finally {
    await office.close();
  }
});

import { expect } from 'vitest';
import type { Entry } from '../../src/core/ledger.ts';
import type { TestOffice } from '../support/office.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 09:00'; // a Monday
const duties = [
  '{ id: a, kind: report, title: 甲报告, who: [sun], schedule: 每周二, remind: [0s] }',
  '{ id: b, kind: report, title: 乙报告, who: [zhou], schedule: 每周二, remind: [0s] }',
  '{ id: c, kind: report, title: 丙报告, who: [wang], schedule: 每周二, remind: [0s] }',
  '{ id: d, kind: report, title: 丁报告, who: [sun], schedule: 每周五, remind: [0s] }',
];

/** The number under which a line of the preview stands. */
const numberOf = (preview: string, line: string) =>
  Number(new RegExp(`^(\\d+)　.*${line}`, 'm').exec(preview)?.[1] ?? Number.NaN);

const posted = (office: TestOffice) =>
  office
    .group('party')
    .messages()
    .filter((m) => m.from.bot);
const lastTo = (office: TestOffice, who: string) =>
  office
    .person(who)
    .messages()
    .filter((m) => m.from.bot)
    .at(-1)!.text;

const heard = (office: TestOffice, who: string, text: string) =>
  expect(
    office
      .person(who)
      .messages()
      .map((m) => m.text)
      .join('\n\n'),
  ).toContain(text);

async function says(office: TestOffice, who: string, text: string): Promise<string> {
  office.person(who).says(text);
  await office.settle();
  return lastTo(office, who);
}

async function edited(office: TestOffice) {
  const { ledger } = office.bot().store;
  const kept = (await ledger.entries('minzheng', 0, 1000)).filter(
    (e): e is Entry & { kind: 'digest-edited' } => e.kind === 'digest-edited',
  );
  const word = async (ref: { id: string } | undefined) => (ref ? await ledger.text('minzheng', ref.id) : undefined);
  return Promise.all(
    kept.map(async ({ what, by, before, text }) => [by, what, await word(before), await word(text)] as const),
  );
}

const auto = planOf({ duties, groups: [partyGroup('每周一 08:30')] });

story(
  'the digest is seen, reworded, left out, posted with the figures of its hour, and corrected',
  { plan: auto, at },
  async (office) => {
    await office.until('2026-03-06 15:59');
    office.skip();
    await office.until('2026-03-06 16:01');
    // Friday, two hours before work ends, to the secretary and to nobody else.
    const preview = lastTo(office, 'li');
    expect(preview).toContain('周报预览（局党组）');
    expect(preview).toContain('自动发布');
    expect(preview).toMatch(/系统本期应发消息\d+条，已发\d+条，失败0条/);
    expect(preview).not.toMatch(/王志强|孙伟/);
    expect(posted(office)).toHaveLength(0);
    const [a, b] = [numberOf(preview, '甲报告'), numberOf(preview, '乙报告')];

    // Words may be changed, figures and names may not.
    expect(await says(office, 'li', `改${a} 甲报告正在补报，本周内完成`)).toContain('现：甲报告正在补报');
    expect(await says(office, 'li', `隐${b}`)).toContain('不发：乙报告');
    expect(await says(office, 'li', '改40 应办99项')).toContain('没有可改的第40行');
    expect(await says(office, 'li', `改${a} 孙伟正在补报`)).toContain('不点名');
    expect(await says(office, 'sun', `改${a} 没有的事`)).not.toContain('已改');
    const again = await says(office, 'li', '/digest');
    expect(again).toContain('甲报告正在补报，本周内完成（已改）');
    expect(again).toContain('（已隐）乙报告');
    office.person('li').taps('看图');
    await office.settle();
    expect(office.person('li').messages().at(-1)!.file?.kind).toBe('photo');

    // Held, it stays back and says so; let out, it comes at once, with what was recorded meanwhile.
    expect(await says(office, 'li', '暂缓')).toContain('已暂缓');
    await office.until('2026-03-09 08:31');
    expect(posted(office)).toHaveLength(0);
    expect(lastTo(office, 'li')).toContain('已暂缓，还没有发布');
    expect(await says(office, 'zhou', '3月3日的乙报告已报')).toContain('已登记');
    await office.until('2026-03-10 08:29');
    office.skip();
    await office.until('2026-03-10 08:31');
    expect(
      office
        .person('li')
        .messages()
        .some((m) => m.text.includes('3月9日（周一）8:30的周报')),
    ).toBe(true);
    office.person('li').taps('发布');
    await office.settle();
    await office.until('2026-03-10 08:33');
    expect(posted(office)).toHaveLength(1);
    const text = posted(office)[0]!.text;
    // Held for a day, it tells of its own week as it stands when it comes out: its sums and its list agree.
    expect(text).toContain('其中按时1、逾期3。');
    expect(text).toContain('班子成员本人事项1项');
    expect(text).toContain('甲报告正在补报，本周内完成');
    expect(text).not.toContain('乙报告（');
    expect(text).toMatch(/应办4项/);
    expect(text).not.toContain('系统');
    expect(
      office
        .person('li')
        .messages()
        .some((m) => /比预览有\d+处变化/.test(m.text)),
    ).toBe(true);

    // A correction edits the group's message and marks it with the hour; nothing new is said there.
    expect(await says(office, 'li', `更正${a} 甲报告已于周一补报`)).toContain('已更正');
    await office.settle();
    expect(posted(office)).toHaveLength(1);
    expect(posted(office)[0]!.text).toContain('甲报告已于周一补报');
    expect(posted(office)[0]!.text).not.toContain('本周内完成');
    expect(posted(office)[0]!.text).toMatch(/3月10日（周二）8:3\d更正/);
    expect(await says(office, 'li', '更正77 没有')).toContain('没有可更正的第77行');

    // With a newer preview before her eyes the same number may mean either: nothing is changed unasked.
    await office.until('2026-03-13 16:01');
    expect(await says(office, 'li', `更正${a} 甲报告报了`)).toMatch(/已发布的周报是：甲报告已于周一补报\n下期预览是：/);
    expect(posted(office)[0]!.text).toContain('甲报告已于周一补报');
    office.person('li').taps('更正已发布的');
    await office.settle();
    expect(posted(office)[0]!.text).toContain('甲报告报了');

    expect(await edited(office)).toEqual([
      ['li', 'reworded', expect.stringContaining('甲报告'), '甲报告正在补报，本周内完成'],
      ['li', 'hidden', expect.stringContaining('乙报告'), undefined],
      ['li', 'held', undefined, undefined],
      ['li', 'released', undefined, undefined],
      ['li', 'corrected', '甲报告正在补报，本周内完成', '甲报告已于周一补报'],
      ['li', 'corrected', '甲报告已于周一补报', '甲报告报了'],
    ]);
  },
);

const agreed = planOf({ duties, groups: [partyGroup('每周一 08:30', 'publish: zhang')] });

story(
  'a digest that somebody has to agree to waits, reminds, and is never lost in silence',
  { plan: agreed, at },
  async (office) => {
    await office.until('2026-03-06 16:01');
    heard(office, 'zhang', '须张建国同志同意');
    heard(office, 'li', '须张建国同志同意');
    expect(await says(office, 'li', '发布')).toContain('由张建国同志同意后发布');
    await office.until('2026-03-09 08:31');
    expect(posted(office)).toHaveLength(0);
    heard(office, 'zhang', '等张建国同志同意');
    await office.until('2026-03-16 08:31');
    // A week later nothing has come out: what it told is part of the one that waits now.
    expect(posted(office)).toHaveLength(0);
    heard(office, 'zhang', '上期没有发布，内容并入本期');
    await says(office, 'zhang', '发布');
    heard(office, 'zhang', '现在发布');
    await office.until('2026-03-16 08:33');
    expect(posted(office)).toHaveLength(1);
    expect(posted(office)[0]!.text).toContain('（3月2日—');
    expect((await edited(office)).map(([by, what]) => [by, what])).toEqual([
      ['bot', 'merged'],
      ['zhang', 'approved'],
    ]);
    await office.until('2026-03-20 16:01');
    await says(office, 'zhang', '同意发布');
    await office.until('2026-03-23 08:31');
    expect(posted(office)).toHaveLength(2);
  },
);

story(
  'after a day off it comes on the next working day, and its preview on the last one before',
  { plan: planOf({ duties, groups: [partyGroup('每周一 08:30')] }), at: '2026-04-29 08:00' },
  async (office) => {
    await office.until('2026-04-30 15:59');
    office.skip();
    await office.until('2026-04-30 16:01');
    heard(office, 'li', '周报预览');
    await office.until('2026-05-05 12:00');
    expect(posted(office)).toHaveLength(0);
    await office.until('2026-05-06 08:31');
    expect(posted(office)).toHaveLength(1);
  },
);

story(
  'an office without a digest is offered one, and who agrees to it',
  { plan: planOf({ duties }), at },
  async (office) => {
    expect(await says(office, 'li', '/publish')).toContain('还没有周报');
    office.person('li').taps('由张建国同意后发布');
    await office.settle();
    expect(lastTo(office, 'li')).toContain('请把我加入党组的群');
    await office.until('2026-03-06 16:01');
    heard(office, 'zhang', '周报预览（党组）');
    expect(await says(office, 'li', '/publish')).toContain('党组周报由张建国同志同意后发布');
    expect(await says(office, 'sun', '/publish')).toContain('只有办公室可以操作');
  },
);

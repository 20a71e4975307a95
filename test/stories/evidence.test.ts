import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import { pixel } from '../support/telegram.ts';

const at = '2026-03-02 08:00'; // a Monday
const one = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});
const two = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 2026-03-03, remind: [0s], grace: 0s }',
  ],
});
const talk = planOf({
  duties: ['{ id: talks, kind: talk, title: 谈心谈话, who: [sun], with: [zhou], schedule: 2026-03-03, remind: [0s] }'],
});

const entriesOf = async (office: TestOffice) =>
  (await office.bot().store.ledger.entries('minzheng', 0, 1000)).filter((e) => e.kind === 'evidence');
const files = async (office: TestOffice) => readdir(join(office.evidenceDir, 'minzheng')).catch(() => []);
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

story(
  'a photo whose caption reports: kept by its hash before it is said to be recorded',
  { plan: one, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.sendsPhoto({ caption: '报告已报', content: pixel });
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 整改报告 … 附件1份已存');
    const sha256 = hashOf(pixel);
    expect(await entriesOf(office)).toMatchObject([
      { form: 'photo', sha256, bytes: pixel.length, about: ['report@2026-03-03/sun'] },
    ]);
    expect(await readFile(join(office.evidenceDir, 'minzheng', sha256))).toEqual(pixel);
  },
);

story('a photo alone is kept, and is no report; the next step is one tap', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsPhoto();
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到“整改报告” … 尚未登记办结');
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(1);
  await sun.taps('已报').answered();
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 整改报告');
});

story('an album is one answer; a paper keeps its name beside the ledger', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsAlbum(3, { caption: '已报送' });
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 附件3份已存');
  expect(await entriesOf(office)).toHaveLength(3);
  sun.sendsDocument('整改报告终稿.docx', 'a paper');
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到“整改报告”');
  const paper = (await entriesOf(office)).at(-1)!;
  expect(JSON.stringify(paper)).not.toContain('终稿');
  expect(await office.bot().store.ledger.text('minzheng', paper.kind === 'evidence' ? paper.text!.id : '')).toBe(
    '整改报告终稿.docx',
  );
});

story('with several things open, the bot asks what a photo belongs to', { plan: two, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsPhoto();
  await office.settle();
  office.hears('03-03 10:00 sun 附件是哪一项的 … 1　 … 2　');
  sun.says('2');
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到');
  sun.sendsPhoto({ caption: '督导照片' });
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到“实地督导”');
});

story('evidence may come days later, and its day is the day it was added', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  sun.says('完成');
  await office.settle();
  await office.until('2026-03-04 10:00');
  office.skip();
  sun.sendsDocument('回执.pdf', 'pdf', { replyTo: await sun.sees('已登记') });
  await office.settle();
  office.hears('03-04 10:00 sun 附件1份已存到“整改报告”');
  const [paper] = await entriesOf(office);
  expect(paper!.at).toBeGreaterThan(Date.parse('2026-03-04T09:59:00+08:00'));
  sun.sendsDocument('证明.pdf', 'proof', { caption: '措施1佐证' });
  await office.settle();
  office.hears('03-04 10:00 sun 附件1份已存到措施“措施m1”');
});

story('a line is evidence too: where the paper lies', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.says('报告已报，存办公室3号柜');
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 已记下佐证1条');
  expect(await entriesOf(office)).toMatchObject([{ form: 'place' }]);
  sun.says('文号：民政发〔2026〕12号');
  await office.settle();
  office.hears('03-03 10:00 sun 关于“整改报告” … 佐证1条');
});

story('of a talk no paper is kept, only where it lies', { plan: talk, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsPhoto({ caption: '和周洁谈了' });
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 谈话不收材料');
  expect(await files(office)).toEqual([]);
  sun.says('谈话记录存办公室3号柜');
  await office.settle();
  office.hears('03-03 10:00 sun 佐证1条');
});

story(
  'a voice message says nothing that could be read: said so, and the secretary records',
  { plan: one, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.sendsVoice();
    await office.settle();
    office.hears('03-03 10:00 li 孙伟同志发来一条语音 … 整改报告', '03-03 10:00 sun 语音没有听懂，没有登记');
    const li = office.person('li');
    await li.taps('1').answered();
    await office.settle();
    office.skip();
    await li.taps('代为登记').answered();
    await office.settle();
    office.hears('03-03 10:00 li 已登记 … 整改报告');
  },
);

story('what is too large is said at once, and the words count all the same', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsDocument('视频.mp4', Buffer.alloc(21 * 1024 * 1024), { caption: '已报' });
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … “视频.mp4”超过20 MB');
  expect(await entriesOf(office)).toEqual([]);
});

story(
  'what cannot be fetched is tried again and then said; nothing was called recorded before, and the words count all the same',
  { plan: one, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    office.telegram.faults.add({ kind: 'bad-gateway', method: 'getFile', times: 1 });
    sun.sendsPhoto({ caption: '已报' });
    await office.settle();
    // Once is a hiccup: it is kept, and only then said to be recorded.
    office.hears('03-03 10:00 sun 已登记 … 附件1份已存');
    sun.says('撤回');
    await office.settle();
    office.skip();
    office.telegram.faults.add({ kind: 'bad-gateway', method: 'getFile', times: 9 });
    sun.sendsPhoto({ caption: '已报' });
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 附件没有取到，没有存');
    expect((await entriesOf(office)).filter((e) => e.kind === 'evidence')).toHaveLength(1);
    office.telegram.faults.clear();
  },
);

story(
  'a line may be evidence of a measure as a whole; one said out of the blue is asked of what it is',
  { plan: two, at },
  async (office) => {
    const [sun, li] = [office.person('sun'), office.person('li')];
    await office.until('2026-03-03 10:00');
    office.skip();
    li.says('措施1的台账存办公室2号柜');
    await office.settle();
    office.hears('03-03 10:00 li 已记下措施“措施m1”的佐证1条');
    sun.says('材料存办公室3号柜');
    await office.settle();
    office.hears('03-03 10:00 sun 这条佐证是哪一项的 … 1 … 2');
    sun.says('1');
    await office.settle();
    office.hears('03-03 10:00 sun 关于 … 已记下佐证1条');
  },
);

story(
  'a caption that says nothing to record is no more than a title of the photo',
  { plan: two, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.sendsPhoto({ caption: '现场' });
    await office.settle();
    office.hears('03-03 10:00 sun 附件是哪一项的 … 1 … 2');
  },
);

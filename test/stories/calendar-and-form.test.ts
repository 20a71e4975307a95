import readExcelFile from 'read-excel-file/node';
import { expect } from 'vitest';
import { officeRecord } from '../../src/app/office-record.ts';
import { xlsxOf } from '../documents/office-files.ts';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改周报, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [wang], schedule: 每月20日, remind: [0s] }',
  ],
});

async function addressOf(office: TestOffice, who: string): Promise<string> {
  office.person(who).says('/feed');
  await office.settle();
  const [message] = office.person(who).messages().slice(-1);
  const [, address] = /\/calendar\/([A-Za-z0-9]{40})\.ics/.exec(message?.text ?? '') ?? [];
  expect(address, message?.text).toBeDefined();
  return address!;
}

const calendarAt = async (office: TestOffice, token: string) => {
  const bytes = await office.bot().feed(token);
  return bytes && new TextDecoder().decode(bytes);
};

story(
  'a calendar of one’s own: a new address ends the old one, and it can be given up',
  { plan, at },
  async (office) => {
    const first = await addressOf(office, 'sun');
    const own = await calendarAt(office, first);
    expect(own).toContain('整改周报');
    expect(own).not.toContain('实地督导');
    expect(await calendarAt(office, await addressOf(office, 'wang'))).toContain('实地督导');

    const second = await addressOf(office, 'sun');
    expect(second).not.toBe(first);
    expect(await calendarAt(office, first)).toBeUndefined();
    expect(await calendarAt(office, second)).toContain('整改周报');

    office.person('sun').says('/feed 取消');
    await office.settle();
    expect(office.person('sun').messages().at(-1)?.text).toContain('已停用');
    expect(await calendarAt(office, second)).toBeUndefined();
    expect(await calendarAt(office, 'x'.repeat(40))).toBeUndefined();
  },
);

story('the office’s own blank ledger: sent once, every ledger is filled into it', { plan, at }, async (office) => {
  const li = office.person('li');
  const sheet = await xlsxOf('某局台账', [['编号', '整改举措', '牵头领导', '资金来源']]);
  li.sendsDocument('空白台账.xlsx', sheet, { caption: '台账表样' });
  await office.settle();
  office.hears('03-02 08:00 li 已收下台账表样 … 留空：资金来源');
  li.sendsDocument('x.xlsx', 'no spreadsheet', { caption: '台账表样' });
  await office.settle();
  office.hears('03-02 08:00 li 表样不是可以读取的 xlsx');
  const { world, offices } = office.bot();
  const record = await officeRecord(world, (await offices.all())[0]!);
  const made = await world.reports.write('ledger', record, {}, { org: 'minzheng', language: 'zh' });
  if (!('bytes' in made)) throw new Error('refused');
  const { data } = (await readExcelFile(Buffer.from(made.bytes)))[0]!;
  const at = data.findIndex((row) => row[0] === '编号');
  expect(data[at + 1]?.slice(0, 4)).toEqual([null, '措施m1', '张建国', null]);
});

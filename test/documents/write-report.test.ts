import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import type { OfficeRecord, ReportAsk } from '../../src/core/reports/contract.ts';
import { isRefusal } from '../../src/core/reports/form/artefact.ts';
import { reports } from '../../src/core/reports/index.ts';
import { wordingOf } from '../../src/documents/wording.ts';
import { writeIcs } from '../../src/documents/write-ics.ts';
import { type ReportFile, writeReport } from '../../src/documents/write-report.ts';
import { fileName } from '../../src/documents/write-zip.ts';
import { openSpeech } from '../../src/speech.ts';
import { sampleQuarter } from '../core/reports/quarter.ts';

const say = openSpeech();
const record = sampleQuarter();
const photo = new TextEncoder().encode('not really a photo');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function written(name: string, ask: ReportAsk, of: OfficeRecord = record): Promise<ReportFile> {
  const made = await writeReport(name, of, ask, { say, read: async (id) => (id === 'photo' ? photo : undefined) });
  if (isRefusal(made)) throw new Error(made.refused.map((p) => say(p, 'zh')).join());
  return made;
}

async function refusal(name: string, ask: ReportAsk): Promise<string> {
  const made = await writeReport(name, record, ask, { say });
  return isRefusal(made) ? made.refused.map((p) => say(p, 'zh')).join('\n') : '';
}

describe('every report can be asked for by name', () => {
  const asks: Record<string, ReportAsk> = { evidence: { problem: '7' }, calendar: { person: 'wang-zhiqiang' } };

  test.each(reports.map(({ id, form }) => [id, form] as const))('%s (%s)', async (id) => {
    const file = await written(id, asks[id] ?? {});
    expect(file.bytes.length).toBeGreaterThan(100);
    expect(file.fileName).toMatch(/\.(txt|xlsx|docx|png|zip|ics)$/);
    expect(file.fileName).not.toMatch(/[<>:"/\\|?*]/);
  });

  test.each([
    ['ledger', {}, '某县民政局整改台账（2026-07-01）.xlsx'],
    ['monthly', { span: '2026-06' }, '某县民政局整改工作月报（2026-06）.docx'],
    ['evidence', { problem: '7' }, '某县民政局第7个问题整改档案（2026-07-01）.zip'],
    ['calendar', { person: 'wu-li' }, '吴丽整改事项日历.ics'],
  ] as const)('%s is called as an office would call it', async (id, ask, name) => {
    expect((await written(id, ask)).fileName).toBe(name);
  });

  test('what names who owes what is never for a group', async () => {
    const open = reports.filter((report) => !('privately' in report)).map(({ id }) => id);
    expect(open).toEqual(['digest', 'weekly', 'monthly', 'bulletin', 'week-card', 'duty-matrix', 'on-time-trend']);
    expect((await written('ledger', {})).privately).toBe(true);
  });
});

describe('a report that fails says why', () => {
  test.each([
    ['台账', {}, /没有“台账”这种报告，可选：digest、ledger/],
    ['monthly', { span: '六月' }, /“六月”不是时段/],
    ['evidence', {}, /第几个问题/],
    ['evidence', { problem: '99' }, /没有第99个问题/],
    ['calendar', {}, /谁的/],
    ['calendar', { person: 'nobody' }, /没有nobody/],
    ['duty-matrix', { measure: 'm99' }, /没有措施“m99”/],
    ['minutes-sheet', { span: '2025-01' }, /没有会议记录核查/],
    ['talk-matrix', { span: '2025-Q1' }, /没有谈心谈话/],
  ] as const)('%s %j', async (name, ask, why) => {
    expect(await refusal(name, ask)).toMatch(why);
  });
});

describe('一问题一档', () => {
  const visit = record.facts.find((f) => f.duty === 'facilities-visit' && f.settled?.how === 'done')!;
  const filed: OfficeRecord = {
    ...record,
    sealedTo: record.entries.length,
    evidence: [
      {
        id: 'photo',
        about: [visit.id],
        name: '现场/照片.jpg',
        sha256: sha256(photo),
        at: visit.due,
        by: 'wang-zhiqiang',
      },
      {
        id: 'gone',
        about: [visit.id],
        name: '协议.pdf',
        sha256: sha256(new Uint8Array(3)),
        at: visit.due,
        by: 'sun-wei',
      },
      { id: 'paper', about: [visit.id], name: '签到表原件', at: visit.due, by: 'sun-wei', place: '办公室档案柜3号' },
    ],
  };
  const opened = async () => {
    const { bytes } = await written('evidence', { problem: '7' }, filed);
    const files = unzipSync(bytes);
    const find = (part: string) => {
      const name = Object.keys(files).find((path) => path.includes(part));
      expect(name, part).toBeDefined();
      return files[name!]!;
    };
    return { files, find };
  };

  test('holds the paper to sign, an extract of the ledger, the entries, the files and an index, in one folder', async () => {
    const { files } = await opened();
    expect(Object.keys(files)).toEqual([
      '第7个问题整改档案/1 整改情况说明（签字）.docx',
      '第7个问题整改档案/2 台账摘录.xlsx',
      '第7个问题整改档案/3 登记条目（原始数据）.jsonl',
      '第7个问题整改档案/4 材料/01 现场 照片.jpg',
      '第7个问题整改档案/目录.txt',
      '第7个问题整改档案/SHA256SUMS',
    ]);
  });

  test('has an index whose hashes are those of the files, and that says what is missing', async () => {
    const { files, find } = await opened();
    const [how, , ...lines] = strFromU8(find('目录')).trim().split('\n');
    expect(how).toContain('sha256sum -c SHA256SUMS');
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(0, 4)) {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+) {2}\d+$/.exec(line)!;
      expect(sha256(files[`第7个问题整改档案/${path}`]!)).toBe(hash);
    }
    expect(lines[4]).toMatch(/协议\.pdf.*无法读取/);
    expect(strFromU8(find('SHA256SUMS')).split('\n')).toHaveLength(5);
  });

  test('begins with the problem in the words of the letter, and ends with how to check it and places to sign', async () => {
    const { find } = await opened();
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(find('签字')) });
    const order = [
      '第7个反馈问题整改档案',
      '幸福之家建成后闲置',
      '城东幸福之家挂牌一年',
      '盘活闲置养老设施',
      '办公室档案柜3号',
      '3F9A-27C1',
      '责任领导（签字）',
      '主要负责人（签字）',
    ];
    const places = order.map((part) => value.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('holds only what belongs to this problem', async () => {
    const { find } = await opened();
    const sheets = await readExcelFile(Buffer.from(find('台账摘录')));
    const problems = sheets.find(({ sheet }) => sheet === '整改台账')!.data;
    expect(new Set(problems.slice(1).map((row) => row[0]))).toEqual(new Set([7]));
    const entries = strFromU8(find('登记条目'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { measure?: string });
    expect(entries.length).toBeGreaterThan(20);
    expect(new Set(entries.map(({ measure }) => measure))).toEqual(new Set(['m5', 'm8']));
  });

  test('is the same bytes each time, so that two copies can be compared', async () => {
    const twice = await Promise.all([opened(), opened()]);
    const [a, b] = twice.map(({ find }) => sha256(find('登记条目')));
    expect(a).toBe(b);
  });
});

describe('a calendar of one person', () => {
  const text = async (person: string) => strFromU8((await written('calendar', { person })).bytes).replace(/\r\n /g, '');

  test('has a whole day for a deadline and an hour for a meeting, and nobody else’s', async () => {
    const wang = await text('wang-zhiqiang');
    expect(wang).toMatch(/SUMMARY:中心组集中学习\r\n/);
    expect(wang).toMatch(/DTSTART:20260803T070000Z/);
    expect(wang).toMatch(/DTSTART;VALUE=DATE:20260720/);
    expect(wang).toContain('与孙伟谈心谈话（截止）');
    expect(wang).not.toContain('支委会');
    expect(wang).not.toContain('个人自学');
  });

  test('shows a gathering once to whoever reports it', async () => {
    const li = await text('li-xiu');
    expect(li.match(/UID:party-meeting@2026-07-07/g)).toHaveLength(1);
  });

  test('keeps an event’s id from one export to the next', async () => {
    const uids = (ics: string) => [...ics.matchAll(/UID:(\S+)/g)].map((m) => m[1]);
    const [one, two] = [uids(await text('wu-li')), uids(await text('wu-li'))];
    expect(one).toEqual(two);
    expect(new Set(one).size).toBe(one.length);
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
    'has the same days on a machine in %s',
    (TZ) => {
      const script = `
      import { writeIcs } from './src/documents/write-ics.ts';
      const day = { uid: 'a', title: 't', about: 'b', when: { day: '2026-07-20' }, revision: 0 };
      const feed = { fileName: 'f', name: 'n', zone: 'Asia/Shanghai', made: 0, events: [day] };
      process.stdout.write(writeIcs(feed, { word: String, cell: String }));`;
      const root = new URL('../..', import.meta.url);
      const ics = execFileSync('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: root,
        env: { ...process.env, TZ },
      });
      expect(String(ics)).toMatch(/DTSTART;VALUE=DATE:20260720\r\nDTEND;VALUE=DATE:20260721/);
    },
    30_000,
  );

  test('counts extensions, so that a calendar moves the event', () => {
    const event = { uid: 'a', title: 't', about: 'b', when: { day: addDays('2026-07-20', 1) }, revision: 2 };
    const feed = { fileName: 'f', name: 'n', zone: 'Asia/Shanghai', made: 0, events: [event] };
    expect(strFromU8(writeIcs(feed, wordingOf(say, 'zh')))).toMatch(/SEQUENCE:2/);
  });
});

test.each([
  ['a/b:c*?.txt', 'a b c .txt'],
  ['../../etc/passwd', 'etc passwd'],
  ['', '_'],
  ['现场照片.jpg', '现场照片.jpg'],
])('a file called %j is %j in an archive', (name, safe) => expect(fileName(name)).toBe(safe));

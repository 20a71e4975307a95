import { expect, test } from 'vitest';
import { type ScheduleOptions, scheduleCommand } from '../../src/cli/schedule.ts';
import { openSpeech } from '../../src/speech.ts';

async function run(phrase: string, options: ScheduleOptions = {}, input: readonly string[] = []) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await scheduleCommand(phrase, options, {
    say: openSpeech(),
    now: () => Date.UTC(2026, 2, 10, 2),
    lines: async function* () {
      yield* input;
    },
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed, complaints, json: printed.map((line) => safe(line)) };
}

function safe(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

test('the last working day of each month at five', async () => {
  const { code, json } = await run('每月最后一个工作日下午5点', { from: '2026-09-01', count: '5', json: true });
  expect(code).toBe(0);
  expect(json).toEqual([
    {
      kind: 'recurring',
      reading: '每月最后一个工作日 17:00',
      next: [
        '2026-09-30T17:00:00+08:00',
        '2026-10-30T17:00:00+08:00',
        '2026-11-30T17:00:00+08:00',
        '2026-12-31T17:00:00+08:00',
        '2027-01-29T17:00:00+08:00',
      ],
      notes: ['当年放假安排尚未公布，日期为暂定。'],
    },
  ]);
});

test('once, ongoing and after a meeting', async () => {
  const answer = async (phrase: string) => (await run(phrase, { from: '2026-09-01', json: true })).json[0];
  expect(await answer('2026年10月底前')).toMatchObject({
    kind: 'once',
    deadline: '2026-10-31',
    next: ['2026-10-31T09:00:00+08:00'],
  });
  expect(await answer('2021年6月底前')).toMatchObject({ kind: 'once', deadline: '2021-06-30', next: [] });
  expect(await answer('年底前，并长期坚持')).toMatchObject({ kind: 'ongoing', deadline: '2026-12-31', next: [] });
  expect(await answer('立行立改，长期坚持')).toEqual({ kind: 'ongoing', reading: '立行立改，长期坚持', next: [] });
  expect(await answer('会后3个工作日内')).toMatchObject({ kind: 'once', after: 'meeting', deadline: '2026-09-04' });
});

test('a phrase is answered in its own language', async () => {
  const reading = async (text: string) => (await run(text, { from: '2026-09-01', count: 1, json: true })).json;
  expect(await reading('by the end of June')).toMatchObject([{ reading: 'by 30 June 2027' }]);
  expect(await reading('6月底前')).toMatchObject([{ reading: '2027年6月30日前' }]);
  expect(await reading('RRULE:FREQ=DAILY')).toMatchObject([{ reading: '每天（按规则RRULE:FREQ=DAILY）' }]);
  expect(await reading('every Blursday')).toMatchObject([{ problem: expect.stringContaining('cannot be read') }]);
});

test('from now, in the zone asked for, in English', async () => {
  const { json } = await run('every day at 9am', {
    timezone: 'America/New_York',
    count: 1,
    json: true,
    language: 'en',
  });
  expect(json).toEqual([{ kind: 'recurring', reading: 'every day at 09:00', next: ['2026-03-10T09:00:00-04:00'] }]);
});

test('what cannot be read exits 1 with the reason', async () => {
  expect(await run('定期', { json: true })).toMatchObject({ code: 1, json: [{ kind: 'error' }] });
  expect(await run('定期')).toMatchObject({ code: 1, printed: [], complaints: [expect.stringContaining('定期')] });
  for (const wrong of [{ timezone: 'Mars' }, { from: 'gestern' }, { count: '-1' }, { count: 'x' }]) {
    expect(await run('每天', { ...wrong, json: true })).toMatchObject({ code: 1, json: [{ kind: 'error' }] });
  }
});

test('lines of JSON are answered in order, and a bad line does not stop them', async () => {
  const { code, json } = await run('-', { from: '2026-09-01' }, [
    '{"phrase":"每天","count":1}',
    'no json',
    '{"phrase":7}',
    '{"phrase":"每周五","from":"2026-09-05T00:00:00+08:00","timezone":"UTC","count":1}',
    '{"phrase":"尽快"}',
    '',
  ]);
  expect(code).toBe(0);
  expect(json).toMatchObject([
    { kind: 'recurring', next: ['2026-09-01T09:00:00+08:00'] },
    { kind: 'error' },
    { kind: 'error' },
    { kind: 'recurring', next: ['2026-09-11T09:00:00+00:00'] },
    { kind: 'error' },
  ]);
});

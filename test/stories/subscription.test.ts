import ICAL from 'ical.js';
import { expect } from 'vitest';
import { openWeb } from '../../src/web/web.ts';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改周报, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }',
    '{ id: meeting, kind: meeting, title: 党组会, who: [zhang, wang, sun], reporter: sun, schedule: 每周四 15:00 }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], quota: 1 per quarter }',
    '{ id: self, kind: study, title: 个人自学, who: [sun], schedule: 每天 }',
  ],
});

async function pathOf(office: TestOffice, who: string): Promise<string> {
  office.person(who).says('/feed');
  await office.settle();
  const [path] = /\/calendar\/[A-Za-z0-9]{40}\.ics/.exec(office.person(who).messages().at(-1)!.text) ?? [];
  return path!;
}

/** What a calendar program makes of the address: its events by their titles. */
async function subscribed(url: string) {
  const got = await fetch(url);
  const calendar = new ICAL.Component(ICAL.parse(await got.text()));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { status: got.status, calendar, events };
}

story('a phone subscribes over HTTP, and what was moved or done moves or goes there', { plan, at }, async (office) => {
  const { health, feed } = office.bot();
  const web = await openWeb({ port: { number: 0, set: true }, version: 'test', health, feed });
  if (!web.ok) throw new Error('no server');
  const url = `http://127.0.0.1:${web.port}`;
  const path = await pathOf(office, 'sun');
  const before = await subscribed(url + path);
  expect(before.status).toBe(200);
  expect(before.calendar.getFirstPropertyValue('x-wr-calname')).toContain('孙伟');
  expect(before.calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT6H');

  // A deadline is a whole day of the office's calendar; a meeting has its hour, whatever the phone's zone.
  const report = before.events.find(({ summary }) => summary === '整改周报（截止）')!;
  expect([report.startDate.isDate, report.startDate.toString(), report.endDate.toString()]).toEqual([
    true,
    '2026-03-04',
    '2026-03-05',
  ]);
  const meeting = before.events.find(({ summary }) => summary === '党组会')!;
  expect(meeting.startDate.toJSDate().toISOString()).toBe('2026-03-05T07:00:00.000Z');
  expect(before.events.map(({ summary }) => summary)).not.toContain('个人自学');
  expect(before.events.map(({ summary }) => summary)).not.toContain('与孙伟谈心谈话（截止）');
  expect(new Set(before.events.map(({ uid }) => uid)).size).toBe(before.events.length);

  await office.until('2026-03-04 10:00');
  office.person('sun').says('整改周报已报');
  await office.settle();
  const after = await subscribed(url + path);
  expect(after.events.map(({ uid }) => uid)).not.toContain(report.uid);
  expect(after.events.map(({ uid }) => uid)).toContain(meeting.uid);

  // Another address ends this one, and a wrong one looks the same as one that ended.
  const second = await pathOf(office, 'sun');
  const gone = await fetch(url + path);
  const wrong = await fetch(`${url}/calendar/${'x'.repeat(40)}.ics`);
  expect([gone.status, await gone.text()]).toEqual([wrong.status, await wrong.text()]);
  expect([...gone.headers.keys()].sort()).toEqual([...wrong.headers.keys()].sort());
  expect((await fetch(url + second, { method: 'HEAD' })).status).toBe(200);
  expect((await subscribed(url + second)).events.length).toBeGreaterThan(5);
  await web.close();
});

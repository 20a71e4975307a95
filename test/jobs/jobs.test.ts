import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bellJobOf, jobs, tickJobs, wakeJobOf } from '../../jobs/index.ts';

test('the list of jobs equals the folder', () => {
  const files = readdirSync(new URL('../../jobs/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  const members = files.filter((file) => !['contract', 'index', 'worker'].includes(file));
  expect(jobs.map(({ id }) => id).sort()).toEqual(members.sort());
});

test('each job is found by what triggers it', () => {
  for (const job of jobs) {
    const { trigger } = job;
    if (trigger.on === 'wake') expect(wakeJobOf(`${trigger.of}/x`)).toBe(job);
    if (trigger.on === 'bell') expect(bellJobOf(trigger.bell)).toBe(job);
    if (trigger.on === 'tick') expect(tickJobs()).toContain(job);
  }
});

test('no two jobs share a trigger', () => {
  const triggers = jobs.flatMap(({ trigger }) => (trigger.on === 'tick' ? [] : [Object.values(trigger).join('/')]));
  expect(new Set(triggers).size).toBe(triggers.length);
});

import { describe, expect, test } from 'vitest';
import type { Health } from '../../src/web/health.ts';
import { webApp } from '../../src/web/web.ts';

const token = 'a'.repeat(40);
const asleep = async (): Promise<Health> => {
  throw new Error('nobody asked');
};

function appWith(feed: (token: string) => Promise<Uint8Array | undefined>) {
  return webApp({ version: '1', health: asleep, feed });
}

describe('a calendar behind a secret address', () => {
  const asked: string[] = [];
  const app = appWith(async (given) => {
    asked.push(given);
    return given === token ? new TextEncoder().encode('BEGIN:VCALENDAR') : undefined;
  });

  test('is a calendar that nothing on the way keeps', async () => {
    const got = await app.request(`/calendar/${token}.ics`);
    expect([got.status, await got.text()]).toEqual([200, 'BEGIN:VCALENDAR']);
    expect(got.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(got.headers.get('cache-control')).toContain('no-store');
    expect(got.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('an address that is none says nothing, and most are not even looked up', async () => {
    const wrong = ['b'.repeat(40), 'short', `${token}x`, '../health', encodeURIComponent('"; drop')];
    const answers = await Promise.all(wrong.map((one) => app.request(`/calendar/${one}.ics`)));
    for (const answer of answers) expect([answer.status, (await answer.text()).length < 20]).toEqual([404, true]);
    expect(asked).toEqual([token, 'b'.repeat(40)]);
  });

  test('a store that does not answer is no end of the subscription', async () => {
    const broken = appWith(() => Promise.reject(new Error('down')));
    const answer = await broken.request(`/calendar/${token}.ics`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { World } from '../../src/app/ports.ts';
import { remind } from '../../src/app/remind.ts';
import type { Send } from '../../src/core/message.ts';
import { openStore } from '../../src/store/store.ts';
import type { TestOffice } from '../support/office.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-02, remind: [0s] }'],
  groups: [partyGroup('每周一 10:00', 'preview: none')],
});
const org = 'minzheng';
const said = (office: TestOffice, who: 'sun' | 'party') =>
  (who === 'sun' ? office.person('sun') : office.group('party')).messages().filter((m) => m.from.bot).length;

/** What a process had done when it died: the store is all that is left of it. */
async function lastDeeds(office: TestOffice, deed: (world: World) => Promise<void>): Promise<void> {
  const { world } = office.bot();
  await office.until('2026-03-02 08:40');
  await office.stop();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const botId = office.telegram.token.split(':')[0]!;
  const store = await openStore({ url: office.redis.url, botId, world: 'sandbox', log });
  const timer = { set: async () => {}, ring: async () => {} };
  office.sleepUntil('2026-03-02 09:01');
  await deed({ ...world, store, timer, caughtUp: () => true });
  await store.close();
  await longAgo(office);
  await office.wake();
  await office.settle();
}

/** As if the 35 seconds were over after which a message that nobody finished is taken up. */
async function longAgo({ redis: { client } }: TestOffice): Promise<void> {
  const key = `{${org}}:sending`;
  for (const id of await client.zrange(key, '0', '-1')) await client.zadd(key, 'XX', 1, id);
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await sleep(20);
}

story('killed between the append and the send: what was decided is said, once', { plan, at }, async (office) => {
  const of = (await office.bot().offices.of(org))!;
  await lastDeeds(office, async (world) => {
    await remind(world, of, 'm1');
    expect(await world.store.outbox.waiting(org, 'person/sun')).toHaveLength(1);
  });
  expect(said(office, 'sun')).toBe(1);
  const entries = await office.bot().store.ledger.entries(org, 0, 100);
  expect(entries.filter((e) => e.kind === 'opened')).toHaveLength(1);
  expect(entries.filter((e) => e.kind === 'said' && e.to === 'person/sun')).toHaveLength(1);
});

story(
  'killed between the freeze and the send: it is taken up, said once, and never more',
  { plan, at },
  async (office) => {
    const of = (await office.bot().offices.of(org))!;
    await lastDeeds(office, async ({ store, ...world }) => {
      await remind({ ...world, store }, of, 'm1');
      const [notice] = await store.outbox.waiting(org, 'person/sun');
      const message = { lines: [{ text: { id: 'seen-chat', args: {} } }], buttons: [], items: [] };
      const send: Send = {
        ...{ v: 1, id: 'frozen', to: 'person/sun', chat: 1005, notices: [notice!.id], message, language: 'zh' },
        ...{ token: '', state: 'sending', attempts: 0, at: office.now() },
      };
      expect(await store.outbox.freeze(org, send, [], [])).toBe(true);
    });
    expect(
      office
        .person('sun')
        .messages()
        .filter((m) => m.from.bot)
        .map((m) => m.text),
    ).toHaveLength(1);
    await longAgo(office);
    await office.settle();
    expect(said(office, 'sun')).toBe(1);
  },
);

for (const [times, tries] of [
  [5, 'goes out with the sixth try'],
  [6, 'is left to the next round, and goes out there'],
] as const)
  story(
    `a group’s message refused for now ${times} times ${tries}, once, and nobody is alarmed`,
    { plan, at },
    async (office) => {
      office.telegram.faults.add({ kind: 'too-many', method: 'sendMessage', chat: -1001, retryAfter: 0, times });
      // Not moved on step by step: the ticks that look for what was left run beside.
      office.sleepUntil('2026-03-02 10:01');
      if (times === 6) await until(() => office.warnings.includes('still not sent: left to the next round'));
      await longAgo(office);
      await until(() => said(office, 'party') > 0);
      await office.settle();
      expect(said(office, 'party')).toBe(1);
      const alarmed = office
        .person('li')
        .messages()
        .filter((m) => m.text.includes('未能确认是否送达'));
      expect(alarmed).toEqual([]);
    },
  );

story(
  'stopped while a message waits at the gate: the stop does not wait, the next process says it once',
  { plan, at, limited: true },
  async (office) => {
    const { store, world } = office.bot();
    await office.until('2026-03-02 08:30');
    for (let i = 0; i < 60; i++) await store.gates.reserve(1005, false, Date.now());
    office.sleepUntil('2026-03-02 09:01');
    await remind(world, (await office.bot().offices.of(org))!, 'm1');
    await until(async () => (await office.redis.client.zcard(`{${org}}:sending`)) > 0);
    const begun = Date.now();
    await office.stop();
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(said(office, 'sun')).toBe(0);
    // The minute at the gate is over.
    await office.redis.client.del(
      ...(await office.redis.client.keys('{bot-*}:gate:*')),
      ...(await office.redis.client.keys('{bot-*}:starts')),
    );
    await longAgo(office);
    await office.wake();
    expect(said(office, 'sun')).toBe(1);
  },
);

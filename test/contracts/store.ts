import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change, Update } from '../../src/app/ports.ts';
import type { NewEntry } from '../../src/core/ledger.ts';
import type { Action, Send } from '../../src/core/message.ts';
import type { Notice, Recipient } from '../../src/core/notice.ts';
import { type OccurrenceFacts, occurrenceId } from '../../src/core/occurrence.ts';
import type { Connection } from '../../src/store/connection.ts';
import { botKeys, orgKeys } from '../../src/store/keys.ts';
import type { OpenStore } from '../../src/store/store.ts';

/** A store of its own: nobody else writes there. `again` opens it once more, as a second process would. */
export interface FreshStore {
  readonly store: OpenStore;
  readonly again: () => Promise<OpenStore>;
  /** A connection to the same keys, to undo what the second of two writes did. */
  readonly redis: Connection;
  readonly bot: string;
  /** Machine time of every store opened here. */
  readonly clock: { now: number };
  readonly close: () => Promise<void>;
}

const DAY = 86_400_000;
const T = 1_774_400_000_000;
const zhang: Recipient = 'person/zhang-jianguo';
const li: Recipient = 'person/li-xiu';

/** What every store must do, whoever keeps it. */
export function storeContract(name: string, openFresh: () => Promise<FreshStore>): void {
  describe(`store: ${name}`, () => {
    let fresh: FreshStore;
    let store: OpenStore;
    let second: OpenStore;
    beforeAll(async () => {
      fresh = await openFresh();
      store = fresh.store;
      second = await fresh.again();
    });
    afterAll(() => fresh.close());

    describe('ledger', () => {
      test('an append gives back everything it was given', async () => {
        const org = newOrg();
        const facts = factsOf('report', '2026-03-25', 'li-xiu');
        const change = opening(facts, { source: 'a', answer: 'first', states: { 'measure/m1': { openedTo: T } } });
        expect(await store.ledger.append(org, change)).toEqual({ outcome: 'written', last: 1 });
        expect(await store.ledger.measure(org, 'm1')).toEqual({
          head: 1,
          state: { openedTo: T },
          open: [facts],
          told: {},
        });
        expect(await store.ledger.head(org, 'measure/m1')).toEqual({ head: 1, state: { openedTo: T } });
        expect(await store.ledger.entries(org, 0, 10)).toEqual([{ v: 1, seq: 1, ...change.entries[0] }]);
        expect(await store.organizations()).toContain(org);
      });

      test('nothing is known of what was never written', async () => {
        const org = newOrg();
        expect(await store.ledger.measure(org, 'm1')).toEqual({ head: 0, state: {}, open: [], told: {} });
        expect(await store.ledger.head(org, 'org')).toEqual({ head: 0, state: {} });
        expect(await store.ledger.occurrences(org, [])).toEqual([]);
        expect(await store.ledger.occurrences(org, ['report@2026-03-25/li-xiu'])).toEqual([]);
        expect(await store.ledger.told(org, [])).toEqual({});
        expect(await store.ledger.entries(org, 0, 10)).toEqual([]);
        expect(await store.ledger.text(org, 't')).toBeUndefined();
      });

      test('of two who decided from the same head, one has written and the other is told that it moved', async () => {
        const org = newOrg();
        const one = opening(factsOf('report', '2026-03-25', 'li-xiu'));
        const other = opening(factsOf('report', '2026-03-26', 'li-xiu'));
        const outcomes = await Promise.all([store.ledger.append(org, one), second.ledger.append(org, other)]);
        expect(outcomes.map((o) => o.outcome).sort()).toEqual(['moved', 'written']);
        expect(await store.ledger.entries(org, 0, 10)).toHaveLength(1);
        expect(await store.ledger.open(org)).toHaveLength(1);
      });

      test('of two who read the same state, one has written and the other is told, though no entry was', async () => {
        const org = newOrg();
        await store.ledger.append(org, { heads: { org: 0 }, entries: [plainEntry()] });
        const { head } = await store.ledger.head(org, 'org');
        const writes = (openedTo: number) => ({ heads: { org: head }, entries: [], states: { org: { openedTo } } });
        const outcomes = await Promise.all([store.ledger.append(org, writes(1)), second.ledger.append(org, writes(2))]);
        expect(outcomes.map((o) => o.outcome).sort()).toEqual(['moved', 'written']);
        const again = await store.ledger.head(org, 'org');
        const third = { heads: { org: again.head }, entries: [plainEntry()] };
        expect(await store.ledger.append(org, third)).toEqual({ outcome: 'written', last: 2 });
        expect((await store.ledger.head(org, 'org')).head).toBe(2);
      });

      test('a moved append leaves no trace, whichever of its threads moved', async () => {
        const org = newOrg();
        await store.ledger.append(org, opening(factsOf('report', '2026-03-25', 'li-xiu')));
        const late = opening(factsOf('report', '2026-03-26', 'li-xiu'), {
          heads: { 'measure/m2': 0, 'measure/m1': 0 },
          notices: [noticeTo(li, 'late')],
          wakes: { 'measure/m1': 5 },
          texts: { t: { salt: 's', text: 'x' } },
          source: 'late',
        });
        expect(await store.ledger.append(org, late)).toEqual({ outcome: 'moved' });
        expect(await store.outbox.waiting(org, li)).toEqual([]);
        expect(await store.wakes.all(org)).toEqual([]);
        expect(await store.ledger.text(org, 't')).toBeUndefined();
        expect(await store.ledger.append(org, { ...late, heads: { 'measure/m1': 1, 'measure/m2': 0 } })).toMatchObject({
          outcome: 'written',
        });
      });

      test('all threads of a change get its last seq; others stay', async () => {
        const org = newOrg();
        await store.ledger.append(org, { heads: { org: 0 }, entries: [plainEntry(), plainEntry()] });
        await store.ledger.append(org, {
          heads: { 'measure/m1': 0, 'group/g': 0 },
          entries: [plainEntry(), plainEntry()],
        });
        const heads = await Promise.all(
          (['org', 'measure/m1', 'group/g', 'measure/m2'] as const).map((t) => store.ledger.head(org, t)),
        );
        expect(heads.map((h) => h.head)).toEqual([2, 4, 4, 0]);
      });

      test('the same source again gets the first answer, even after everything moved on', async () => {
        const org = newOrg();
        const change: Change = { heads: { org: 0 }, source: '7:u1', answer: 'once', entries: [plainEntry()] };
        const first = await Promise.all([
          store.ledger.append(org, change),
          second.ledger.append(org, { ...change, answer: 'twice' }),
        ]);
        expect(first.map((o) => o.outcome).sort()).toEqual(['known', 'written']);
        const answer = first[0].outcome === 'written' ? 'once' : 'twice';
        await store.ledger.append(org, { heads: { org: 1 }, entries: [plainEntry()] });
        expect(await second.ledger.append(org, { ...change, answer: 'third' })).toEqual({ outcome: 'known', answer });
        expect(await store.ledger.entries(org, 0, 10)).toHaveLength(2);
      });

      test('entries are read in order, in pages', async () => {
        const org = newOrg();
        const entries = Array.from({ length: 25 }, (_, i) => plainEntry({ at: T + i }));
        await store.ledger.append(org, { heads: { org: 0 }, entries });
        expect((await store.ledger.entries(org, 0, 10)).map((e) => e.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        expect((await store.ledger.entries(org, 20, 10)).map((e) => [e.seq, e.at])).toEqual(
          [21, 22, 23, 24, 25].map((n) => [n, T + n - 1]),
        );
      });

      test('who is asked may change, and an undone occurrence is open again', async () => {
        const org = newOrg();
        const open = factsOf('report', '2026-03-25', 'li-xiu');
        const handedOn = { ...open, asked: 'zhang-jianguo' };
        const done = { ...handedOn, settled: doneBy('zhang-jianguo', T + 5) };
        await store.ledger.append(org, opening(open));
        expect(await store.ledger.askedOf(org, 'li-xiu')).toEqual([open]);
        await put(store, org, handedOn);
        expect(await store.ledger.askedOf(org, 'li-xiu')).toEqual([]);
        expect(await store.ledger.askedOf(org, 'zhang-jianguo')).toEqual([handedOn]);
        await put(store, org, done);
        expect(await store.ledger.askedOf(org, 'zhang-jianguo')).toEqual([]);
        expect(await store.ledger.open(org)).toEqual([]);
        expect((await store.ledger.measure(org, 'm1')).open).toEqual([]);
        expect(await store.ledger.settledBetween(org, T + 5, T + 6)).toEqual([done]);
        expect(await store.ledger.settledBetween(org, T, T + 5)).toEqual([]);
        expect(await store.ledger.settledBy(org, 'zhang-jianguo', T + 5, T + 6)).toEqual([done]);
        expect(await store.ledger.settledBy(org, 'zhang-jianguo', T, T + 5)).toEqual([]);
        expect(await store.ledger.settledBy(org, 'li-xiu', T, T + 6)).toEqual([]);
        expect(await store.ledger.occurrences(org, [open.id])).toEqual([done]);
        await put(store, org, handedOn);
        expect(await store.ledger.open(org)).toEqual([handedOn]);
        expect(await store.ledger.settledBetween(org, 0, T + DAY)).toEqual([]);
        expect(await store.ledger.settledBy(org, 'zhang-jianguo', 0, T + DAY)).toEqual([]);
      });

      test('an id that begins like another is another person', async () => {
        const org = newOrg();
        const li2 = factsOf('report', '2026-03-25', 'li-2');
        await store.ledger.append(org, opening(li2));
        expect(await store.ledger.askedOf(org, 'li')).toEqual([]);
        expect(await store.ledger.askedOf(org, 'li-2')).toEqual([li2]);
      });

      test('due is found by its instant, and moves when it is extended', async () => {
        const org = newOrg();
        const facts = factsOf('report', '2026-03-25', 'li-xiu');
        await store.ledger.append(org, opening(facts));
        const extended = { ...facts, due: facts.due + DAY, revision: 1 };
        await put(store, org, extended);
        expect(await store.ledger.dueBetween(org, facts.due, facts.due + DAY)).toEqual([]);
        expect(await store.ledger.dueBetween(org, facts.due + DAY, facts.due + DAY + 1)).toEqual([extended]);
      });

      test.each([
        ['gone', 'sent', 'sent'],
        ['gone', 'relayed', 'relayed'],
        ['gone', 'gone', 'gone'],
        ['relayed', 'sent', 'sent'],
        ['relayed', 'relayed', 'relayed'],
        ['sent', 'gone', 'sent'],
        ['sent', 'unconfirmed', 'sent'],
        ['unconfirmed', 'sent', 'unconfirmed'],
      ] as const)('told %s and then %s: it counts as %s', async (first, then, counts) => {
        const org = newOrg();
        const id = 'report@2026-03-25/li-xiu';
        await store.ledger.append(org, { heads: {}, entries: [], told: { [id]: { at: T, how: first } } });
        await store.ledger.append(org, { heads: {}, entries: [], told: { [id]: { at: T + 1, how: then } } });
        const at = counts === first ? T : T + 1;
        expect(await store.ledger.told(org, [id, 'other@2026/x'])).toEqual({ [id]: { at, how: counts } });
      });

      test('a text lies beside the stream', async () => {
        const org = newOrg();
        await store.ledger.append(org, {
          heads: {},
          entries: [],
          texts: { t1: { salt: 's', text: '已与王涛谈话“顺利”' } },
        });
        expect(await store.ledger.text(org, 't1')).toBe('已与王涛谈话“顺利”');
      });

      test('a change with a number that is none is refused whole', async () => {
        const org = newOrg();
        const broken = opening({ ...factsOf('report', '2026-03-25', 'li-xiu'), due: Number.NaN });
        await expect(store.ledger.append(org, broken)).rejects.toThrow('NaN');
        expect(await store.ledger.entries(org, 0, 1)).toEqual([]);
      });

      test('decisions of one moment travel together, and each is compared and written by itself, in order', async () => {
        const org = newOrg();
        const facts = (slot: string) => factsOf('report', slot, 'li-xiu');
        await store.ledger.append(org, { heads: {}, entries: [plainEntry({ by: 'li-xiu' })] });
        const broken = { ...opening(facts('2026-03-27')), heads: {}, wakes: { 'measure/m9': 'never' as never } };
        const all = await Promise.allSettled([
          store.ledger.append(org, opening(facts('2026-03-25'), { source: 'a', answer: 'first' })),
          store.ledger.append(org, opening(facts('2026-03-26'))),
          store.ledger.append(org, broken),
          store.ledger.append(org, { heads: {}, source: 'a', answer: 'second', entries: [] }),
          store.ledger.append(org, { heads: {}, entries: [], wakes: { 'measure/m2': T } }),
        ]);
        const [first, moved, failed, known, last] = all;
        expect(first).toMatchObject({ value: { outcome: 'written', last: 2 } });
        expect(moved).toMatchObject({ value: { outcome: 'moved' } });
        expect(failed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('float') } });
        expect(known).toMatchObject({ value: { outcome: 'known', answer: 'first' } });
        expect(last).toMatchObject({ value: { outcome: 'written' } });
        expect(await store.wakes.all(org)).toContainEqual({ wake: 'measure/m2', at: T });
      });
    });

    describe('people in the ledger', () => {
      const people = ['li-xiu', 'zhang-jianguo', 'wang-tao', 'sun-mei', 'zhao-qiang', 'qian-lan'];
      const talk = occurrenceId({ duty: 'talks', slot: '2026-Q1', person: 'zhang-jianguo', counterpart: 'wang-tao' });
      const facts: OccurrenceFacts = {
        ...factsOf('talks', '2026-Q1', 'zhang-jianguo'),
        id: talk,
        counterpart: 'wang-tao',
        asked: 'sun-mei',
        noticed: ['0.r0~person/zhang-jianguo', '0.l0~group/party-group'],
        ladder: [{ key: 'l0', after: { n: 0, unit: 's' }, tell: ['person', { person: 'qian-lan' }] }],
        held: { until: T, by: 'zhao-qiang', reason: 'x' },
        settled: { ...doneBy('li-xiu', T), onBehalfOf: 'zhang-jianguo', source: `opened:${talk}` },
      };
      const about = [talk];
      const entries: readonly NewEntry[] = [
        { at: T, by: 'bot', about, planVersion: 1, kind: 'opened', facts, source: 'wake:person/li-xiu@1774400000000' },
        {
          at: T,
          by: 'li-xiu',
          onBehalfOf: 'zhang-jianguo',
          about,
          planVersion: 1,
          kind: 'said',
          to: zhang,
          notices: [`${talk}#0.r0~${zhang}`, `digest@${T}~group/g`, `relay@${T}~${li}`],
          result: 'sent',
        },
        { at: T, by: 'bot', about, planVersion: 1, kind: 'noticed', keys: [`0.r0~${zhang}`, '1.12~person/sun-mei'] },
        { at: T, by: 'li-xiu', about, planVersion: 1, kind: 'checked-in', settlement: facts.settled! },
        {
          at: T,
          by: 'li-xiu',
          about,
          planVersion: 1,
          kind: 'extended',
          from: T,
          due: T,
          reason: 'x',
          approver: 'zhang-jianguo',
        },
        { at: T, by: 'li-xiu', about, planVersion: 1, kind: 'nudged', to: 'wang-tao' },
        { at: T, by: 'li-xiu', about: [], planVersion: 1, kind: 'undone', undoes: `opened:${talk}` },
        { at: T, by: 'bot', about: [], planVersion: 1, kind: 'linked', recipient: 'person/sun-mei', how: 'plan' },
        { at: T, by: 'bot', about: [], planVersion: 1, kind: 'unlinked', recipient: 'person/sun-mei', why: 'blocked' },
        {
          at: T,
          by: 'zhao-qiang',
          about: [],
          planVersion: 1,
          kind: 'absent',
          person: 'qian-lan',
          from: '2026-04-01',
          to: '2026-04-03',
        },
        {
          at: T,
          by: 'bot',
          about: [],
          planVersion: 1,
          kind: 'digest',
          group: 'party-group',
          from: T,
          to: T,
          counts: { due: 3 },
        },
        {
          at: T,
          by: 'bot',
          about: ['report@2026-W13.2/post.deputy-2'],
          planVersion: 1,
          kind: 'voided',
          settlement: { ...doneBy('bot', T), how: 'void' },
          reason: 'x',
        },
      ];

      test('entries come back with the ids of the plan', async () => {
        const org = newOrg();
        await store.ledger.append(org, { heads: { org: 0 }, entries });
        const stored = entries.map((entry, i) => ({ v: 1, seq: i + 1, ...entry }));
        expect(await store.ledger.entries(org, 0, 100)).toEqual(stored);
        const third = await fresh.again();
        expect(await third.ledger.entries(org, 0, 100)).toEqual(stored);
        await third.close();
      });

      test('the stream itself names nobody', async () => {
        const org = newOrg();
        await store.ledger.append(org, { heads: { org: 0 }, entries });
        const raw = await store.ledger.raw(org, 0, 100);
        for (const { json } of raw) for (const person of people) expect(json).not.toContain(person);
        expect(raw.map(({ json }) => json).join()).toContain('post.deputy-2');
        expect(raw.map(({ json }) => json).join()).toContain('group/party-group');
      });

      test('each person has one key, whoever gives it', async () => {
        const org = newOrg();
        const many = (by: string) => ({ heads: {}, entries: [plainEntry({ by })] });
        await Promise.all(
          people.flatMap((by) => [store.ledger.append(org, many(by)), second.ledger.append(org, many(by))]),
        );
        const keys = (await store.ledger.raw(org, 0, 100)).map(({ json }) => JSON.parse(json).by);
        expect(new Set(keys).size).toBe(people.length);
      });

      test('the same entry has the same JSON, however its keys were ordered', async () => {
        const org = newOrg();
        const one = plainEntry({ by: 'li-xiu', source: 's' });
        const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as NewEntry;
        await store.ledger.append(org, { heads: {}, entries: [one, other] });
        const [a, b] = await store.ledger.raw(org, 0, 2);
        expect(a!.json).toBe(b!.json);
      });
    });

    test('law: after any sequence of changes the indexes say what the facts say, before and after a rebuild', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 25 }), async (steps) => {
          const org = newOrg();
          const model = new Map<string, OccurrenceFacts>();
          for (const step of steps) {
            const facts = step.map((one) => ({ ...factsOf(one.duty, one.slot, one.person), ...one.now }));
            for (const one of facts) model.set(one.id, one);
            await put(step.length % 2 ? store : second, org, ...new Map(facts.map((one) => [one.id, one])).values());
          }
          await expectIndexes(fresh.redis, store, org, [...model.values()]);
          const k = orgKeys(org);
          for (const index of [k.open, k.openOf('m1'), k.asked, k.due, k.settled]) await fresh.redis.del(index);
          await store.rebuildIndexes(org);
          await expectIndexes(fresh.redis, second, org, [...model.values()]);
        }),
        { numRuns: 25 },
      );
    }, 60_000);

    describe('plans', () => {
      const plan = { text: 'a: 1', adoptedAt: T, hash: 'h1', by: 'file', path: '/p.yaml' } as const;

      test('versions are counted, and the one that was read must still be current', async () => {
        const org = newOrg();
        expect(await store.plans.current(org)).toBeUndefined();
        const both = await Promise.all([
          store.plans.adopt(org, 0, plan, ['d1']),
          second.plans.adopt(org, 0, plan, ['d1']),
        ]);
        expect(both.map(String).sort()).toEqual(['1', 'moved']);
        expect(await store.plans.adopt(org, 1, { ...plan, text: 'a: 2', adoptedAt: T + 5 }, ['d1', 'd2'])).toBe(2);
        expect(await store.plans.current(org)).toEqual({ ...plan, text: 'a: 2', adoptedAt: T + 5, version: 2 });
        expect(await store.plans.version(org, 1)).toEqual({ ...plan, version: 1 });
        expect(await store.plans.version(org, 3)).toBeUndefined();
        expect(await store.plans.since(org)).toEqual({ d1: T, d2: T + 5 });
      });
    });

    describe('wakes', () => {
      test('are found by their instant, of all organizations, earliest first', async () => {
        const [a, b] = [newOrg(), newOrg()];
        await store.wakes.set(a, 'measure/m1', -20);
        await store.wakes.set(b, 'group/g', -30);
        await store.wakes.set(a, 'person/li-xiu', 10 ** 15);
        expect(await store.wakes.due(-1, 10)).toEqual([
          { org: b, wake: 'group/g', at: -30 },
          { org: a, wake: 'measure/m1', at: -20 },
        ]);
        expect(await store.wakes.due(-1, 1)).toHaveLength(1);
        expect(await store.wakes.next()).toEqual({ org: b, wake: 'group/g', at: -30 });
        await store.wakes.set(b, 'group/g', null);
        await store.wakes.set(a, 'measure/m1', null);
        expect(await store.wakes.all(a)).toEqual([{ wake: 'person/li-xiu', at: 10 ** 15 }]);
      });

      test('an append sets, removes and brings forward, but never puts off what is touched', async () => {
        const org = newOrg();
        const write = (change: Partial<Change>) => store.ledger.append(org, { heads: {}, entries: [], ...change });
        await write({ wakes: { 'measure/m1': 100, 'measure/m2': 200, 'group/g': 300 } });
        await write({
          wakes: { 'group/g': null, 'measure/m2': 400 },
          touch: { at: 150, wakes: ['measure/m1', 'measure/m2', 'measure/m3'] },
        });
        expect(await store.wakes.all(org)).toEqual([
          { wake: 'measure/m1', at: 100 },
          { wake: 'measure/m2', at: 150 },
          { wake: 'measure/m3', at: 150 },
        ]);
      });
    });

    describe('outbox', () => {
      const say = (org: string, ...notices: Notice[]) => store.ledger.append(org, { heads: {}, entries: [], notices });

      test('a recipient is ready 250 ms after the first notice arrived, not after the last', async () => {
        const org = newOrg();
        const start = fresh.clock.now;
        await say(org, noticeTo(li, 'a'));
        fresh.clock.now += 200;
        await say(org, noticeTo(li, 'b'));
        expect(await readyOf(store, org, start + 249)).toEqual([]);
        expect(await readyOf(store, org, start + 250)).toEqual([li]);
        expect(await store.outbox.busy()).toBe(true);
      });

      test('notices wait in order of their time, each once, and never come back', async () => {
        const org = newOrg();
        const [a, b] = [noticeTo(li, 'a', T + 9), noticeTo(li, 'b', T)];
        await say(org, a, b, a);
        await say(org, { ...a, rung: 'again' });
        expect(await store.outbox.waiting(org, li)).toEqual([b, a]);
        expect(await store.outbox.drop(org, li, [a.id, b.id])).toBe(true);
        expect(await store.outbox.drop(org, li, [a.id])).toBe(false);
        await say(org, a);
        expect(await store.outbox.waiting(org, li)).toEqual([]);
        expect(await readyOf(store, org, Number.MAX_SAFE_INTEGER)).toEqual([]);
      });

      test('one look shows for many recipients what waits, where they are, and what their notices are about', async () => {
        const org = newOrg();
        const facts = factsOf('talks', '2026-Q1', 'li-xiu');
        const about = { ...noticeTo(li, 'a'), occurrence: facts.id };
        const told = { at: T, how: 'sent' as const };
        await store.ledger.append(org, opening(facts, { notices: [about], told: { [facts.id]: told } }));
        await say(org, noticeTo(li, 'b', T + 1), { ...noticeTo(zhang, 'c'), occurrence: 'gone@2026/x' });
        const chat = newChat();
        await store.links.link(org, li, chat);
        await store.outbox.freeze(org, sendTo(li, { notices: [] }), [], [], ['2026-03-25', 'alert-2026-03-25']);
        const [first, second] = await store.outbox.look(org, [li, zhang], '2026-03-25');
        expect(first).toEqual({
          to: li,
          notices: [about, noticeTo(li, 'b', T + 1)],
          link: { chat, blocked: false },
          facts: await store.ledger.occurrences(org, [facts.id]),
          told: { [facts.id]: told },
          spoken: { reminders: 1, relays: 0, alerts: 1 },
        });
        expect(first!.facts).toHaveLength(1);
        expect(second).toMatchObject({ to: zhang, link: undefined, facts: [], told: {}, spoken: { reminders: 0 } });
        expect(second!.notices).toHaveLength(1);
      });

      test('what became of a message is written with what is said of it, or not at all', async () => {
        const org = newOrg();
        const frozen = sendTo(li);
        const send: Send = { ...frozen, state: 'sent', attempts: 2, messageId: 7 };
        await store.outbox.freeze(org, frozen, [], []);
        const refused = await store.ledger.append(org, { heads: { org: 9 }, entries: [], settles: send });
        expect(refused.outcome).toBe('moved');
        expect(await store.outbox.send(org, send.id)).toEqual(frozen);
        await store.ledger.append(org, { heads: {}, entries: [plainEntry()], settles: send });
        expect(await store.outbox.byMessage(org, send.chat, 7)).toEqual(send);
        expect(await store.ledger.entries(org, 0, 9)).toHaveLength(1);
      });

      test('dropping is all or nothing', async () => {
        const org = newOrg();
        await say(org, noticeTo(li, 'a'));
        expect(await store.outbox.drop(org, li, [noticeTo(li, 'a').id, 'unknown'])).toBe(false);
        expect(await store.outbox.waiting(org, li)).toHaveLength(1);
      });

      test('of two who freeze the same notices, one wins', async () => {
        const org = newOrg();
        const [a, b, c] = [noticeTo(li, 'a'), noticeTo(li, 'b'), noticeTo(li, 'c')];
        await say(org, a, b, c);
        const one = sendTo(li, { notices: [a.id] });
        const other = sendTo(li, { notices: [a.id, b.id] });
        const won = await Promise.all([
          store.outbox.freeze(org, one, [], [c.id]),
          second.outbox.freeze(org, other, [], []),
        ]);
        expect(won.filter(Boolean)).toHaveLength(1);
        const [winner, loser] = won[0] ? [one, other] : [other, one];
        expect(await store.outbox.send(org, winner.id)).toEqual(winner);
        expect(await store.outbox.send(org, loser.id)).toBeUndefined();
        expect(await store.outbox.waiting(org, li)).toEqual(won[0] ? [b] : [c]);
      });

      test('messages of one moment are frozen together, each all or nothing', async () => {
        const org = newOrg();
        const of = (to: Recipient) => noticeTo(to, `report@2026-03-25/li-xiu#0.r0~${to}`);
        await say(org, of(zhang), of(li));
        const send = (to: Recipient) => sendTo(to, { notices: [of(to).id] });
        const again = sendTo(zhang, { notices: [of(zhang).id] });
        const frozen = [send(zhang), again, send(li)].map((one) => store.outbox.freeze(org, one, [], []));
        expect(await Promise.all(frozen)).toEqual([true, false, true]);
        expect(await readyOf(store, org, fresh.clock.now + 1000)).toEqual([]);
      });

      test('a frozen message is sending until it is settled; whoever asks for stuck ones first gets them', async () => {
        const org = newOrg();
        const a = noticeTo(li, 'a');
        await say(org, a);
        const send = sendTo(li, { notices: [a.id] });
        const at = fresh.clock.now;
        await store.outbox.freeze(org, send, [], []);
        expect(await readyOf(store, org, Number.MAX_SAFE_INTEGER)).toEqual([]);
        expect(await store.outbox.stuck(org, at)).toEqual([]);
        fresh.clock.now += 60_000;
        const claimed = await Promise.all([
          store.outbox.stuck(org, at + 30_000),
          second.outbox.stuck(org, at + 30_000),
        ]);
        expect(claimed.flat()).toEqual([send]);
        await store.outbox.settle(org, { ...send, state: 'sent', messageId: 44 });
        expect(await store.outbox.stuck(org, at + 10 ** 9)).toEqual([]);
        expect(await store.outbox.byMessage(org, send.chat, 44)).toEqual({ ...send, state: 'sent', messageId: 44 });
        expect(await store.outbox.byMessage(org, send.chat + 1, 44)).toBeUndefined();
      });

      test('the last list is the newest message with items that arrived', async () => {
        const org = newOrg();
        const id = 'report@2026-03-25/li-xiu';
        const items = [{ no: 1, about: [id] }];
        const message = { lines: [], buttons: [], items };
        const list = sendTo(li, { message, at: T + 10, state: 'sent', messageId: 2 });
        await store.outbox.settle(org, sendTo(li, { message, at: T + 11, state: 'gone' }));
        await store.outbox.freeze(org, { ...list, state: 'sending' }, [], []);
        await store.outbox.settle(org, list);
        await store.outbox.settle(org, sendTo(li, { at: T + 12, state: 'sent', messageId: 3 }));
        await store.outbox.settle(org, sendTo(li, { message, at: T + 5, state: 'sent', messageId: 1 }));
        expect(await store.outbox.lastList(org, li)).toEqual(list);
        expect(await store.outbox.lastList(org, zhang)).toBeUndefined();
        expect(await store.outbox.shownIn(org, li, [id, 'x@2026/li'])).toEqual({ [id]: list.id });
        expect(await store.outbox.shownIn(org, zhang, [id])).toEqual({});
        const single = sendTo(li, { at: T + 20, state: 'sent', messageId: 4, notices: [`${id}#0.l0~${li}`] });
        await store.outbox.settle(org, single);
        expect(await store.outbox.shownIn(org, li, [id])).toEqual({ [id]: single.id });
        // What is shown without a number is no list, and what somebody asked to see does not replace what they were told.
        const unnumbered = { ...message, items: [{ no: 0, about: [id] }] };
        const asked = sendTo(li, {
          at: T + 30,
          state: 'sent',
          messageId: 5,
          notices: ['answer@u1'],
          message: unnumbered,
        });
        await store.outbox.settle(org, asked);
        expect(await store.outbox.lastList(org, li)).toEqual(list);
        expect(await store.outbox.shownIn(org, li, [id])).toEqual({ [id]: single.id });
      });

      test('a deferred recipient is not ready; a held one wakes up for something new', async () => {
        const org = newOrg();
        await say(org, noticeTo(li, 'a'));
        const soon = fresh.clock.now + 5000;
        await store.outbox.defer(org, li, soon);
        await say(org, noticeTo(li, 'b'));
        expect(await readyOf(store, org, soon - 1)).toEqual([]);
        expect(await readyOf(store, org, soon)).toEqual([li]);
        await store.outbox.defer(org, li, Number.POSITIVE_INFINITY);
        expect(await readyOf(store, org, Number.MAX_SAFE_INTEGER)).toEqual([]);
        await store.outbox.defer(org, li, fresh.clock.now + 60_000);
        expect(await readyOf(store, org, fresh.clock.now + 59_999)).toEqual([]);
        await say(org, noticeTo(li, 'c'));
        expect(await readyOf(store, org, fresh.clock.now + 250)).toEqual([li]);
        await store.outbox.defer(org, zhang, 1);
        expect(await readyOf(store, org, Number.MAX_SAFE_INTEGER)).toEqual([li]);
      });

      test('waiting notices are handed on, all or nothing', async () => {
        const org = newOrg();
        const a = noticeTo(zhang, 'a');
        const instead: Notice = { ...noticeTo(li, 'relay-a'), instead: 'zhang-jianguo' };
        await say(org, a);
        expect(await store.outbox.redirect(org, zhang, [a.id, 'unknown'], [instead])).toBe(false);
        const both = await Promise.all([store, second].map((s) => s.outbox.redirect(org, zhang, [a.id], [instead])));
        expect(both.filter(Boolean)).toHaveLength(1);
        expect(await store.outbox.waiting(org, zhang)).toEqual([]);
        expect(await store.outbox.waiting(org, li)).toEqual([instead]);
        expect(await readyOf(store, org, Number.MAX_SAFE_INTEGER)).toEqual([li]);
      });

      test('a button is known in its own chat alone, and by its place', async () => {
        const org = newOrg();
        const actions: readonly Action[] = [
          { command: 'done', about: ['a@2026/li-xiu'] },
          { command: 'undo', about: [], with: { source: 's', n: 2, sure: true } },
        ];
        const send = sendTo(li, { token: randomBytes(8).toString('base64url') });
        expect(await store.outbox.freeze(org, send, actions, [])).toBe(true);
        expect(await second.outbox.action(send.token, 1, send.chat)).toEqual({
          org,
          to: li,
          send: send.id,
          action: actions[1],
        });
        expect(await store.outbox.action(send.token, 2, send.chat)).toBeUndefined();
        expect(await store.outbox.action(send.token, 0, send.chat + 1)).toBeUndefined();
        expect(await store.outbox.action('guessed', 0, send.chat)).toBeUndefined();
        const later = { ...send, token: randomBytes(8).toString('base64url') };
        await store.outbox.rebind(org, later, actions.slice(1));
        expect((await store.outbox.action(later.token, 0, send.chat))?.action).toEqual(actions[1]);
        expect((await store.outbox.send(org, send.id))?.token).toBe(later.token);
      });

      test('reminder messages of a day are counted per person', async () => {
        const org = newOrg();
        const [one, two] = [noticeTo(li, 'a'), noticeTo(li, 'b')];
        await say(org, one, two);
        for (const [on, notice] of [
          [store, one],
          [second, two],
        ] as const)
          await on.outbox.freeze(org, sendTo(li, { notices: [notice.id] }), [], [], ['2026-03-25']);
        // Frozen before: another count would be one too many.
        await store.outbox.freeze(org, sendTo(li, { notices: [one.id] }), [], [], ['2026-03-25']);
        expect(await store.outbox.spoken(org, li, '2026-03-25')).toBe(2);
        expect(await store.outbox.spoken(org, li, '2026-03-26')).toBe(0);
        expect(await store.outbox.spoken(org, zhang, '2026-03-25')).toBe(0);
      });
    });

    describe('links', () => {
      test('a link stays until somebody changes it on purpose; the plan only fills a gap', async () => {
        const org = newOrg();
        const [a, b] = [newChat(), newChat()];
        expect(await store.links.chatOf(org, li)).toBeUndefined();
        expect(await store.links.linkIfNew(org, li, a)).toBe(true);
        expect(await store.links.linkIfNew(org, li, b)).toBe(false);
        expect(await store.links.chatOf(org, li)).toEqual({ chat: a, blocked: false });
        await store.links.block(org, li, true);
        expect(await store.links.chatOf(org, li)).toEqual({ chat: a, blocked: true });
        await store.links.link(org, li, b);
        expect(await store.links.chatOf(org, li)).toEqual({ chat: b, blocked: false });
        expect(await store.links.recipientsOf(a)).toEqual([]);
        expect(await store.links.recipientsOf(b)).toEqual([{ org, to: li }]);
        await store.links.unlink(org, li);
        expect(await store.links.chatOf(org, li)).toBeUndefined();
        expect(await store.links.recipientsOf(b)).toEqual([]);
        await store.links.block(org, li, true);
        expect(await store.links.chatOf(org, li)).toBeUndefined();
      });

      test('one chat may be several people of several organizations', async () => {
        const [x, y] = [newOrg(), newOrg()].sort() as [string, string];
        const chat = newChat();
        await store.links.link(y, li, chat);
        await store.links.link(x, zhang, chat);
        expect(await store.links.recipientsOf(chat)).toEqual([
          { org: x, to: zhang },
          { org: y, to: li },
        ]);
      });

      test('a group that became a supergroup keeps its link, its buttons and its name in the plan', async () => {
        const org = newOrg();
        const [old, now] = [newChat(), newChat()];
        const group: Recipient = 'group/party-group';
        await store.links.link(org, group, old);
        const send = sendTo(group, { chat: old, token: randomBytes(8).toString('base64url') });
        await store.outbox.freeze(org, send, [{ command: 'x', about: [] }], []);
        await store.links.move(old, now);
        await store.links.move(old, now);
        expect(await store.links.chatOf(org, group)).toEqual({ chat: now, blocked: false });
        expect(await store.links.recipientsOf(now)).toEqual([{ org, to: group }]);
        expect(await store.links.recipientsOf(old)).toEqual([{ org, to: group }]);
        expect(await store.outbox.action(send.token, 0, now)).toBeDefined();
        await store.links.link(org, 'group/other', old);
        expect(await store.links.chatOf(org, 'group/other')).toEqual({ chat: now, blocked: false });
      });

      test('an invitation opens once', async () => {
        const org = newOrg();
        const token = randomBytes(8).toString('hex');
        await store.links.invite(org, token, 'person/li-xiu', 24);
        const used = await Promise.all([store.links.redeem(token), second.links.redeem(token)]);
        expect(used.filter(Boolean)).toEqual([{ org, purpose: 'person/li-xiu' }]);
        expect(await store.links.redeem('guessed')).toBeUndefined();
      });

      test('a stranger is greeted once', async () => {
        const chat = newChat();
        const greeted = await Promise.all([store.links.greetOnce(chat), second.links.greetOnce(chat)]);
        expect(greeted.sort()).toEqual([false, true]);
      });
    });

    describe('inbox', () => {
      const drain = async (worker: string) => {
        const seen: string[] = [];
        for (let one = await store.inbox.take(worker, 1000); one; one = await store.inbox.take(worker, 1000)) {
          seen.push(`${one.lane}:${one.update.id}`);
          await store.inbox.handled(worker, one.lane, one.update.id, 'handled');
        }
        return seen;
      };

      test('an update is stored once, however often it is received', async () => {
        const [a, b] = [newUpdate('1'), newUpdate('1')];
        await Promise.all([store.inbox.receive([a, b], b.id + 1), second.inbox.receive([a, b], b.id + 1)]);
        expect(await store.inbox.offset()).toBe(b.id + 1);
        expect(await store.inbox.busy()).toBe(true);
        expect(await drain('w1')).toEqual([`1:${a.id}`, `1:${b.id}`]);
        await store.inbox.receive([a, b], b.id + 1);
        expect(await drain('w1')).toEqual([]);
        expect(await store.inbox.busy()).toBe(false);
      });

      test('what comes out is what went in', async () => {
        const update = { ...newUpdate('9'), raw: { message: { text: '完成\n“好”', n: [1, null] } } };
        await store.inbox.receive([update], update.id + 1);
        const taken = await store.inbox.take('w', 1000);
        expect(taken).toEqual({ lane: '9', update, tries: 1 });
        await store.inbox.handled('w', '9', update.id, 'handled');
      });

      test('no lane is with two workers; when a lease is over the head comes again', async () => {
        const [a, b] = [newUpdate('1'), newUpdate('1')];
        await store.inbox.receive([a, b], b.id + 1);
        const both = await Promise.all([store.inbox.take('w1', 1000), second.inbox.take('w2', 1000)]);
        expect(both.filter(Boolean)).toHaveLength(1);
        fresh.clock.now += 999;
        expect(await store.inbox.take('w3', 1000)).toBeUndefined();
        fresh.clock.now += 1;
        expect(await store.inbox.take('w3', 1000)).toMatchObject({ update: { id: a.id }, tries: 2 });
        const late = both[0] ? 'w1' : 'w2';
        await store.inbox.handled(late, '1', a.id, 'handled');
        expect(await store.inbox.take('w4', 1000)).toBeUndefined();
        await store.inbox.handled('w3', '1', a.id, 'handled');
        expect(await drain('w4')).toEqual([`1:${b.id}`]);
      });

      test('a failed head is tried again and ends as poison; what follows it goes on, its tries counted anew', async () => {
        const [a, b] = [newUpdate('1'), newUpdate('1')];
        await store.inbox.receive([a, b], b.id + 1);
        const tries: number[] = [];
        for (let i = 0; i < 5; i++) {
          const taken = await store.inbox.take('w', 1000);
          expect(taken?.update.id).toBe(a.id);
          tries.push(taken!.tries);
          if (i < 4) await store.inbox.failed('w', '1');
        }
        expect(tries).toEqual([1, 2, 3, 4, 5]);
        await store.inbox.handled('w', '1', a.id, 'poison');
        expect(await store.inbox.take('w', 1000)).toMatchObject({ update: { id: b.id }, tries: 1 });
        await store.inbox.handled('w', '1', b.id, 'handled');
        expect(await store.inbox.busy()).toBe(false);
      });

      test('a failure of one who lost the lease frees nothing', async () => {
        const a = newUpdate('1');
        await store.inbox.receive([a], a.id + 1);
        await store.inbox.take('w1', 1000);
        await store.inbox.failed('w2', '1');
        expect(await store.inbox.take('w2', 1000)).toBeUndefined();
        await store.inbox.handled('w1', '1', a.id, 'handled');
      });

      test('law: lanes keep the order of each chat, whatever is received twice, fails or is left lying', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 }),
            fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
            async (lanes, dice) => {
              const updates = lanes.map((lane) => newUpdate(String(lane)));
              const half = Math.floor(updates.length / 2);
              await store.inbox.receive(updates.slice(0, half + 3), 1);
              await second.inbox.receive(updates.slice(half), 1);
              const handled: Update[] = [];
              while (await store.inbox.busy()) {
                const who = dice.next().value % 2 ? store : second;
                const worker = `w${dice.next().value % 3}`;
                const one = await who.inbox.take(worker, 1000);
                const fate = one ? dice.next().value : 9;
                if (fate === 9) fresh.clock.now += 1000;
                else if (fate >= 7) await who.inbox.failed(worker, one!.lane);
                else {
                  await who.inbox.handled(worker, one!.lane, one!.update.id, 'handled');
                  handled.push(one!.update);
                }
              }
              for (const lane of new Set(updates.map((u) => u.lane))) {
                expect(handled.filter((u) => u.lane === lane).map((u) => u.id)).toEqual(
                  updates.filter((u) => u.lane === lane).map((u) => u.id),
                );
              }
            },
          ),
          { numRuns: 30 },
        );
      }, 60_000);

      test('one process polls at a time', async () => {
        const both = await Promise.all([store.inbox.leasePoll('p1', 60_000), second.inbox.leasePoll('p2', 60_000)]);
        expect(both.filter(Boolean)).toHaveLength(1);
        const [holder, other] = both[0] ? (['p1', 'p2'] as const) : (['p2', 'p1'] as const);
        expect(await store.inbox.leasePoll(holder, 60_000)).toBe(true);
        await second.inbox.releasePoll(other);
        expect(await second.inbox.leasePoll(other, 60_000)).toBe(false);
        await store.inbox.releasePoll(holder);
        expect(await second.inbox.leasePoll(other, 60_000)).toBe(true);
        await second.inbox.releasePoll(other);
      });

      test('the last sign of life is remembered', async () => {
        await store.inbox.beat(T + 3);
        expect(await second.inbox.alive()).toBe(T + 3);
      });
    });

    describe('gates', () => {
      test('law: no more than 30 starts in any 1.02 s, one a second per chat, 20 in 61 s per group', async () => {
        const request = fc.record({
          chat: fc.integer({ min: 1, max: 60 }),
          gap: fc.constantFrom(0, 0, 0, 0, 1, 20, 300, 2000),
        });
        await fc.assert(
          fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 150 }), async (requests) => {
            fresh.clock.now += 200_000;
            const starts: { at: number; chat: number }[] = [];
            for (const [i, { chat, gap }] of requests.entries()) {
              fresh.clock.now += gap;
              // Chats from 1 to 3 are groups, and busy ones.
              const to = chat <= 30 ? 1 + (chat % 3) : chat;
              const wait = await (i % 2 ? store : second).gates.reserve(to, to <= 3, fresh.clock.now);
              expect(wait).toBeGreaterThanOrEqual(0);
              starts.push({ at: fresh.clock.now + wait, chat: to });
            }
            expect(
              mostWithin(
                starts.map((s) => s.at),
                1020,
              ),
            ).toBeLessThanOrEqual(30);
            for (const chat of new Set(starts.map((s) => s.chat))) {
              const own = starts.filter((s) => s.chat === chat).map((s) => s.at);
              expect(mostWithin(own, 1000)).toBe(1);
              if (chat <= 3) expect(mostWithin(own, 61_000)).toBeLessThanOrEqual(20);
            }
          }),
          { numRuns: 60 },
        );
      }, 120_000);

      test('nobody waits without need: 30 chats start at once, the next after 1.02 s', async () => {
        fresh.clock.now += 200_000;
        const waits: number[] = [];
        for (let i = 0; i < 61; i++) waits.push(await store.gates.reserve(1000 + i, false, fresh.clock.now));
        expect(waits.slice(0, 30).every((w) => w === 0)).toBe(true);
        expect(waits.slice(30, 60).every((w) => w === 1020)).toBe(true);
        expect(waits[60]).toBe(2040);
      });

      test.each([
        [0, 1020],
        [1000, 20],
        [1019, 1],
        [1020, 0],
      ])('%i ms after thirty have started, the next waits %i ms', async (after, wait) => {
        fresh.clock.now += 200_000;
        for (let i = 0; i < 30; i++) await store.gates.reserve(2000 + i, false, fresh.clock.now);
        fresh.clock.now += after;
        expect(await second.gates.reserve(2999, false, fresh.clock.now)).toBe(wait);
      });

      test('a busy group that reserves far ahead keeps nobody else waiting', async () => {
        fresh.clock.now += 200_000;
        for (let i = 0; i < 40; i++) await store.gates.reserve(-78, true, fresh.clock.now);
        expect(await store.gates.reserve(2998, false, fresh.clock.now)).toBe(0);
      });

      test('a group gets twenty messages a second apart, and the next when 61 s are over', async () => {
        fresh.clock.now += 200_000;
        const waits: number[] = [];
        for (let i = 0; i < 22; i++) waits.push(await store.gates.reserve(-77, true, fresh.clock.now));
        expect(waits).toEqual([...Array.from({ length: 20 }, (_, i) => i * 1020), 61_000, 62_020]);
      });

      test('when the platform asks for a pause, everyone waits', async () => {
        fresh.clock.now += 200_000;
        await store.gates.pause(fresh.clock.now + 7000);
        await store.gates.pause(fresh.clock.now + 3000);
        expect(await second.gates.reserve(5, false, fresh.clock.now)).toBe(7000);
      });
    });

    describe('a stop between two writes', () => {
      test('a chat that is still indexed after its link changed is nobody', async () => {
        const org = newOrg();
        const [before, now] = [newChat(), newChat()];
        await store.links.link(org, li, now);
        await fresh.redis.sadd(botKeys(fresh.bot).chat(before), `${org} ${li}`);
        expect(await store.links.recipientsOf(before)).toEqual([]);
      });

      test('buttons whose message was never frozen belong to nobody: the notices wait on', async () => {
        const org = newOrg();
        const [a, b] = [noticeTo(li, 'a'), noticeTo(li, 'b')];
        await store.ledger.append(org, { heads: {}, entries: [], notices: [a] });
        const send = sendTo(li, { notices: [a.id, b.id], token: randomBytes(8).toString('base64url') });
        expect(await store.outbox.freeze(org, send, [{ command: 'done', about: [] }], [])).toBe(false);
        expect(await store.outbox.send(org, send.id)).toBeUndefined();
        expect(await store.outbox.waiting(org, li)).toEqual([a]);
      });

      test('a chat that is linked but not indexed is found again after the next start', async () => {
        const org = newOrg();
        const chat = newChat();
        await store.links.link(org, li, chat);
        await fresh.redis.del(botKeys(fresh.bot).chat(chat));
        expect(await store.links.recipientsOf(chat)).toEqual([]);
        const restarted = await fresh.again();
        expect(await restarted.links.recipientsOf(chat)).toEqual([{ org, to: li }]);
      });
    });
  });
}

let counter = 0;

function newOrg(): string {
  return `org-${randomBytes(5).toString('hex')}`;
}

function newChat(): number {
  return 10_000_000 + counter++;
}

function newUpdate(lane: string): Update {
  return { id: 500_000_000 + counter++, lane, received: T, raw: { n: counter } };
}

function factsOf(duty: string, slot: string, person: string): OccurrenceFacts {
  return {
    v: 1,
    id: occurrenceId({ duty, slot, person }),
    measure: 'm1',
    duty,
    kind: 'report',
    title: '整改进展情况报告',
    slot,
    person,
    asked: person,
    gathering: false,
    planVersion: 1,
    openedAt: T,
    creditFrom: 0,
    scheduled: T + DAY,
    due: T + 2 * DAY,
    timed: false,
    exact: false,
    own: false,
    revision: 0,
    grace: { n: 1, unit: 'wd' },
    reminders: [{ key: 'r0', at: T }],
    ladder: [],
    nextSlot: null,
    noticed: [],
  };
}

function doneBy(by: string, at: number) {
  return { how: 'done', at, by, source: `7:u${at}` } as const;
}

function opening(facts: OccurrenceFacts, more: Partial<Change> = {}): Change {
  const entry: NewEntry = { at: T, by: 'bot', about: [facts.id], measure: 'm1', planVersion: 1, kind: 'opened', facts };
  return { heads: { 'measure/m1': 0 }, entries: [entry], occurrences: [facts], ...more };
}

function plainEntry(more: Partial<NewEntry> = {}): NewEntry {
  return { at: T, by: 'bot', about: [], planVersion: 1, kind: 'snoozed', until: T, ...more } as NewEntry;
}

async function put(store: OpenStore, org: string, ...occurrences: readonly OccurrenceFacts[]): Promise<void> {
  const { head } = await store.ledger.head(org, 'measure/m1');
  const entries = occurrences.map((facts) => opening(facts).entries[0]!);
  expect(await store.ledger.append(org, { heads: { 'measure/m1': head }, entries, occurrences })).toMatchObject({
    outcome: 'written',
  });
}

function noticeTo(to: Recipient, name: string, at = T): Notice {
  return { id: `${name}@${T}~${to}`, kind: 'plain', to, at };
}

function sendTo(to: Recipient, more: Partial<Send> = {}): Send {
  return {
    v: 1,
    id: randomBytes(8).toString('hex'),
    to,
    chat: newChat(),
    notices: [],
    message: { lines: [], buttons: [], items: [] },
    language: 'zh',
    token: '',
    state: 'sending',
    attempts: 1,
    at: T,
    ...more,
  };
}

async function readyOf(store: OpenStore, org: string, machine: number): Promise<readonly Recipient[]> {
  const ready = await store.outbox.ready(machine, 1000);
  return ready.filter((one) => one.org === org).map((one) => one.to);
}

/** The most starts in any window [a, a + ms). */
function mostWithin(starts: readonly number[], ms: number): number {
  return Math.max(...starts.map((a) => starts.filter((b) => b >= a && b < a + ms).length));
}

const people = ['li', 'li-2', 'zhang-jianguo', 'post.deputy-2'];
const stepArbitrary = fc.array(
  fc.record({
    duty: fc.constantFrom('report', 'talks'),
    slot: fc.constantFrom('2026-W13', '2026-W14', '2026-03-25T1500'),
    person: fc.constantFrom(...people),
    now: fc.record({
      asked: fc.constantFrom(...people),
      due: fc.integer({ min: 0, max: 9 }).map((n) => T + n),
      settled: fc.option(
        fc.integer({ min: 0, max: 9 }).map((n) => doneBy('li', T + n)),
        { nil: undefined },
      ),
    }),
  }),
  { minLength: 1, maxLength: 4 },
);

async function expectIndexes(redis: Connection, store: OpenStore, org: string, facts: readonly OccurrenceFacts[]) {
  const { ledger } = store;
  const open = facts.filter((one) => !one.settled);
  const same = (found: readonly OccurrenceFacts[], wanted: readonly OccurrenceFacts[]) => {
    expect(found.map(byId).sort()).toEqual(wanted.map(byId).sort());
  };
  same(await ledger.open(org), open);
  same((await ledger.measure(org, 'm1')).open, open);
  for (const person of people)
    same(
      await ledger.askedOf(org, person),
      open.filter((one) => one.asked === person),
    );
  for (let n = 0; n < 9; n += 3) {
    const within = (at: number | undefined) => at !== undefined && at >= T + n && at < T + n + 3;
    same(
      await ledger.dueBetween(org, T + n, T + n + 3),
      facts.filter((one) => within(one.due)),
    );
    same(
      await ledger.settledBetween(org, T + n, T + n + 3),
      facts.filter((one) => within(one.settled?.at)),
    );
  }
  const unsettled = open.length;
  expect(await sizesOf(redis, org)).toEqual([unsettled, unsettled, unsettled, facts.length, facts.length - unsettled]);
}

/** Readers sift out lines that are no longer true; there should be none to sift. */
async function sizesOf(redis: Connection, org: string): Promise<readonly number[]> {
  const k = orgKeys(org);
  const sets = [redis.scard(k.open), redis.scard(k.openOf('m1'))];
  return Promise.all([...sets, redis.zcard(k.asked), redis.zcard(k.due), redis.zcard(k.settled)]);
}

function byId(facts: OccurrenceFacts): string {
  return `${facts.id} ${JSON.stringify(facts)}`;
}

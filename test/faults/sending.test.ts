import { expect } from 'vitest';
import { resume } from '../../src/app/resume.ts';
import type { Send } from '../../src/core/message.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { TestOffice } from '../support/office.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-02, remind: [0s] }'],
  groups: [partyGroup('每周一 10:00', 'preview: none')],
});
const sun = 1005;
const party = -1001;

function said(office: TestOffice, who: 'sun' | 'party'): number {
  const one = who === 'sun' ? office.person('sun') : office.group('party');
  return one.messages().filter((m) => m.from.bot).length;
}

const toSun = (fault: Partial<Fault> & Pick<Fault, 'kind'>) =>
  ({ method: 'sendMessage', chat: sun, ...fault }) as Fault;
const toParty = (fault: Partial<Fault> & Pick<Fault, 'kind'>) =>
  ({ method: 'sendMessage', chat: party, ...fault }) as Fault;

// What certainly did not arrive is sent again, what may have arrived once more to a person and never to a group.
const faults: readonly [string, Partial<Fault> & Pick<Fault, 'kind'>, { person: number; group: number }][] = [
  ['refused for now, with the delay to keep', { kind: 'too-many', retryAfter: 1 }, { person: 1, group: 1 }],
  ['a server error', { kind: 'server-error' }, { person: 1, group: 0 }],
  ['a proxy’s page instead of an answer', { kind: 'bad-gateway' }, { person: 1, group: 0 }],
  ['the connection breaks before it arrived', { kind: 'reset-before' }, { person: 1, group: 0 }],
  ['the connection breaks after it arrived', { kind: 'reset-after' }, { person: 2, group: 1 }],
  ['broken twice, after it arrived', { kind: 'reset-after', times: 2 }, { person: 2, group: 1 }],
];

for (const [name, fault, { person, group }] of faults) {
  const asked = group === 0 || fault.kind === 'reset-after';
  story(
    `${name}: a person gets ${person}, the group ${group}${asked ? ' and the secretary is asked to look' : ''}`,
    { plan, at },
    async (office) => {
      office.telegram.faults.add(toSun(fault));
      office.telegram.faults.add(toParty({ ...fault, times: 1 }));
      await office.until('2026-03-02 10:05');
      expect(said(office, 'sun')).toBe(person);
      expect(said(office, 'party')).toBe(group);
      const li = office
        .person('li')
        .messages()
        .filter((m) => m.text.includes('未能确认是否送达'));
      expect(li).toHaveLength(asked ? 1 : 0);
      if (!asked) return;
      await office.person('li').taps('重发').answered();
      await office.settle();
      expect(said(office, 'party')).toBe(group + 1);
      // A second tap sends nothing more.
      await office.person('li').taps('重发').answered();
      await office.settle();
      expect(said(office, 'party')).toBe(group + 1);
    },
  );
}

story(
  'a person is told even if the answer was unsure twice: it counts as told, not as reached for certain',
  { plan, at },
  async (office) => {
    office.telegram.faults.add(toSun({ kind: 'reset-after', times: 2 }));
    await office.until('2026-03-03 10:00');
    const li = await office.person('li').sees('逾期1项');
    expect(li.text).toContain('是否送达未能确认');
  },
);

story(
  'a process that dies while it sends, again and again: a person gets one extra copy at most, a group none',
  { plan, at },
  async (office) => {
    await office.until('2026-03-02 10:05');
    expect([said(office, 'sun'), said(office, 'party')]).toEqual([1, 1]);
    office.telegram.faults.add(toSun({ kind: 'reset-after', times: 9 }));
    office.telegram.faults.add(toParty({ kind: 'reset-after', times: 9 }));
    // What a process leaves that died between the request and its answer: the message as it was frozen, for a group with
    // the attempt noted.
    const { store, world, offices } = office.bot();
    const left = (send: Send): Send => ({ ...send, state: 'sending', attempts: send.to.startsWith('group/') ? 1 : 0 });
    for (const send of await sendsTo(office, 'person/sun', 'group/party'))
      await store.outbox.settle('minzheng', left(send));
    for (let life = 0; life < 3; life++) {
      for (const send of await sendsTo(office, 'person/sun', 'group/party'))
        await resume(world, (await offices.of('minzheng'))!, { ...send, state: 'sending' });
      await office.settle();
    }
    expect([said(office, 'sun'), said(office, 'party')]).toEqual([2, 1]);
  },
);

async function sendsTo(office: TestOffice, ...recipients: readonly string[]): Promise<Send[]> {
  const keys = await office.redis.client.keys('{minzheng}:send:*');
  const { outbox } = office.bot().store;
  const sends = await Promise.all(keys.map((key) => outbox.send('minzheng', key.split(':').at(-1)!)));
  return sends.flatMap((send) => (send && recipients.includes(send.to) ? [send] : []));
}

import { expect, test } from 'vitest';
import { resume } from '../../src/app/resume.ts';
import { dispatch } from '../../src/app/send.ts';
import { startOffice } from '../support/office.ts';
import { partyGroup, planOf } from '../support/plans.ts';

const long = process.env.DUBAN_TEST === 'all';
const plan = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-20, remind: [0s] }'],
  groups: [partyGroup('每周五 10:00', 'preview: none')],
});

// Telegram takes 20 messages a minute for a group: the 21st waits, longer than a process that died is believed to live.
test.runIf(long)(
  'a group’s message that waits a minute at the gate goes out once, though others look for forgotten ones',
  {
    timeout: 150_000,
  },
  async () => {
    const office = await startOffice({ plan, at: '2026-03-02 08:00', limited: true });
    try {
      const { world, store, offices } = office.bot();
      const of = (await offices.of('minzheng'))!;
      for (let i = 0; i < 20; i++) await store.gates.reserve(-1001, true, Date.now() - 20_000);
      const message = { lines: [{ text: { id: 'seen-chat', args: {} } }], buttons: [], items: [] };
      const notice = {
        id: 'digest@1~group/party',
        kind: 'digest' as const,
        to: 'group/party' as const,
        at: office.now(),
        message,
      };
      const send = {
        v: 1 as const,
        id: 'waits-at-the-gate',
        to: 'group/party',
        chat: -1001,
        notices: [notice.id],
        message,
        language: 'zh' as const,
        token: '',
        state: 'sending' as const,
        attempts: 0,
        at: office.now(),
      };
      await store.outbox.settle('minzheng', send);
      const sending = dispatch(world, of, send, [notice]);
      let sent = false;
      void sending.then(() => {
        sent = true;
      });
      while (!sent) {
        for (const stuck of await store.outbox.stuck('minzheng', Date.now() - 35_000)) await resume(world, of, stuck);
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      expect(
        office
          .group('party')
          .messages()
          .filter((m) => m.from.bot),
      ).toHaveLength(1);
    } finally {
      await office.close();
    }
  },
);

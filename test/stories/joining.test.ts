import { expect } from 'vitest';
import { invite } from '../../src/app/join.ts';
import { claimCode } from '../../src/claim.ts';
import type { TestOffice } from '../support/office.ts';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const report = '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-04, remind: [-2d, 0s] }';
const unlinked = (...ids: readonly string[]) =>
  cast.map((one) => (ids.some((id) => one.includes(`id: ${id},`)) ? one.replace(/, telegram: \d+/, '') : one));

const fresh = planOf({ people: unlinked('li', 'sun'), duties: [report] });

async function linkFor(office: TestOffice, person: string): Promise<string> {
  return invite(office.bot().world, 'minzheng', `person/${person}`);
}

story(
  'the first secretary claims a fresh bot with a one-time code; the code works once',
  { plan: fresh, at },
  async (office) => {
    const [claim] = await claimCode(office.bot());
    const token = claim!.link.split('start=')[1]!;
    const li = office.telegram.person(2004, '李秀');
    const other = office.telegram.person(2009, '路人');
    li.starts(token);
    await office.settle();
    await li.hears('李秀同志，您好');
    expect(await claimCode(office.bot())).toEqual([]);
    other.starts(token);
    await office.settle();
    await other.hears('链接无效或已经用过');
    // What waited for somebody who could pass it on comes now.
    await office.until('2026-03-02 10:00');
    await li.sees('孙伟');
  },
);

story(
  'a person joins by a link: used, expired, guessed and replayed ones are refused alike',
  { plan: fresh, at },
  async (office) => {
    const token = await linkFor(office, 'sun');
    const sun = office.telegram.person(2005, '孙伟');
    await office.until('2026-03-02 10:00');
    sun.starts(token);
    await office.settle();
    await sun.hears('孙伟同志，您好');
    const stranger = office.telegram.person(2010, '路人');
    const late = await linkFor(office, 'li');
    await office.redis.client.del(...(await office.redis.client.keys(`*${late}`)));
    for (const bad of [token, late, 'guessedguessedguessed', '../../etc', 'x'.repeat(64)]) {
      stranger.starts(bad);
      await office.settle();
    }
    const heard = stranger
      .messages()
      .filter((m) => m.from.bot)
      .map((m) => m.text);
    expect(new Set(heard).size).toBeLessThanOrEqual(2);
    expect(heard.join()).not.toContain('孙伟');
    expect(await office.bot().store.links.chatOf('minzheng', 'person/li')).toBeUndefined();
    sun.says('完成');
    await office.settle();
    await sun.hears('已登记');
  },
);

story('a stranger gets one polite sentence, once, and learns nothing', { plan: fresh, at }, async (office) => {
  const stranger = office.telegram.person(2011, '路人');
  for (const text of ['你好', '完成', '/overdue', '/today', '/start']) {
    stranger.says(text);
    await office.settle();
  }
  await stranger.hears('只为本单位工作人员服务');
  expect(stranger.messages().filter((m) => m.from.bot)).toHaveLength(1);
});

const grouped = planOf({
  duties: [report],
  groups: ['{ id: party, name: 局党组, digest: 每周一 10:00 }'],
});

story(
  'the group is linked when the bot was added by one of the office and the secretary confirms',
  { plan: grouped, at },
  async (office) => {
    const group = office.telegram.group(-2001, '党组工作群', { bot: 'left' });
    group.addsBot(office.person('wang'));
    await office.settle();
    office.hears('03-02 08:00 li 党组工作群');
    expect(await office.bot().store.links.chatOf('minzheng', 'group/party')).toBeUndefined();
    await office.person('li').taps('局党组').answered();
    await office.settle();
    office.hears('03-02 08:00 li 已关联：局党组');
    await office.until('2026-03-02 10:05');
    await group.hears('整改工作周报');
  },
);

story('added to a group by a stranger, it says nothing there and leaves', { plan: grouped, at }, async (office) => {
  const stranger = office.telegram.person(2012, '路人');
  const group = office.telegram.group(-2002, '别的群', { bot: 'left' });
  group.addsBot(stranger);
  await office.settle();
  expect(group.messages().filter((m) => m.from.bot && !m.service)).toEqual([]);
  office.hears();
  const attempt = office.bot().world.chat.send(-2002, { lines: [{ text: '…' }], buttons: [] });
  await expect(attempt).rejects.toMatchObject({ outcome: 'gone' });
});

story(
  'the group becomes a supergroup: the digest follows it',
  {
    plan: planOf({ duties: [report], groups: ['{ id: party, name: 局党组, telegram: -1001, digest: 每周一 10:00 }'] }),
    at,
  },
  async (office) => {
    const supergroup = office.group('party').upgrades(office.person('zhang'));
    await office.settle();
    await office.until('2026-03-02 10:05');
    await supergroup.hears('整改工作周报');
  },
);

import { expect } from 'vitest';
import { remind } from '../../src/app/remind.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const plan = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-04, remind: [0s] }',
    '{ id: weekly, kind: progress, title: 盘活进展, who: [sun], schedule: 每周一, remind: [0s], grace: 1wd }',
  ],
});

story(
  'a rung that was held because the backlog was not read is looked at again soon, even if it is read meanwhile',
  { plan, at: '2026-03-04 08:00' },
  async (office) => {
    await office.until('2026-03-04 10:00');
    await office.stop();
    office.sleepUntil('2026-03-05 09:00');
    const bot = await office.second();
    const caughtUp = [false, true];
    const world = { ...bot.world, caughtUp: () => caughtUp.shift() ?? true };

    const next = await remind(world, (await bot.offices.of('minzheng'))!, 'm1');

    expect(next! - office.now()).toBeLessThanOrEqual(2000);
    await bot.close();
  },
);

import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: [
    '{ id: safety, kind: report, title: 安全检查报告, who: [sun], schedule: 2026-03-04, remind: [-1d] }',
    '{ id: fund, kind: report, title: 资金检查报告, who: [sun], schedule: 2026-03-05, remind: [-2d] }',
    '{ id: home, kind: report, title: 养老院检查报告, who: [sun], schedule: 2026-03-06, remind: [-3d] }',
    '{ id: talk, kind: talk, title: 谈心谈话, who: [wang], with: [sun, zhou], schedule: 2026-03-05, remind: [-2d] }',
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-1d, 30m] }',
  ],
});

/** The message with those words as it stands now. */
function standing(office: TestOffice, person: string, words: string) {
  const found = office
    .person(person)
    .messages()
    .filter((m) => m.from.bot && m.text.includes(words))
    .at(-1);
  if (!found) throw new Error(`nothing says ${words}`);
  return { text: found.text, buttons: found.buttons.flat().map((b) => b.text) };
}

async function asked(office: TestOffice) {
  await office.until('2026-03-03 10:00');
  office.person('sun').says('检查报告报了');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual(['1', '2', '3']);
}

story('a question that was tapped shows what was chosen, and can be tapped no more', { plan, at }, async (office) => {
  await asked(office);
  office.person('sun').taps('2');
  await office.settle();
  expect(standing(office, 'sun', '哪')).toMatchObject({ buttons: [] });
  expect(standing(office, 'sun', '哪').text).toContain('已定：资金检查报告');
  // Whatever happens later to what was not chosen, it stays decided.
  office.person('sun').says('养老院检查报告报了');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual([]);
});

story('a number in words answers it just so, and so does a sentence that says it all', { plan, at }, async (office) => {
  await asked(office);
  office.person('sun').says('3');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual([]);
  expect(standing(office, 'sun', '哪').text).toContain('已定：养老院检查报告');
  office.person('sun').says('检查报告报了');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual(['1', '2']);
  office.person('sun').says('资金检查报告报了');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual([]);
});

story('a question that nobody answered keeps its buttons', { plan, at }, async (office) => {
  await asked(office);
  office.person('sun').says('谢谢');
  await office.settle();
  expect(standing(office, 'sun', '哪').buttons).toEqual(['1', '2', '3']);
});

story('a reason that is typed takes the proposed reasons away', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.person('li').says('党组例会本次不开了');
  await office.settle();
  office.person('li').taps('本期不开');
  await office.settle();
  expect(standing(office, 'li', '请选').buttons).toEqual([]);
  expect(standing(office, 'li', '原因是').buttons).toContain('会议冲突');
  office.person('li').says('上级检查组来了');
  await office.settle();
  expect(standing(office, 'li', '原因是').buttons).toEqual([]);
});

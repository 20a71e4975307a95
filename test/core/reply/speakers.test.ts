import { expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/read.ts';
import { readReply } from '../../../src/core/reply/index.ts';
import { speakersOf } from '../../../src/core/reply/speakers.ts';
import { plainWeek } from '../../../src/core/working-calendar.ts';
import { scene } from './office.ts';

const PLAN = `
organization: { id: mz, name: 某县民政局 }
departments:
  - { id: rescue, name: 社会救助股 }
  - { id: care, name: 养老服务股 }
people:
  - { id: zhang, name: 张建国, roles: [leader], superior: null }
  - { id: wu1, name: 吴丽, department: rescue, superior: zhang }
  - { id: wu2, name: 吴强, department: care, superior: zhang }
measures:
  - { id: m1, title: 谈心谈话, text: 谈心谈话, lead: zhang, deadline: ongoing,
      duties: [ { id: talks, kind: talk, title: 谈心谈话, who: [zhang], quota: 1 per quarter } ] }
`;

const read = readPlan(PLAN, { officialTable: plainWeek, now: 0 });
if (!read.ok) throw new Error(JSON.stringify(read));
const people = speakersOf(read.plan);

test.each([
  ['跟社会救助股小吴谈了', 'wu1'],
  ['跟养老服务股的小吴谈了', 'wu2'],
  ['跟养老股小吴谈了', 'wu2'],
])('%s: a section that the plan lists by its id tells which of two is meant', (text, id) => {
  expect(readReply(text, scene({ kind: 'talk', speaker: 'zhang', more: { people } })).people).toEqual([id]);
});

test('the list is the same for the same plan, so that a roster is read once', () => {
  expect(speakersOf(read.plan)).toBe(people);
});

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { officialTable } from '../../src/core/holidays.ts';
import type { ReplyPerson } from '../../src/core/reply/contract.ts';
import { workingCalendar } from '../../src/core/working-calendar.ts';

type Written = Pick<ReplyPerson, 'id' | 'name'> & Partial<ReplyPerson>;

const plan = parse(readFileSync(new URL('../../plans/sample-minzheng.yaml', import.meta.url), 'utf8')) as {
  readonly departments?: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly Written[];
};
const departments = new Map((plan.departments ?? []).map(({ id, name }) => [id, name]));

/** The people of the plan that comes with the product. */
export const SAMPLE_PEOPLE: readonly ReplyPerson[] = plan.people.map(({ department, ...person }) => ({
  aliases: [],
  roles: [],
  ...person,
  department: department === undefined ? undefined : departments.get(department),
}));

export const officeOfPlan = () => ({
  zone: 'Asia/Shanghai',
  calendar: workingCalendar(officialTable()),
  people: SAMPLE_PEOPLE,
});

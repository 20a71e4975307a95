import { z } from 'zod';
import { isZone, readDate } from '../calendar.ts';
import { windows } from '../schedule/period.ts';
import { dutyKindIds } from './plan.ts';

// The plan file as people write it (DESIGN §5), still text. The message of a check is the code of its problem.
// What needs more than one place, or a calendar, is checked by the rules and while resolving.

const clock = '([01]\\d|2[0-3]):[0-5]\\d';
const text = z.string().trim().min(1, 'empty').max(5000, 'too-long');
const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,24}$/, 'bad-slug')
  .meta({ id: 'id' });
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'bad-date', abort: true })
  .refine((day) => readDate(day) !== undefined, 'bad-date')
  .meta({ id: 'date' });
const span = z
  .string()
  .regex(/^\+?\d{1,5}\s*(s|m|h|d|wd)$/, 'bad-duration')
  .meta({ id: 'duration' });
const offset = z
  .string()
  .regex(/^[+-]?\d{1,5}\s*(s|m|h|d|wd)$/, 'bad-duration')
  .meta({ id: 'offset' });
const selector = z
  .string()
  .regex(/^([a-z0-9-]{1,24}|(role|department|post):.+)$/, 'bad-selector')
  .meta({ id: 'selector' });
const person = slug.nullable();
const language = z.enum(['zh', 'en']);

export const roles = ['leader', 'secretary', 'member', 'supervisor', 'inspector', 'operator'] as const;
export const ladderTargets = ['person', 'secretary', 'superior', 'head', 'supervisor'] as const;

export const organizationShape = z.strictObject({
  id: slug,
  name: text,
  timezone: z.string().refine(isZone, 'bad-zone').optional(),
  language: language.optional(),
  calendar: z.enum(['cn', 'none']).optional(),
  quietHours: z
    .string()
    .regex(new RegExp(`^(none|${clock}-${clock})$`), 'bad-quiet-hours')
    .optional(),
  head: slug.optional(),
  bundle: z
    .string()
    .regex(new RegExp(`^(none|${clock})$`), 'bad-clock')
    .optional(),
  daysOff: z.array(date).optional(),
  workDays: z.array(date).optional(),
  budget: z.int().min(1, 'out-of-range').max(50, 'out-of-range').optional(),
  undo: span.optional(),
  talkContent: z.enum(['none', 'keep']).optional(),
  retention: z.strictObject({ text: retention().optional(), evidence: retention().optional() }).optional(),
});

export const roundShape = z.strictObject({
  title: text.optional(),
  feedback: date.optional(),
  report: text.optional(),
});

export const departmentShape = z.strictObject({ id: slug, name: text, contact: person.optional() });

export const postShape = z.strictObject({ id: slug, name: text, holder: person.optional() });

export const groupShape = z.strictObject({
  id: slug,
  name: text,
  telegram: z.int().optional(),
  digest: text.optional(),
  names: z.boolean().optional(),
  preview: z
    .string()
    .regex(/^(none|\+?\d{1,5}\s*(s|m|h|d|wd))$/, 'bad-duration')
    .optional(),
  publish: slug.optional(),
});

/** Papers that can come by themselves; the others answer a question that names a problem, a person or a measure. */
export const regularReports = [
  'ledger',
  'weekly',
  'monthly',
  'progress-report',
  'bulletin',
  'reminder-letter',
  'talk-register',
  'minutes-sheet',
  'week-card',
  'duty-matrix',
  'talk-matrix',
  'on-time-trend',
] as const;

export const reportShape = z.strictObject({
  id: slug,
  report: z.enum(regularReports),
  to: z.array(slug).min(1, 'empty'),
  schedule: text,
});

export const personShape = z.strictObject({
  id: slug,
  name: text,
  post: text.optional(),
  department: text.optional(),
  aliases: z.array(text).optional(),
  roles: z.array(z.enum(roles)).optional(),
  telegram: z.int().min(1, 'out-of-range').optional(),
  superior: person.optional(),
  standIn: person.optional(),
  language: language.optional(),
  away: z.array(z.strictObject({ from: date, to: date, reason: text.optional() })).optional(),
});

export const problemShape = z.strictObject({
  id: slug,
  no: z.int().min(1, 'out-of-range').optional(),
  aspect: text.optional(),
  text: text,
  example: text.optional(),
});

const ladderStep = z.strictObject({
  after: span,
  tell: z.union([slug, z.array(slug).min(1, 'empty')]),
});

export const dutyShape = z.strictObject({
  id: slug,
  kind: z.enum(dutyKindIds),
  title: text,
  who: z.array(selector).optional(),
  with: z.array(selector).optional(),
  reporter: slug.optional(),
  presenter: slug.optional(),
  accept: slug.optional(),
  coUnits: z.array(text).optional(),
  schedule: z.union([text, z.strictObject({ after: text, within: span })]).optional(),
  quota: z
    .string()
    .regex(new RegExp(`^[1-9]\\d{0,2}\\s+per\\s+(${windows.join('|')})$`), 'bad-quota')
    .optional(),
  from: date.optional(),
  until: date.optional(),
  shift: z.enum(['none', 'next', 'previous', 'skip']).optional(),
  daysOff: z.boolean().optional(),
  remind: z.union([z.literal('none'), z.array(offset)]).optional(),
  grace: span.optional(),
  ladder: z.union([z.literal('none'), z.array(ladderStep)]).optional(),
  early: z
    .string()
    .regex(/^(any|\+?\d{1,5}\s*(s|m|h|d|wd))$/, 'bad-duration')
    .optional(),
  evidence: z.enum(['none', 'optional', 'required']).optional(),
  checklist: z.array(text).optional(),
  makeUp: z.union([z.literal('none'), span]).optional(),
  amount: z
    .string()
    .regex(new RegExp(`^[1-9]\\d{0,4}\\s*(h|d)\\s+per\\s+(${windows.join('|')})$`), 'bad-amount')
    .optional(),
  stalledAfter: z.int().min(1, 'out-of-range').max(50, 'out-of-range').optional(),
  origin: z.enum(['text', 'rule', 'office']).optional(),
  text: text.optional(),
});

export const measureShape = z.strictObject({
  id: slug,
  title: text,
  text: text.optional(),
  problems: z.array(slug).optional(),
  lead: person.optional(),
  department: text.optional(),
  deadline: text.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the plan file's own key (年底前，并长期坚持); nothing awaits it.
  then: z.literal('ongoing').optional(),
  warn: z.array(offset).optional(),
  duties: z.array(dutyShape).optional(),
});

export const planShape = z.strictObject({
  /** Plans in JSON name their schema so. */
  $schema: z.string().optional(),
  organization: organizationShape,
  round: roundShape.optional(),
  departments: z.array(departmentShape).optional(),
  posts: z.array(postShape).optional(),
  groups: z.array(groupShape).optional(),
  reports: z.array(reportShape).optional(),
  people: z.array(personShape),
  problems: z.array(problemShape).optional(),
  measures: z.array(measureShape),
});

export type OrganizationShape = z.infer<typeof organizationShape>;
export type RoundShape = z.infer<typeof roundShape>;
export type DepartmentShape = z.infer<typeof departmentShape>;
export type PostShape = z.infer<typeof postShape>;
export type GroupShape = z.infer<typeof groupShape>;
export type ReportShape = z.infer<typeof reportShape>;
export type PersonShape = z.infer<typeof personShape>;
export type ProblemShape = z.infer<typeof problemShape>;
export type DutyShape = z.infer<typeof dutyShape>;
export type MeasureShape = z.infer<typeof measureShape>;

/** `2y`, `90d`: no months, since `m` is minutes everywhere else. */
function retention() {
  return z.string().regex(/^[1-9]\d{0,3}[dy]$/, 'bad-retention');
}

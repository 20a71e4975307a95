import { phrase } from '../core/phrase.ts';
import type { CheckOptions } from './check.ts';
import { type CliIo, Refused } from './contract.ts';
import type { DoctorOptions } from './doctor.ts';
import type { ImportOptions } from './import.ts';
import type { InterpretOptions } from './interpret.ts';
import type { InviteOptions } from './invite.ts';
import type { LedgerOptions } from './ledger.ts';
import type { ReportOptions } from './report.ts';
import type { ScheduleOptions } from './schedule.ts';
import type { SimulateOptions } from './simulate.ts';
import type { VerifyOptions } from './verify.ts';

/** One command of the shell (DESIGN §6). Its words are `cli-<name>` and `cli-option-<key>`. */
export interface CliCommand {
  readonly name: string;
  /** As shown in the help: `<file>`, or `[plan]` where it may be left out. */
  readonly argument?: string;
  /** Flags, and the key of the words that explain them. */
  readonly options: readonly (readonly [flags: string, key: string])[];
  readonly run: (argument: string | undefined, options: Options, io: CliIo) => Promise<number>;
}

/** As typed: texts, or true for a flag. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

const json = ['--json', 'json'] as const;
const language = ['--language <language>', 'language'] as const;
const org = ['--org <id>', 'org'] as const;

/** Everything is loaded when it is asked for: `schedule` answers before a store's packages would be read. */
export const cliCommands: readonly CliCommand[] = [
  {
    name: 'import',
    argument: '<file>',
    options: [['-o, --output <plan>', 'output-plan'], ['--year <year>', 'year'], json, language],
    run: async (file, options: ImportOptions, io) => (await import('./import.ts')).importCommand(file!, options, io),
  },
  {
    name: 'check',
    argument: '[plan]',
    options: [['--schema', 'schema'], json, language],
    async run(path, options: CheckOptions, io) {
      if (path === undefined && !options.schema) throw new Refused(phrase('cli-missing', { what: 'plan' }));
      return (await import('./check.ts')).checkCommand(path, { language: io.language, ...options }, io);
    },
  },
  {
    name: 'schedule',
    argument: '<phrase>',
    options: [['--from <iso>', 'from'], ['--count <n>', 'count'], ['--timezone <zone>', 'timezone'], json, language],
    run: async (text, options: ScheduleOptions, io) =>
      (await import('./schedule.ts')).scheduleCommand(text!, options, io),
  },
  {
    name: 'interpret',
    argument: '<text>',
    options: [
      ['--plan <plan>', 'plan'],
      ['--as <person>', 'as'],
      ['--at <iso>', 'at'],
      ['--duty <kind>', 'duty'],
      ['--title <title>', 'title'],
      ['--due <iso>', 'due'],
      ['--reply-to <text>', 'reply-to'],
      ['--open <titles>', 'open'],
      json,
      language,
    ],
    run: (text, options: InterpretOptions & { plan?: string }, io) => interpret(text!, options, io),
  },
  {
    name: 'simulate',
    argument: '<plan>',
    options: [['--from <date>', 'from-date'], ['--to <date>', 'to-date'], ['--answer <who>', 'answer'], json, language],
    run: async (plan, options: SimulateOptions, io) =>
      (await import('./simulate.ts')).simulateCommand(plan!, options, io),
  },
  {
    name: 'ledger',
    options: [org, json, language],
    run: async (_, options: LedgerOptions, io) => (await import('./ledger.ts')).ledgerCommand(options, io),
  },
  {
    name: 'report',
    argument: '<name>',
    options: [
      ['-o, --output <file>', 'output-file'],
      ['--span <span>', 'span'],
      ['--problem <number>', 'problem'],
      ['--measure <id>', 'measure'],
      ['--person <id>', 'person'],
      ['--colour <colour>', 'colour'],
      ['--names', 'names'],
      ['--to <name>', 'to-name'],
      ['--theme <theme>', 'theme'],
      ['--form <file>', 'form-file'],
      org,
      language,
    ],
    run: async (name, options: ReportOptions, io) => (await import('./report.ts')).reportCommand(name!, options, io),
  },
  {
    name: 'invite',
    argument: '<person>',
    options: [org, language],
    run: async (person, options: InviteOptions, io) =>
      (await import('./invite.ts')).inviteCommand(person!, options, io),
  },
  {
    name: 'backup',
    argument: '<file>',
    options: [language],
    run: async (file, _, io) => (await import('./backup.ts')).backupCommand(file!, io),
  },
  {
    name: 'restore',
    argument: '<file>',
    options: [language],
    run: async (file, _, io) => (await import('./backup.ts')).restoreCommand(file!, io),
  },
  {
    name: 'verify',
    options: [['--at <entry>', 'at-entry'], org, json, language],
    run: async (_, options: VerifyOptions, io) => (await import('./verify.ts')).verifyCommand(options, io),
  },
  {
    name: 'doctor',
    options: [json, language],
    run: async (_, options: DoctorOptions, io) => (await import('./doctor.ts')).doctorCommand(options, io),
  },
];

/** Of a folder with plans of several organizations, the speaker's own is meant. */
async function interpret(text: string, options: InterpretOptions & { plan?: string }, io: CliIo): Promise<number> {
  if (options.plan === undefined) throw new Refused(phrase('cli-missing', { what: '--plan' }));
  if (options.as === undefined && text !== '-') throw new Refused(phrase('cli-missing', { what: '--as' }));
  const { plansAt } = await import('./plan-at.ts');
  const { speakersOf } = await import('../core/reply/speakers.ts');
  const plans = await plansAt(options.plan, io.now());
  const plan = plans.find((p) => p.people.some((one) => one.id === options.as || one.name === options.as)) ?? plans[0]!;
  const { zone, calendar } = plan.organization;
  const office = { zone, calendar, people: speakersOf(plan) };
  return (await import('./interpret.ts')).interpretCommand(text, options, io, office);
}

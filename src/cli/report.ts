import type { Office } from '../app/office.ts';
import { rendered } from '../app/render.ts';
import { DAY, dateAt, type Instant } from '../core/calendar.ts';
import { phrase } from '../core/phrase.ts';
import { reportById, reports } from '../core/reports/index.ts';
import { type CliIo, Refused } from './contract.ts';
import { type OpenedStore, officesAsked, openOfficeStore } from './open-store.ts';
import { writeWhole } from './write-file.ts';

export interface ReportOptions {
  readonly output?: string;
  readonly org?: string;
}

const WEEK = 7 * DAY;

/** `duban report NAME -o FILE`: a report as it would read now, since the last one that was posted. */
export async function reportCommand(name: string, options: ReportOptions, io: CliIo): Promise<number> {
  const report = reportById(name);
  if (!report) throw new Refused(phrase('cli-unknown-report', { name, known: reports.map(({ id }) => id) }));
  if (options.output === undefined) throw new Refused(phrase('cli-missing', { what: '-o' }));
  const opened = await openOfficeStore(io);
  const offices = await officesAsked(opened, options.org);
  const texts = [];
  for (const office of offices) {
    const message = report.compose(await questionOf(opened, office));
    // Papers and tables are written by src/documents; here only what is plain lines.
    if (!('items' in message && 'lines' in message)) throw new Refused(phrase('cli-report-form', { name }));
    const { lines } = rendered(message, office.plan.organization.language, '', io.say);
    texts.push(lines.map(({ text }) => `${text}\n`).join(''));
  }
  writeWhole(options.output, texts.join('\n'));
  io.print(io.say(phrase('cli-written', { file: options.output }), io.language));
  return 0;
}

/** From the group's last digest, or the last seven days, until now; looking a week ahead. */
async function questionOf({ store, clock }: OpenedStore, office: Office) {
  const { ledger } = store;
  const { org, plan } = office;
  const to = clock.now();
  const group = plan.groups.find((g) => g.digest) ?? plan.groups[0];
  const from = (group && (await lastDigest(ledger, org, group.id))) ?? to - WEEK;
  const [due, settled, open] = await Promise.all([
    ledger.dueBetween(org, from, to),
    ledger.settledBetween(org, from, to),
    ledger.open(org),
  ]);
  const facts = [...new Map([...due, ...settled].map((one) => [one.id, one])).values()];
  const told = await ledger.told(org, [...new Set([...facts, ...open].map(({ id }) => id))]);
  return {
    ...office,
    from,
    to,
    ahead: to + WEEK,
    facts,
    open,
    told,
    names: group?.names ?? false,
    group: group?.id ?? '',
    now: to,
    asOf: to,
    ask: {},
    day: dateAt(to, plan.organization.zone),
    record: { ...office, now: to, facts, told, entries: [], texts: {} },
  };
}

async function lastDigest(
  ledger: OpenedStore['store']['ledger'],
  org: string,
  group: string,
): Promise<Instant | undefined> {
  return (await ledger.head(org, `group/${group}`)).state.lastDigest;
}

import { statfsSync } from 'node:fs';
import type { Office } from '../app/office.ts';
import { dateAt, HOUR, type Instant, isoOf, MINUTE } from '../core/calendar.ts';
import { secretaryOf } from '../core/ladder.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { CliIo } from './contract.ts';
import { type OpenedStore, openOfficeStore } from './open-store.ts';

export interface DoctorOptions {
  readonly json?: boolean;
}

export interface Finding {
  readonly id: string;
  readonly level: 'ok' | 'warn' | 'bad';
  readonly sentence: Phrase;
}

const LITTLE_DISK = 500;

/** `duban doctor`: each thing that a bot stands on, one sentence each. Exit 1 if any is bad. */
export async function doctorCommand(options: DoctorOptions, io: CliIo): Promise<number> {
  const opened = await openOfficeStore(io);
  const findings = [
    nodeFinding(process.versions.node),
    ...redisFindings(await opened.store.info()),
    diskFinding(opened.dir),
    ...(await liveFindings(opened)),
    ...(await officeFindings(opened)),
  ];
  const told = findings.map(({ id, level, sentence }) => ({ id, level, text: io.say(sentence, io.language) }));
  if (options.json) io.print(JSON.stringify({ ok: told.every(({ level }) => level !== 'bad'), checks: told }));
  else for (const { level, text } of told) io.print(`${io.say({ id: `doctor-level-${level}` }, io.language)} ${text}`);
  return told.some(({ level }) => level === 'bad') ? 1 : 0;
}

function finding(id: string, level: Finding['level'], args: Phrase['args'] = {}): Finding {
  return { id, level, sentence: phrase(`doctor-${id}-${level}`, args) };
}

function nodeFinding(version: string): Finding {
  return finding('node', Number(version.split('.')[0]) >= 20 ? 'ok' : 'bad', { version });
}

function redisFindings(info: string): readonly Finding[] {
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const version = field('valkey_version') || field('redis_version');
  const durable = field('aof_enabled') === '1';
  const writing = field('aof_last_write_status') !== 'err' && field('rdb_last_bgsave_status') !== 'err';
  const keeps = ['noeviction', ''].includes(field('maxmemory_policy'));
  return [
    finding('redis', Number(version.split('.')[0]) >= 6 ? 'ok' : 'warn', { version }),
    finding('durable', !writing ? 'bad' : durable ? 'ok' : 'warn'),
    finding('eviction', keeps ? 'ok' : 'bad', { policy: field('maxmemory_policy') }),
  ];
}

function diskFinding(dir: string): Finding {
  const disk = statfsSync(dir);
  const megabytes = Math.floor((disk.bavail * disk.bsize) / 1_048_576);
  return finding('disk', megabytes < LITTLE_DISK / 5 ? 'bad' : megabytes < LITTLE_DISK ? 'warn' : 'ok', { megabytes });
}

/** Whether the bot runs, what it has missed, and what it gave up. */
async function liveFindings({ store, clock }: OpenedStore): Promise<readonly Finding[]> {
  const now = clock.now();
  const alive = await store.inbox.alive();
  const minutes = alive === undefined ? 0 : Math.round((now - alive) / MINUTE);
  const running = alive !== undefined && now - alive < 2 * MINUTE;
  // A stopped bot has late wakes by nature: they run at its next start.
  const late = (await store.wakes.due(now - MINUTE, 1000)).length;
  const poison = await store.poisoned();
  const backwards = alive !== undefined && alive > now + MINUTE;
  return [
    alive === undefined ? finding('beat', 'warn') : finding('beat', running ? 'ok' : 'bad', { minutes }),
    finding('wakes', late === 0 ? 'ok' : running ? 'bad' : 'warn', { late }),
    finding('poison', poison === 0 ? 'ok' : 'warn', { poison }),
    finding('clock', backwards ? 'bad' : 'ok', { now: isoOf(now, 'Asia/Shanghai') }),
  ];
}

async function officeFindings({ offices, store, clock }: OpenedStore): Promise<readonly Finding[]> {
  const all = await offices.all();
  if (all.length === 0) return [finding('plan', 'warn')];
  const found = [];
  for (const office of all) {
    const args = { office: office.plan.organization.name };
    const secretary = secretaryOf(office.plan);
    const chat = secretary && (await store.links.chatOf(office.org, `person/${secretary}`));
    found.push(finding('plan', 'ok', { ...args, version: office.planVersion }), tableFinding(office, clock.now()));
    found.push(finding('secretary', !chat ? 'bad' : chat.blocked ? 'warn' : 'ok', args));
    for (const group of office.plan.groups) {
      const linked = await store.links.chatOf(office.org, `group/${group.id}`);
      found.push(finding('group', linked && !linked.blocked ? 'ok' : 'warn', { ...args, group: group.name }));
    }
  }
  return found;
}

/** Next year's days off are announced in November: from 1 December they are asked for (DESIGN §4.11). */
function tableFinding({ plan }: Office, now: Instant): Finding {
  const { organization } = plan;
  const today = dateAt(now + HOUR, organization.zone);
  const year = Number(today.slice(0, 4));
  const { lastYear } = organization.calendar;
  const level = lastYear < year ? 'bad' : lastYear === year && today.slice(5) >= '12-01' ? 'warn' : 'ok';
  return finding('holidays', level, { year: lastYear, next: lastYear + 1 });
}

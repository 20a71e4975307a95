import { createHash } from 'node:crypto';
import { recordVoid } from '../core/check-in.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId, Plan, PlanVersion } from '../core/plan/plan.ts';
import type { PlanText } from '../core/plan/read.ts';
import { answer } from '../core/wording/echo.ts';
import type { Office, Offices } from './office.ts';
import type { WakeKey, World } from './ports.ts';
import { proposePublish } from './publish-proposal.ts';
import { remind } from './remind.ts';

/** A stored plan's text: the files it was read from, so that reading it again gives the same plan. */
export function textOf(files: readonly PlanText[]): string {
  return JSON.stringify(files);
}

export function filesOf(text: string): readonly PlanText[] {
  return JSON.parse(text);
}

/**
 * Adopts the plan of one organization from its files, if they differ from what was last adopted from there and the
 * plan was not changed in chat since; then the secretary decides. Answers whether a new version was written.
 */
export async function adoptFromFiles(
  world: World,
  offices: Offices,
  plan: Plan,
  files: readonly PlanText[],
): Promise<boolean> {
  const org = plan.organization.id;
  const text = textOf(files);
  const hash = createHash('sha256').update(text).digest('hex');
  const current = await world.store.plans.current(org);
  if (current?.hash === hash) return false;
  if (current && current.by !== 'file') {
    if ((await lastFileHash(world, org, current.version)) !== hash) await tellDifference(world, org, plan, hash);
    return false;
  }
  const path = files[0]?.path;
  return adopt(world, offices, plan, {
    expected: current?.version ?? 0,
    text,
    hash,
    by: 'file',
    ...(path === undefined ? {} : { path }),
  });
}

/** A plan that a secretary confirmed in chat. */
export interface ChatAdoption {
  readonly plan: Plan;
  /** One file for each round. */
  readonly files: readonly PlanText[];
  readonly by: PersonId;
  /** The version she saw it compared with. */
  readonly expected: number;
}

/** Adopts what was confirmed in chat; false if the plan in force is another one by now. Twice is as once. */
export async function adoptFromChat(world: World, offices: Offices, adoption: ChatAdoption): Promise<boolean> {
  const { plan, by, expected } = adoption;
  const text = textOf(adoption.files);
  const hash = createHash('sha256').update(text).digest('hex');
  if ((await world.store.plans.current(plan.organization.id))?.hash === hash) return true;
  if (!(await adopt(world, offices, plan, { expected, text, hash, by }))) return false;
  const office = await offices.of(plan.organization.id);
  if (office) await proposePublish(world, office.org, office.plan);
  return true;
}

async function adopt(
  world: World,
  offices: Offices,
  plan: Plan,
  { expected, ...version }: Omit<PlanVersion, 'version' | 'adoptedAt'> & { readonly expected: number },
): Promise<boolean> {
  const org = plan.organization.id;
  await openToNow(world, offices, org);
  const duties = plan.measures.flatMap((m) => m.duties.map((d) => d.id));
  const stored = { ...version, adoptedAt: world.clock.now() };
  const written = await world.store.plans.adopt(org, expected, stored, duties);
  if (written === 'moved') return false;
  offices.forget(org);
  const office = await offices.of(org);
  if (!office) throw new Error('a plan that was just adopted cannot be read');
  await takeEffect(world, office, version.hash);
  world.log.info({ org, version: written }, 'a plan was adopted');
  return true;
}

/** What fell due under the plan so far opens under it: a changed rule asks nothing of days before its adoption. */
async function openToNow(world: World, offices: Offices, org: string): Promise<void> {
  const office = await offices.of(org);
  for (const { id } of office?.plan.measures ?? []) await remind(world, office!, id);
}

async function lastFileHash(world: World, org: string, from: number): Promise<string | undefined> {
  for (let version = from; version > 0; version--) {
    const one = await world.store.plans.version(org, version);
    if (one?.by === 'file') return one.hash;
  }
  return undefined;
}

async function tellDifference(world: World, org: string, plan: Plan, hash: string): Promise<void> {
  const secretary = secretaryOf(plan);
  world.log.warn({ org }, 'the plan file differs from the plan that was changed in chat: going on with the latter');
  if (!secretary) return;
  const to = toPerson(secretary);
  const notice = {
    id: `plan-differs@${hash.slice(0, 16)}~${to}`,
    kind: 'plain' as const,
    to,
    at: world.clock.now(),
    message: answer(phrase('plan-differs')),
  };
  await world.store.ledger.append(org, {
    heads: {},
    source: `plan-differs:${hash}`,
    answer: '',
    entries: [],
    notices: [notice],
  });
}

/** What an adoption changes: links that the plan names, what vanished is closed with the reason, everything is looked at. */
async function takeEffect(world: World, office: Office, hash: string): Promise<void> {
  const { org, plan, planVersion } = office;
  const now = world.clock.now();
  const base = { at: now, by: 'bot' as const, about: [], planVersion };
  const linked = await linkNamed(world, office);
  const entries: NewEntry[] = [
    { ...base, kind: 'adopted', version: planVersion, hash },
    ...linked.map((recipient): NewEntry => ({ ...base, kind: 'linked', recipient, how: 'plan' })),
  ];
  const wakes = wakesOf(plan);
  await world.store.ledger.append(org, {
    heads: {},
    source: `adopted:${planVersion}`,
    answer: '',
    entries,
    touch: { at: now, wakes },
  });
  await closeVanished(world, office);
  for (const { wake } of await world.store.wakes.all(org))
    if (isOrphan(wake, wakes)) await world.store.wakes.set(org, wake, null);
  await Promise.all(wakes.map((wake) => world.timer.set(org, wake, now)));
}

function wakesOf(plan: Plan): WakeKey[] {
  return [
    ...plan.measures.map((m): WakeKey => `measure/${m.id}`),
    ...plan.groups.filter((g) => g.digest).map((g): WakeKey => `group/${g.id}`),
    'org/calendar',
    'org/round',
    'org/month',
    'org/reports',
  ];
}

function isOrphan(wake: WakeKey, known: readonly WakeKey[]): boolean {
  return (wake.startsWith('measure/') || wake.startsWith('group/')) && !known.includes(wake);
}

/** Side by side, one write to disk serves many links: an office of thousands is linked in seconds. */
const LINKS_AT_ONCE = 50;

/** `telegram` in a plan only links someone who has no link yet: the store wins (DESIGN §5). */
async function linkNamed(world: World, { org, plan }: Office): Promise<readonly string[]> {
  const named = [
    ...plan.people.map(({ id, telegram }) => ({ to: toPerson(id), telegram })),
    ...plan.groups.map(({ id, telegram }) => ({ to: `group/${id}` as const, telegram })),
  ];
  const linked: string[] = [];
  const rest = named.values();
  const walk = async () => {
    for (const { to, telegram } of rest) {
      if (telegram !== undefined && (await world.store.links.linkIfNew(org, to, telegram))) linked.push(to);
    }
  };
  await Promise.all(Array.from({ length: LINKS_AT_ONCE }, walk));
  return linked.sort();
}

/** Replacing a plan closes open occurrences of vanished duties as void, with the reason (DESIGN §4.1). */
async function closeVanished(world: World, { org, plan, planVersion }: Office): Promise<void> {
  const known = new Set(plan.measures.flatMap((m) => m.duties.map((d) => d.id)));
  const said = { by: 'bot', at: world.clock.now(), source: `vanished:${planVersion}`, planVersion };
  for (let attempt = 0; attempt < 5; attempt++) {
    const open = (await world.store.ledger.open(org)).filter((f) => !known.has(f.duty));
    if (open.length === 0) return;
    const measures = [...new Set(open.map((f) => f.measure))];
    const heads = Object.fromEntries(
      await Promise.all(
        measures.map(async (m) => [`measure/${m}`, (await world.store.ledger.head(org, `measure/${m}`)).head]),
      ),
    );
    const again = await world.store.ledger.occurrences(
      org,
      open.map((f) => f.id),
    );
    const { entries, occurrences } = recordVoid(
      again.filter((f) => !f.settled),
      said,
      'plan',
    );
    if ((await world.store.ledger.append(org, { heads, entries, occurrences })).outcome !== 'moved') return;
  }
}

import { createHash } from 'node:crypto';
import { bundleOf, type Verdict } from '../core/bundle.ts';
import { dateAt, type Instant } from '../core/calendar.ts';
import type { Send } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { standingOf } from '../core/standing.ts';
import { editSend } from './edit.ts';
import { holdBack } from './hold-back.ts';
import { languageOf, type Office, type Offices } from './office.ts';
import type { Looked, World } from './ports.ts';
import { passOn } from './relay.ts';
import { actionsOf } from './render.ts';
import { dispatch, type Means } from './send.ts';

interface Look {
  readonly office: Office | undefined;
  readonly looked: ReadonlyMap<Recipient, Looked>;
}

/** Reads what waits for these recipients and all that decides what becomes of it. */
export async function lookAt(
  world: World,
  offices: Offices,
  org: string,
  recipients: readonly Recipient[],
): Promise<Look> {
  const office = await offices.of(org);
  const day = office ? dateAt(world.clock.now(), office.plan.organization.zone) : '';
  const all = await world.store.outbox.look(org, recipients, day);
  return { office, looked: new Map(all.map((one) => [one.to, one])) };
}

/** One recipient, one message; what is left waits for the next round. */
export async function deliverTo(
  world: World,
  office: Office | undefined,
  org: string,
  looked: Looked,
  means: Means,
): Promise<void> {
  const { outbox } = world.store;
  const { to, notices, link } = looked;
  if (!office || notices.length === 0) return void (await outbox.drop(org, to, idsOf(notices)));
  const edits = notices.filter((n) => n.kind === 'edit');
  if (!link || link.blocked) return passOn(world, office, to, notices);
  const spoken = notices.filter((n) => n.kind !== 'edit');
  if (spoken.length === 0) return editSends(world, office, to, edits);
  const verdict = await verdictOn(world, office, looked, spoken);
  if (verdict.drop.length > 0) {
    world.log.debug({ org, dropped: verdict.drop }, 'notices that need not be said any more');
    await outbox.drop(org, to, idsOf(verdict.drop));
  }
  const { outcome } = verdict;
  if (outcome.type === 'wait') return holdBack(world, org, to, outcome.until);
  if (outcome.type === 'say') await say(world, office, { ...looked, link }, outcome, means);
  if (edits.length > 0) await editSends(world, office, to, edits);
}

const idsOf = (notices: readonly { readonly id: string }[]): readonly string[] => notices.map(({ id }) => id);

async function verdictOn(world: World, office: Office, looked: Looked, notices: readonly Notice[]): Promise<Verdict> {
  const { to, facts, told, spoken } = looked;
  const now = world.clock.now();
  return bundleOf({
    plan: office.plan,
    to,
    notices,
    facts: new Map(facts.map((f) => [f.id, f])),
    told,
    overdue: notices.some((n) => n.kind === 'alert') ? await overdueCount(world, office, now) : 0,
    spokenToday: spoken.reminders,
    relayedToday: spoken.relays,
    alertedToday: spoken.alerts,
    since: office.since,
    now,
  });
}

async function overdueCount(world: World, { org, plan }: Office, now: Instant): Promise<number> {
  const open = await world.store.ledger.open(org);
  const late = open.filter((f: OccurrenceFacts) => f.due <= now);
  const told = await world.store.ledger.told(
    org,
    late.map((f) => f.id),
  );
  const overdue = late.filter((f) => ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, now)));
  return new Set(overdue.map((f) => `${f.duty}@${f.slot}/${f.asked}`)).size;
}

async function say(
  world: World,
  office: Office,
  { to, link, facts }: Looked & { readonly link: { readonly chat: number } },
  outcome: Verdict['outcome'] & { type: 'say' },
  means: Means,
): Promise<void> {
  const { message, notices, budgeted } = outcome;
  const now = world.clock.now();
  const send: Send = {
    v: 1,
    id: idOf(notices),
    to,
    chat: link.chat,
    notices: idsOf(notices),
    message,
    language: languageOf(office, to),
    token: message.buttons.length > 0 ? world.dice.token(11) : '',
    state: 'sending',
    attempts: 0,
    at: now,
  };
  const today = dateAt(now, office.plan.organization.zone);
  const counted = [
    ...(budgeted ? [today] : []),
    ...(notices.some((n) => n.kind === 'relay') ? [`relay-${today}`] : []),
    ...(notices.some((n) => n.kind === 'alert' || n.kind === 'escalation') ? [`alert-${today}`] : []),
  ];
  const frozen = await world.store.outbox.freeze(office.org, send, actionsOf(message), [], counted);
  if (frozen) await dispatch(world, office, send, notices, { ...means, facts });
}

/** The same notices are the same message, whoever makes it. */
function idOf(notices: readonly Notice[]): string {
  const text = [...idsOf(notices)].sort().join('\n');
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

async function editSends(world: World, office: Office, to: Recipient, edits: readonly Notice[]): Promise<void> {
  for (const id of new Set(edits.map((n) => n.send ?? '')))
    await editSend(world, office, id, edits.findLast((n) => n.send === id && n.message)?.message);
  await world.store.outbox.drop(office.org, to, idsOf(edits));
}

import { randomUUID } from 'node:crypto';
import { type Recorded, together } from '../core/check-in.ts';
import type { Message } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { type Evidence, recordEvidence } from '../core/proof.ts';
import { maskedText } from '../core/reply/mask.ts';
import { canBeDone } from '../core/standing.ts';
import { answer } from '../core/wording/echo.ts';
import { doneLabel } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { titleOf } from './evidence.ts';
import type { Fetched } from './fetched.ts';
import { sealed } from './text.ts';

/** A file that was fetched. */
export type Got = Extract<Fetched, { ok: true }>;

/** Into the archive, by their hash; names and places lie beside the ledger. */
export async function kept(ask: Ask, got: readonly Got[]) {
  const evidence: Evidence[] = [];
  let texts: NonNullable<Reply['texts']> = {};
  for (const { of, content } of got) {
    const words = of.place ? `${of.place.latitude},${of.place.longitude}` : of.name;
    const text = words === undefined ? undefined : sealed(maskedText(words), randomUUID());
    const file = content && { sha256: await ask.world.archive.keep(ask.office.org, content), bytes: content.length };
    evidence.push({ form: of.kind, ...file, ...(text ? { text: text.ref } : {}) });
    texts = { ...texts, ...text?.texts };
  }
  return { evidence, texts };
}

/** Evidence one after another: each counts what the one before left. */
export function attached(
  ask: Ask,
  facts: readonly OccurrenceFacts[],
  evidence: readonly Evidence[],
  before: Recorded = together([]),
): Recorded {
  return evidence.reduce((done, one) => {
    const now = facts.map((f) => done.occurrences.find((o) => o.id === f.id) ?? f);
    return together([done, recordEvidence(now, ask.said, one)]);
  }, before);
}

/** What is said of files: kept with the report, or kept with something that is not thereby done. */
export function added(ask: Ask, facts: readonly OccurrenceFacts[], count: number, reported: boolean): Message {
  if (reported) return answer(phrase('evidence-kept', { count }));
  const [first] = facts;
  const said = answer(phrase('evidence-added', { count, title: titleOf(facts, ask) }));
  if (!first || first.settled) return said;
  const done = doneLabel(first);
  const buttons =
    canBeDone(first, ask.said.at) === 'yes'
      ? [[{ label: done, action: { command: 'done', about: facts.map((f) => f.id) } }]]
      : [];
  return { ...said, lines: [...said.lines, { text: phrase('evidence-not-done', { done }) }], buttons };
}

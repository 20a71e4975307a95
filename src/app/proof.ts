import { randomUUID } from 'node:crypto';
import { together } from '../core/check-in.ts';
import { recordEvidence } from '../core/proof.ts';
import { maskedText } from '../core/reply/mask.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reportDone } from './report.ts';
import { saidFor } from './said-for.ts';
import { sealed } from './text.ts';

/** The line that was asked for is kept as evidence, and the report counts with it. */
export async function reportProved(ask: Ask, line: string): Promise<Reply> {
  const { ref, texts } = sealed(maskedText(line), randomUUID());
  const open = ask.facts.filter((f) => !f.settled);
  const proved = together(open.map((f) => recordEvidence([f], saidFor(ask, f), { form: 'place', text: ref })));
  const reply = await reportDone(ask, proved.occurrences, {});
  if (!reply.recorded) return reply;
  return { ...reply, recorded: together([proved, reply.recorded]), texts: { ...reply.texts, ...texts } };
}

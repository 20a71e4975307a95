import type { Done } from '../core/check-in.ts';
import { missingOf } from '../core/duties/contract.ts';
import { dutyKind } from '../core/duties/index.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { evidenceIn } from '../core/reply/evidence.ts';
import { sentenceOf } from '../core/reply/sentence.ts';
import { canBeDone } from '../core/standing.ts';
import { whenDue } from '../core/wording/dates.ts';
import { askBack } from './asking.ts';
import { askCheck } from './check-question.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { dutyIn } from './office.ts';
import { contextOf } from './surroundings.ts';

/** Asks for what a record still lacks before it may count; undefined if nothing is missing. */
export function askMissing(ask: Ask, facts: readonly OccurrenceFacts[], given: Done): Reply | undefined {
  const waiting = facts.filter((f) => !f.settled && canBeDone(f, ask.said.at) === 'yes');
  for (const one of waiting) {
    const duty = dutyIn(ask.office, one);
    const lacking = missingOf(dutyKind(one.kind), duty, one);
    // Of several at once (都办完了) no line is asked: it would belong to one of them only.
    const lined = given.line !== undefined || given.unchanged || waiting.length > 1;
    const [missing] = lined ? lacking.filter((field) => field !== 'text') : lacking;
    if (missing === 'text') return askLine(ask, one);
    if (missing === 'checks') return askCheck(ask, duty!, one);
    if (missing === 'evidence' && !namesEvidence(ask)) return askEvidence(ask, one);
  }
  return undefined;
}

/** 进展情况: one line in their own words, for the period that it names; that nothing changed is one tap. */
function askLine(ask: Ask, facts: OccurrenceFacts): Reply {
  const { id, title } = facts;
  const when = whenDue(facts, ask.office.plan.organization.zone, ask.said.at);
  const label = phrase('progress-unchanged');
  const unchanged = { id: 'unchanged', label, action: { command: 'done', about: [id], with: { unchanged: true } } };
  const free = { command: 'done', about: [id], with: { line: true, words: true } };
  return askBack(ask, { question: 'why', head: [phrase('progress-ask', { title, when })], choices: [unchanged], free });
}

/** 已报 without anything that proves it where the plan requires it: a file, or a line on where it lies. */
function askEvidence(ask: Ask, { id, title }: OccurrenceFacts): Reply {
  const head = [phrase('check-evidence', { title }), phrase('check-evidence-hint')];
  const free = { command: 'done', about: [id], with: { proof: true } };
  return askBack(ask, { question: 'why', head, choices: [], free });
}

/** 报了，纪要存2号柜: the sentence that reports it names the proof as well, and it is kept with the report. */
function namesEvidence(ask: Ask): boolean {
  const context = contextOf(ask, { open: [], shown: [], about: [], last: [] });
  return ask.event.type === 'text' && evidenceIn(sentenceOf(ask.words, context)).length > 0;
}

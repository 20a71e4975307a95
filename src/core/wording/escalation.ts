import type { Instant } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { overdueBy } from '../standing.ts';
import { whenDue } from './dates.ts';
import { comrade, mattersOf, nameOf, titlePhrase } from './item.ts';

/** To a superior, the head or a supervisor: what, whose, how late, why it comes to them and who knows. */
export function escalationMessage(question: {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly now: Instant;
}): Message {
  const { plan, to, facts, now } = question;
  const matters = mattersOf(facts);
  const lines: Line[] = [{ text: phrase('escalation-head', { name: nameOf(plan, to), count: matters.length }) }];
  matters.forEach((matter, i) => {
    const { first } = matter;
    const args = { no: i + 1, person: comrade(plan, first.asked), title: titlePhrase(matter, plan) };
    const when = whenDue(first, plan.organization.zone, now);
    lines.push({ text: phrase('escalation-item', args), bold: true, item: i + 1 });
    lines.push({ text: phrase('alert-late', { when, days: overdueBy(first, plan.organization, now) }) });
  });
  const role = to === plan.organization.head ? 'head' : 'superior';
  lines.push({ text: phrase(`escalation-why-${role}`) }, { text: phrase('escalation-private') });
  const about = facts.map((f) => f.id);
  return {
    lines,
    buttons: [[{ label: phrase('button-urge-office'), action: { command: 'urge', about } }]],
    items: matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) })),
  };
}

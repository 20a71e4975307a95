import { standInFor } from '../absence/absence.ts';
import type { Instant } from '../calendar.ts';
import { person, secretaryOf } from '../ladder.ts';
import type { Line, Message } from '../message.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { answerLine, latePhrase, streakLine } from './alert.ts';
import { comrade, mattersOf, nameOf, titlePhrase } from './item.ts';

/** Why it comes to this person: each place in the ladder has its own sentence. */
function whyPhrases(to: PersonId, facts: readonly OccurrenceFacts[], plan: Plan, now: Instant): readonly Phrase[] {
  const away = plan.people.find((p) => p.id !== to && standInFor(plan, p.id, now) === to && isAbove(p.id, facts, plan));
  if (away) return [phrase('time-why-stand-in', { person: comrade(plan, away.id) })];
  return [phrase(whyOf(to, facts, plan))];
}

function whyOf(to: PersonId, facts: readonly OccurrenceFacts[], plan: Plan): string {
  const secretary = secretaryOf(plan);
  const { head } = plan.organization;
  if (to === head) return 'escalation-why-head';
  if (facts.some((f) => superiorOf(f, plan) === to)) return 'escalation-why-superior';
  const roles = plan.people.find((p) => p.id === to)?.roles ?? [];
  const top = facts.every((f) => f.asked === head || f.asked === secretary);
  return roles.includes('supervisor') && top ? 'time-why-supervisor' : 'time-why-named';
}

function isAbove(id: PersonId, facts: readonly OccurrenceFacts[], plan: Plan): boolean {
  return id === plan.organization.head || facts.some((f) => superiorOf(f, plan) === id);
}

function superiorOf({ asked }: OccurrenceFacts, plan: Plan): PersonId | null {
  return person(plan, asked)?.superior ?? null;
}

/** To a superior, the head or a supervisor: what, whose, how late, why it comes to them and who knows. */
export function escalationMessage(question: {
  readonly plan: Plan;
  readonly to: PersonId;
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly now: Instant;
  /** Where it stands under a list: the number of that list's last item. */
  readonly after?: number;
}): Message {
  const { plan, to, facts, now, after = 0 } = question;
  const matters = mattersOf(facts);
  const numbered = matters.length > 1 || after > 0;
  const lines: Line[] = [{ text: phrase('escalation-head', { name: nameOf(plan, to), count: matters.length }) }];
  matters.forEach((matter, i) => {
    const { first } = matter;
    const no = numbered ? after + i + 1 : 0;
    const args = { person: comrade(plan, first.asked), title: titlePhrase(matter, plan) };
    const title = numbered ? phrase('alert-item-numbered', { no, ...args }) : phrase('alert-item', args);
    lines.push({ text: title, bold: true, item: no }, { text: latePhrase(first, plan, now) });
    lines.push(...streakLine(first), ...answerLine(first));
  });
  lines.push(...whyPhrases(to, facts, plan, now).map((text) => ({ text })), { text: phrase('escalation-private') });
  const about = facts.map((f) => f.id);
  return {
    lines,
    buttons: [[{ label: phrase('button-urge-office'), action: { command: 'urge', about } }]],
    items: matters.map((matter, i) => ({ no: numbered ? after + i + 1 : 0, about: matter.facts.map((f) => f.id) })),
  };
}

import { toPerson } from './ladder.ts';
import type { Notice } from './notice.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { phrase } from './phrase.ts';
import type { Measure, Plan } from './plan/plan.ts';
import { whenDue } from './wording/dates.ts';

/** 主讲人: whoever gives the lecture hears of it when it is first spoken of, though others answer for it. */
export function presenterNotices(
  fresh: readonly OccurrenceFacts[],
  { duties }: Measure,
  { organization }: Plan,
  now: number,
): readonly Notice[] {
  if (duties.every(({ presenter }) => !presenter)) return [];
  const firsts = fresh.filter((f, i) => fresh.findIndex((g) => g.duty === f.duty && g.slot === f.slot) === i);
  return firsts.flatMap((facts): readonly Notice[] => {
    const presenter = duties.find((d) => d.id === facts.duty)?.presenter;
    if (!presenter || facts.history || facts.settled || presenter === facts.asked) return [];
    const text = phrase('presenter-told', {
      title: facts.title,
      when: whenDue(facts, organization.zone, now),
    });
    const to = toPerson(presenter);
    const message = { lines: [{ text }], buttons: [], items: [] };
    return [{ id: `presenter@${facts.duty}@${facts.slot}~${to}`, kind: 'plain', to, at: now, message }];
  });
}

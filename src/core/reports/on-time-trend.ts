import { phrase } from '../phrase.ts';
import { shortDay } from '../wording/dates.ts';
import type { Report } from './contract.ts';
import { countsOf } from './counts.ts';
import { longDay } from './figures/record.ts';
import { instantsOf, weeksIn } from './figures/spans.ts';

/** As many as a phone can show with their labels. */
const shownWeeks = 7;

/** Week by week, how much of what should have been done by then was done in time. Leave and outages count for nobody. */
export const onTimeTrend = {
  id: 'on-time-trend',
  form: 'picture',
  span: 'quarter',
  compose(question) {
    const { plan, days, asOf } = question;
    const { zone } = plan.organization;
    const begun = weeksIn(days).filter((week) => instantsOf(week, zone).from <= asOf);
    const weeks = begun.slice(-shownWeeks);
    return {
      picture: 'trend',
      fileName: phrase('report-trend-file', { office: plan.organization.name, day: days.last }),
      title: phrase('report-trend-title', { office: plan.organization.name }),
      subtitle: phrase('report-span-plain', {
        from: longDay((weeks[0] ?? days).first),
        to: shortDay((weeks.at(-1) ?? days).last),
      }),
      unit: phrase('report-trend-unit'),
      points: weeks.map((week) => {
        const { done, doneLate, overdue, missed } = countsOf({ ...question, ...instantsOf(week, zone) });
        const label = `${Number(week.first.slice(5, 7))}.${Number(week.first.slice(8))}`;
        return { label, part: done, of: done + doneLate + overdue + missed };
      }),
    };
  },
} satisfies Report;

import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { DutyShape } from '../shape.ts';
import type { PlanRule } from './contract.ts';

/** A duty that comes after another must not, in the end, come after itself: one report would raise duties for ever. */
export const eventCycles: PlanRule = {
  id: 'event-cycles',
  check({ measures }) {
    const items = measures.flatMap(({ duties }) => duties).filter(({ value }) => typeof value.schedule === 'object');
    const duties = items.map(({ value }) => value);
    return items.flatMap(({ place, value }): readonly PlanProblem[] =>
      raises(value, value, duties, new Set())
        ? [problemAt(within(place, 'schedule', 'after'), 'after-itself', { title: value.title })]
        : [],
    );
  },
};

function raises(from: DutyShape, to: DutyShape, all: readonly DutyShape[], seen: Set<string>): boolean {
  return all
    .filter((duty) => waitsFor(duty, from) && !seen.has(duty.id))
    .some((duty) => {
      seen.add(duty.id);
      return duty === to || raises(duty, to, all, seen);
    });
}

/** An event is a duty id, a kind, or a name used in /meeting (DESIGN §5). */
function waitsFor({ schedule }: DutyShape, event: DutyShape): boolean {
  return typeof schedule === 'object' && (schedule.after === event.id || schedule.after === event.kind);
}

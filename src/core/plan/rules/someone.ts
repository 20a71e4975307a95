import type { Draft, Item, MeasureItem } from '../draft.ts';
import { type PlanProblem, problemAt, within } from '../problem.ts';
import { membersOf } from '../selectors.ts';
import type { DutyShape } from '../shape.ts';
import type { PlanRule } from './contract.ts';

/** Every duty is somebody's, every selector finds somebody, and a measure without duties has a lead to ask. */
export const someone: PlanRule = {
  id: 'someone',
  check: (draft) =>
    draft.measures.flatMap((measure) => [
      ...measure.duties.flatMap((duty) => [...ownerless(duty, measure), ...empty(duty, draft)]),
      ...(measure.duties.length === 0 && !measure.brokenDuties && !measure.value.lead && !measure.dropped?.has('lead')
        ? [problemAt(measure.place, 'measure-without-lead', { title: measure.value.title })]
        : []),
    ]),
};

/** Without `who` a duty is its measure's lead's. */
function ownerless({ place, value, dropped }: Item<DutyShape>, measure: MeasureItem): readonly PlanProblem[] {
  if (dropped?.has('who') || measure.dropped?.has('lead')) return [];
  const who = value.who ?? (measure.value.lead ? [measure.value.lead] : []);
  return who.length > 0 || value.coUnits
    ? []
    : [problemAt(within(place, 'who'), 'duty-without-people', { title: value.title })];
}

function empty({ place, value }: Item<DutyShape>, draft: Draft): readonly PlanProblem[] {
  // Whoever would have been found may be among the broken parts, which were reported.
  if (draft.broken.size > 0 || draft.absent.has('people')) return [];
  return (['who', 'with'] as const).flatMap((key) =>
    (value[key] ?? []).flatMap((selector, i) =>
      membersOf(selector, draft)?.length === 0
        ? [problemAt(within(place, key, i), 'nobody-selected', { selector })]
        : [],
    ),
  );
}

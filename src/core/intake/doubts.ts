import type { LocalDate } from '../calendar.ts';
import { phrase } from '../phrase.ts';
import type { Doubt, Draft, DraftMeasure } from './draft.ts';
import type { FoundDuty } from './duty/context.ts';
import { namesNobody } from './owner.ts';

/** What the doubts are made from: the draft, and what was noticed on the way. */
export interface Noticed {
  readonly draft: Omit<Draft, 'doubts'>;
  readonly duties: readonly (readonly FoundDuty[])[];
  /** Deadlines that could not be read, by measure. */
  readonly unclear: readonly (string | null)[];
  readonly yearMissing: boolean;
  readonly unreadable: ReadonlySet<FoundDuty>;
  readonly today: LocalDate;
}

/** All that must be asked or known, the year first; doubts that one answer settles share `same`. */
export function doubtsOf(noticed: Noticed): readonly Doubt[] {
  const { draft } = noticed;
  return [
    ...yearDoubt(noticed),
    ...claimDoubts(draft),
    ...problemDoubts(draft),
    ...draft.measures.flatMap((measure, m) => measureDoubts(measure, m, noticed)),
    ...pastDoubt(noticed),
  ];
}

function yearDoubt({ yearMissing }: Noticed): readonly Doubt[] {
  return yearMissing ? [{ code: 'no-year', about: phrase('intake-no-year'), same: 'year' }] : [];
}

function claimDoubts({ claimed, problems, measures }: Noticed['draft']): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const differs = (what: string, said: number | null, listed: number): void => {
    if (said === null || said === listed) return;
    doubts.push({
      code: 'claimed-differs',
      about: phrase(`intake-claimed-${what}`, { said, listed }),
      same: `claimed|${what}`,
    });
  };
  differs('problems', claimed.problems, problems.length);
  if (measures.length) differs('measures', claimed.measures, measures.length);
  const aspects = new Set(problems.map(({ aspect }) => aspect).filter(Boolean)).size;
  if (aspects) differs('aspects', claimed.aspects, aspects);
  return doubts;
}

function problemDoubts({ problems, measures, kind }: Noticed['draft']): readonly Doubt[] {
  if (kind === 'feedback') return [];
  const answered = new Set(measures.flatMap((measure) => measure.problems));
  return problems
    .filter(({ no }) => !answered.has(no))
    .map(({ no, text, place }) => ({
      code: 'problem-without-measure',
      place,
      about: phrase('intake-problem-without-measure', { no, text: short(text) }),
      item: { problem: no },
      same: `problem|${no}`,
    }));
}

function measureDoubts(measure: DraftMeasure, m: number, noticed: Noticed): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const title = short(measure.title);
  const add = (doubt: Omit<Doubt, 'place' | 'item'>, duty?: number): void => {
    doubts.push({ ...doubt, place: measure.place, item: { measure: m, ...(duty === undefined ? {} : { duty }) } });
  };
  if (!measure.duties.length && !measure.closed)
    add({
      code: 'measure-without-duty',
      about: phrase('intake-measure-without-duty', { title }),
      same: `measure|${m}`,
    });
  const unclear = noticed.unclear[m];
  if (unclear)
    add({
      code: /[XＸ×x]{1,2}[年月日]/.test(unclear) ? 'masked' : 'unclear-deadline',
      about: phrase(/[XＸ×x]{1,2}[年月日]/.test(unclear) ? 'intake-masked' : 'intake-unclear-deadline', {
        title,
        words: unclear,
      }),
      same: `deadline|${unclear}`,
    });
  noticed.duties[m]!.forEach((duty, d) => {
    for (const doubt of dutyDoubts(duty, title, measure.department, noticed)) add(doubt, d);
  });
  return doubts;
}

function dutyDoubts(
  duty: FoundDuty,
  title: string,
  department: string | null,
  noticed: Noticed,
): readonly Omit<Doubt, 'place' | 'item'>[] {
  return [...whoDoubts(duty, title, department), ...whenDoubts(duty, noticed)];
}

function whoDoubts(
  duty: FoundDuty,
  title: string,
  department: string | null,
): readonly Omit<Doubt, 'place' | 'item'>[] {
  if (duty.event === '缺席') return [];
  if (!duty.owner)
    return [
      {
        code: 'no-owner',
        about: phrase('intake-no-owner', { duty: short(duty.title), title }),
        same: `who|${department ?? ''}`,
      },
    ];
  if (namesNobody(duty.owner))
    return [
      { code: 'nobody-named', about: phrase('intake-nobody-named', { words: duty.owner }), same: `who|${duty.owner}` },
    ];
  return [];
}

function whenDoubts(duty: FoundDuty, noticed: Noticed): readonly Omit<Doubt, 'place' | 'item'>[] {
  const name = short(duty.title);
  const proposed = duty.schedule ?? duty.offer;
  const offer = proposed ? { proposed: { schedule: proposed } } : {};
  if (noticed.unreadable.has(duty))
    return [
      {
        code: 'unreadable-schedule',
        about: phrase('intake-unreadable-schedule', { duty: name, words: duty.scheduleText ?? '' }),
        same: `when|${name}|${duty.scheduleText}`,
      },
    ];
  if (duty.openDeadline === 'anchor')
    return [
      {
        code: 'unclear-deadline',
        about: phrase('intake-no-anchor', { duty: name, words: duty.scheduleText ?? '' }),
        same: `anchor|${duty.scheduleText}`,
      },
    ];
  if (duty.fuzzy)
    return [
      {
        code: 'fuzzy-schedule',
        about: phrase(
          /学[期年]/.test(duty.fuzzy) ? 'intake-term-offer' : proposed ? 'intake-fuzzy-offer' : 'intake-fuzzy',
          {
            duty: name,
            words: duty.fuzzy,
            proposed: proposed ?? '',
          },
        ),
        same: `when|${name}|${duty.fuzzy}`,
        ...offer,
      },
    ];
  if (duty.event && duty.event !== '缺席' && !duty.schedule)
    return [{ code: 'event-only', about: phrase('intake-event-only', { duty: name }), same: `event|${name}` }];
  if (duty.schedule || duty.openDeadline) return [];
  return [
    {
      code: 'no-schedule',
      about: phrase(proposed ? 'intake-no-schedule-offer' : 'intake-no-schedule', {
        duty: name,
        proposed: proposed ?? '',
      }),
      same: `when|${name}`,
      ...offer,
    },
  ];
}

function pastDoubt({ draft, today }: Noticed): readonly Doubt[] {
  const past = draft.measures.filter(
    ({ deadline }) => deadline?.due && deadline.due !== 'immediate' && deadline.due < today,
  );
  if (!past.length) return [];
  return [{ code: 'past-dates', about: phrase('intake-past-dates', { count: past.length }), same: 'past' }];
}

function short(text: string): string {
  const line = text.replace(/\n/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

import { localOf } from '../../core/calendar.ts';
import { occurrencesAfter } from '../../core/opening.ts';
import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { waitingFor } from '../report.ts';
import type { Command } from './contract.ts';

/** `/meeting 党组会 已开`: something took place that other duties wait for. */
export const meeting: Command = {
  id: 'meeting',
  typed: ['meeting', '会议'],
  who: 'office',
  async run({ world, office, said, words }) {
    const name = words.replace(/(已经?|刚)?(开了|已开|开完|召开)\S*$/u, '').trim();
    const waiting = waitingFor(office, [name]);
    if (name === '' || waiting.length === 0) return { message: answer(phrase('meeting-unknown', { name })) };
    const { date, time } = localOf(said.at, office.plan.organization.zone);
    const slot = `e${date}T${time.replace(':', '')}`;
    const opened = waiting.flatMap((duty) => occurrencesAfter(duty, { slot, at: said.at }, office));
    const existing = await world.store.ledger.occurrences(
      office.org,
      opened.map((f) => f.id),
    );
    const fresh = opened.filter((f) => existing.every((e) => e.id !== f.id));
    const entries = fresh.map((facts) => ({
      at: said.at,
      by: said.by,
      about: [facts.id],
      measure: facts.measure,
      planVersion: office.planVersion,
      kind: 'opened' as const,
      facts,
    }));
    return {
      recorded: { entries, occurrences: fresh, refused: [] },
      message: answer(phrase('meeting-recorded', { name, count: fresh.length })),
    };
  },
};

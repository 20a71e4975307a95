import { ofWhom } from '../../core/absence/of-whom.ts';
import { readSpan, reasonIn, tellsWhy } from '../../core/absence/read-span.ts';
import { dateAt } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import type { Person, Plan } from '../../core/plan/plan.ts';
import { todayAt } from '../../core/reply/day.ts';
import { spanPhrase } from '../../core/wording/absence.ts';
import { answer } from '../../core/wording/echo.ts';
import { comrade, reasonPhrase } from '../../core/wording/item.ts';
import { tellAbsence } from '../absence.ts';
import { actsForOffice } from '../office.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** `/away 王志强 周三到周五 出差 由陈敏代`: somebody is away; without a name, the speaker. Alone: who is. */
export const away: Command = {
  id: 'away',
  typed: ['away', '外出', '出差'],
  who: 'everyone',
  async run(ask) {
    const { office, speaker, said, words } = ask;
    const { plan } = office;
    const { zone, calendar } = plan.organization;
    if (words.trim() === '') return { message: whoIsAway(ask) };
    const { person, standIn } = ofWhom(words, plan.people, speaker);
    if (person === 'unclear' || (person === speaker && startsWithStranger(ask)))
      return { message: answer(phrase('time-away-unclear'), phrase('time-away-usage')) };
    if (person !== speaker && !actsForOffice(office, speaker, said.at))
      return { message: answer(phrase('not-allowed')) };
    const span = readSpan(withoutName(words, plan, person), todayAt(said.at, zone, calendar));
    if (!span) return { message: answer(phrase('time-away-usage')) };
    return tellAbsence(ask, { person, ...span, reason: reasonIn(words), ...(standIn ? { standIn } : {}) });
  },
};

/** /away 刘强 周三到周五: a name that nobody bears is not left out, or the speaker would be away. */
export function startsWithStranger({ office, speaker, said, words }: Ask): boolean {
  const [first = ''] = words.trim().split(/\s+/);
  const { plan } = office;
  if (!/^[\p{L}·]{2,}$/u.test(first) || tellsWhy(first)) return false;
  const itself = plan.people.find((p) => p.id === speaker);
  if (itself && namesOf(itself).some((name) => name.startsWith(first) || first.includes(name))) return false;
  const { zone, calendar } = plan.organization;
  return readSpan(first, todayAt(said.at, zone, calendar)) === null;
}

function namesOf({ id, name, aliases }: Person): readonly string[] {
  return [name, ...aliases, id].filter((form) => form !== '');
}

function withoutName(words: string, plan: Plan, id: string): string {
  const person = plan.people.find((p) => p.id === id);
  return person ? namesOf(person).reduce((text, form) => text.replaceAll(form, ' '), words) : words;
}

function whoIsAway({ office, said }: Ask): Reply['message'] {
  const { plan } = office;
  const today = dateAt(said.at, plan.organization.zone);
  const lines = plan.people.flatMap((person) =>
    person.away
      .filter(({ to }) => to >= today)
      .map((a) =>
        phrase('time-away-other', {
          person: comrade(plan, person.id),
          span: spanPhrase(a),
          reason: reasonPhrase(a.reason ?? 'away'),
        }),
      ),
  );
  return answer(...(lines.length > 0 ? lines.slice(0, 10) : [phrase('time-away-nobody')]), phrase('time-away-usage'));
}

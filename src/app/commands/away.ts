import { readSpan, reasonIn } from '../../core/absence/read-span.ts';
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

const STAND_IN = /(?:由|请|让)\s*(\S+?)\s*(?:同志)?(?:代|顶|负责|主持)|(?:stand-?in|instead|by)[:\s]+(\S+)/i;

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
    const named = STAND_IN.exec(words);
    const standIn = named && personIn(named[1] ?? named[2] ?? '', plan);
    const rest = named ? words.replace(named[0], ' ') : words;
    const person = personIn(rest, plan)?.id ?? speaker;
    if (person !== speaker && !actsForOffice(office, speaker, said.at))
      return { message: answer(phrase('not-allowed')) };
    const span = readSpan(withoutName(rest, plan, person), todayAt(said.at, zone, calendar));
    if (!span || (named && !standIn)) return { message: answer(phrase('time-away-usage')) };
    const given = standIn && standIn.id !== person ? { standIn: standIn.id } : {};
    return tellAbsence(ask, { person, ...span, reason: reasonIn(rest), ...given });
  },
};

function namesOf({ id, name, aliases }: Person): readonly string[] {
  return [name, ...aliases, id].filter((form) => form !== '');
}

/** The longest name that stands in the words; two people by one alias are nobody. */
export function personIn(words: string, { people }: Plan): Person | undefined {
  const found = people.flatMap((person) =>
    namesOf(person)
      .filter((form) => words.includes(form))
      .map((form) => ({ person, size: form.length })),
  );
  const longest = found.filter(({ size }) => size === Math.max(...found.map((f) => f.size)));
  const ids = new Set(longest.map(({ person }) => person.id));
  return ids.size === 1 ? longest[0]?.person : undefined;
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

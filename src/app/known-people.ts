import { personOf } from '../core/holder.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { personIn } from '../core/plan/look-up.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { familiarFor } from '../core/reply/familiar-words.ts';
import type { Ask } from './commands/contract.ts';
import type { Meaning } from './meaning.ts';
import { dutyIn } from './office.ts';

/**
 * 老王老李出差, 小李也去了: whoever is called so need not be the one 王 of the roster, unless the plan counts on them. Their
 * number is in 应到 and 实到; a wrong name is not put on record.
 */
export function knownPeople({ office, words }: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Meaning {
  const expected = new Set(facts.flatMap((f) => [...(dutyIn(office, f)?.who.map(personOf) ?? []), f.counterpart]));
  const isSure = (id: PersonId, said: string): boolean => {
    const known = personIn(office.plan, id);
    return !known || expected.has(known.id) || familiarFor(said, known) === undefined;
  };
  const absent = act.absent.filter(({ person, name }) => person === undefined || isSure(person, name));
  const people = act.people.filter((id) => isSure(id, words));
  return absent.length + people.length === act.absent.length + act.people.length ? act : { ...act, absent, people };
}

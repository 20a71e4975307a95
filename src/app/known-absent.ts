import { personOf } from '../core/holder.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { personIn } from '../core/plan/look-up.ts';
import { familiarFor } from '../core/reply/familiar-words.ts';
import type { Ask } from './commands/contract.ts';
import type { Meaning } from './meaning.ts';
import { dutyIn } from './office.ts';

/**
 * 老王老李出差, of a meeting of 23: whoever is called so need not be the one 王 of the roster, unless the plan counts on
 * them. Their number is in 应到 and 实到; a wrong name is not put on record.
 */
export function knownAbsent({ office }: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Meaning {
  const expected = new Set(facts.flatMap((f) => dutyIn(office, f)?.who.map(personOf) ?? []));
  const absent = act.absent.filter(({ person, name }) => {
    const known = person === undefined ? undefined : personIn(office.plan, person);
    return !known || expected.has(known.id) || familiarFor(name, known) === undefined;
  });
  return absent.length === act.absent.length ? act : { ...act, absent };
}

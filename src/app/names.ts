import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { personIn } from '../core/plan/look-up.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { UnresolvedName } from '../core/reply/contract.ts';
import { familiarFor } from '../core/reply/familiar-words.ts';
import { nameOf } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Meaning } from './meaning.ts';
import type { Office } from './office.ts';

/** At most so many people to choose from: more would be a roster, not a question. */
const MOST = 8;

/**
 * A name that fits several people or nobody is asked back, never guessed (DOMAIN §9.8). Undefined where nothing needs
 * asking: who else came to a gathering may well be from outside.
 */
export function askName(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Reply | undefined {
  const missing = act.absent.find((a) => a.person === undefined);
  if (missing && facts.some((f) => f.gathering)) return askAbsent(ask, facts, act, missing.name);
  const talks = facts.filter((f) => f.counterpart !== undefined);
  const [name] = act.unresolved.filter((u) => talks.length > 0 || u.candidates.length > 1);
  if (name) return askWho(ask, facts, act, name);
  const guessed = talks.length > 0 ? guessedIn(ask, act.people) : undefined;
  return (
    guessed && askWho(ask, facts, { ...act, people: act.people.filter((p) => p !== guessed.person) }, guessed.name)
  );
}

/** 和小王谈了: the only 王 of the roster is proposed, and not put on record unseen. A tap has answered that. */
function guessedIn({ office, action, words }: Ask, people: readonly PersonId[]) {
  if (action) return undefined;
  for (const id of people) {
    const person = personIn(office.plan, id);
    const form = person && familiarFor(words, person);
    if (form) return { person: id, name: { name: form, candidates: [id] } };
  }
  return undefined;
}

function askWho(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning, name: UnresolvedName): Reply {
  const talks = facts.filter((f) => f.counterpart !== undefined);
  const owed = talks.map((f) => f.counterpart!);
  const fitting = name.candidates.filter((c) => talks.length === 0 || owed.includes(c));
  const people = fitting.length > 0 ? fitting : name.candidates.length > 0 ? name.candidates : owed;
  const left = act.unresolved.filter((u) => u !== name);
  return question(ask, name.name, people, (person) => {
    const all = [...new Set([...act.people, person])];
    const about = talks.length > 0 ? talks.filter((f) => all.includes(f.counterpart!)) : facts;
    return { about, act: { ...act, people: all, unresolved: left } };
  });
}

function askAbsent(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning, name: string): Reply {
  const people = [...new Set(facts.map((f) => f.person))];
  const alike = people.filter(
    (p) => nameOf(ask.office.plan, p).includes([...name].at(-1)!) || sameSurname(ask, p, name),
  );
  return question(ask, name, alike.length > 0 ? alike : people, (person) => ({
    about: facts,
    act: { ...act, absent: act.absent.map((a) => (a.name === name ? { ...a, person } : a)) },
  }));
}

const sameSurname = (ask: Ask, person: PersonId, name: string): boolean =>
  name.includes(nameOf(ask.office.plan, person)[0] ?? name);

function question(
  ask: Ask,
  name: string,
  people: readonly PersonId[],
  chosen: (person: PersonId) => { readonly about: readonly OccurrenceFacts[]; readonly act: Meaning },
): Reply {
  const choices = people.slice(0, MOST).map((person): Choice => {
    const { about, act } = chosen(person);
    return {
      id: person,
      label: personPhrase(ask.office, person),
      action: { command: 'choose', about: about.map((f) => f.id), with: { act: JSON.stringify(act) } },
    };
  });
  if (choices.length === 0)
    return { message: { lines: [{ text: phrase('name-unclear', { name }) }], buttons: [], items: [] } };
  return askBack(ask, {
    question: 'which-person',
    name,
    head: [phrase('which-person', { name })],
    choices,
  });
}

/** Name and post, so that two of one name can be told apart. */
function personPhrase({ plan }: Office, person: PersonId): Phrase {
  const post = plan.people.find((p) => p.id === person)?.post;
  const name = nameOf(plan, person);
  return post ? phrase('person-and-post', { name, post }) : phrase('button-person', { name });
}

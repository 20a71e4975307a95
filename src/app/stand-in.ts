import { recordDelegated } from '../core/check-in.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import { type Notice, noticeId } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { personIn } from '../core/plan/look-up.ts';
import type { PersonId } from '../core/plan/plan.ts';
import { familiarFor } from '../core/reply/familiar-words.ts';
import { answer } from '../core/wording/echo.ts';
import { comrade, mattersOf, nameOf, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Meaning } from './meaning.ts';
import { tellOffice } from './tell-office.ts';

/** 委托: the named stand-in is asked from now on and hears why; the secretary sees it (DESIGN §2). */
export function delegateTo(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Reply {
  const { office, said, speaker } = ask;
  const to = act.delegateTo;
  const [unclear] = act.unresolved;
  if (to === null) return unclear ? whoStandsIn(ask, facts, act) : tellOffice(ask, facts, 'delegate');
  const guessed = familiarNameFor(ask, to);
  if (guessed) {
    const unresolved = [{ name: guessed, candidates: [to] }];
    return whoStandsIn(ask, facts, { ...act, delegateTo: null, unresolved });
  }
  const mine = facts.filter((f) => !f.gathering && f.asked !== to && f.counterpart !== to);
  // A part in a meeting is nobody else's; and nobody talks with themself.
  if (mine.length === 0 || to === speaker) return tellOffice(ask, facts, 'delegate');
  const recorded = recordDelegated(mine, said, to);
  const [matter] = mattersOf(recorded.occurrences);
  const title = titlePhrase(matter!, office.plan);
  return {
    recorded,
    message: answer(phrase('delegated', { title, person: comrade(office.plan, to) })),
    notices: [...toStandIn(ask, recorded.occurrences, to), ...toSecretary(ask, mine, to)],
    shows: mine.map((f) => f.id),
  };
}

/** 安排小李去: a duty is not put on the one 李 of the roster without asking. A tap has answered that. */
function familiarNameFor({ office, action, words }: Ask, to: PersonId): string | undefined {
  const person = personIn(office.plan, to);
  return person && !action ? familiarFor(words, person) : undefined;
}

function toStandIn({ office, said, speaker }: Ask, facts: readonly OccurrenceFacts[], to: PersonId): Notice[] {
  const why = phrase('delegated-why', { by: comrade(office.plan, speaker) });
  return facts.map((f) => ({
    id: noticeId(f.id, `${f.revision}.d${said.at}~${toPerson(to)}`),
    kind: 'nudge',
    to: toPerson(to),
    at: said.at,
    occurrence: f.id,
    measure: f.measure,
    revision: f.revision,
    why,
  }));
}

function toSecretary(ask: Ask, facts: readonly OccurrenceFacts[], to: PersonId): Notice[] {
  const { office, said, speaker } = ask;
  const secretary = secretaryOf(office.plan);
  if (!secretary || secretary === speaker || secretary === to) return [];
  const [matter] = mattersOf(facts);
  const args = {
    by: comrade(office.plan, speaker),
    person: comrade(office.plan, to),
    title: titlePhrase(matter!, office.plan),
  };
  const message = answer(phrase('delegated-told', args));
  const id = `delegated@${said.source}~${toPerson(secretary)}`;
  return [{ id, kind: 'plain', to: toPerson(secretary), at: said.at, message }];
}

function whoStandsIn(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning): Reply {
  const [unclear] = act.unresolved;
  const choices = (unclear?.candidates ?? []).slice(0, 8).map((person): Choice => {
    const meant = { ...act, delegateTo: person, unresolved: [] };
    const action = { command: 'choose', about: facts.map((f) => f.id), with: { act: JSON.stringify(meant) } };
    return { id: person, label: phrase('button-person', { name: nameOf(ask.office.plan, person) }), action };
  });
  const name = unclear?.name ?? '';
  if (choices.length === 0) return { message: answer(phrase('name-unclear', { name })) };
  return askBack(ask, { question: 'which-person', name, head: [phrase('which-person', { name })], choices });
}

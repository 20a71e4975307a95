import type { Action } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { maskedText } from '../core/reply/mask.ts';
import { whenDue } from '../core/wording/dates.ts';
import { type Matter, mattersOf, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { confided, type Meaning } from './meaning.ts';

/** What one message can list. */
const MOST = 9;

/** Several things fit: numbered choices, never a guess. What was said is carried out on what is chosen. */
export function askWhich(ask: Ask, facts: readonly OccurrenceFacts[], act: Meaning, words?: string): Reply {
  const matters = apart(mattersOf(facts)).slice(0, MOST);
  const { text: _, ...meant } = act as Meaning & { readonly text?: string };
  // What a report told stays with it, unless it may be of a talk.
  const said: Action['with'] = words === undefined || confided(facts, ask.office) ? {} : { said: maskedText(words) };
  const choices = matters.map((matter): Choice => {
    const about = matter.facts.map((f) => f.id);
    // Of several talks nobody is meant until a name is.
    const carries = matter.facts.every((f) => f.counterpart === undefined) || matter.facts.length === 1;
    return {
      id: about[0]!,
      label: titlePhrase(matter, ask.office.plan),
      line: choiceLine(matter, matters, ask),
      action: carries
        ? { command: 'choose', about, with: { act: JSON.stringify(meant), ...said } }
        : { command: 'open', about },
    };
  });
  const head = phrase(act.intent === 'done' ? 'which-done' : 'which-act');
  return askBack(ask, { question: 'which-item', head: [head], choices });
}

/** Talks of one period are one matter in a list; where there is room each pair is a choice of its own. */
function apart(matters: readonly Matter[]): readonly Matter[] {
  const single = matters.flatMap(({ facts }) =>
    facts.every((f) => f.counterpart) ? facts.map((f) => ({ facts: [f], first: f })) : [{ facts, first: facts[0]! }],
  );
  return single.length <= MOST ? single : matters;
}

/** Two periods of one duty are told apart by when they are due. */
export function choiceLine(matter: Matter, all: readonly Matter[], { office, said }: Ask): Phrase {
  const title = titlePhrase(matter, office.plan);
  const alike = (m: Matter) => m.first.title === matter.first.title && m.first.counterpart === matter.first.counterpart;
  if (all.filter(alike).length < 2) return title;
  return phrase('choice-period', { title, when: whenDue(matter.first, office.plan.organization.zone, said.at) });
}

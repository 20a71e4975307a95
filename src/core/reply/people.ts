import type { ReplyPerson } from './contract.ts';
import { departmentsIn, groupsIn } from './groups.ts';
import { latinNamesIn } from './latin-names.ts';
import { apart } from './marks.ts';
import { slipsIn } from './people-slips.ts';
import type { PersonMention } from './person-mention.ts';
import { rosterOf } from './roster.ts';
import { strangersIn } from './strangers.ts';
import { bareTitlesIn, titledIn } from './titled-names.ts';

/** More names than any office has: the rest of such a text is not looked at, so that time stays in proportion. */
const MOST = 120;

/** Every person named in the text, in order. `taken` are titles and dates, where no name is looked for. */
export function peopleIn(text: string, people: readonly ReplyPerson[], speaker: string): readonly PersonMention[] {
  const single = apart([...latinNamesIn(text, people), ...exactIn(text, people), ...titledIn(text, people, speaker)]);
  const known = apart([...single, ...groupsIn(text, people, speaker, single)]);
  const slips = slipsIn(text, people, known);
  const named = apart([...known, ...slips]);
  const strangers = strangersIn(text, people).filter((s) => !named.some((m) => s.from < m.to && m.from < s.to));
  const others = [...bareTitlesIn(text, people), ...departmentsIn(text, people)];
  const all = [...named, ...strangers];
  // 社会救助股小吴: the section only says which 小吴.
  const free = others.filter((s) => !all.some((m) => s.from < m.to && m.from <= s.to));
  return apart([...all, ...free]).slice(0, MOST);
}

function exactIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const { surnames, forms } = rosterOf(people);
  const found: PersonMention[] = [];
  for (const { form, ids, alone } of [...new Set(text)].flatMap((c) => forms.get(c) ?? [])) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      if (alone && surnames.has(text[at - 1] ?? '')) continue;
      if (!(form.length <= 3 && text[at - 1] === '副' && /[长任记]$/.test(form)))
        found.push({ from: at, to: at + form.length, form, ids, group: false });
    }
  }
  return found;
}

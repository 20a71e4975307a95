import { expect, test } from 'vitest';
import type { ReplyPerson } from '../../../src/core/reply/contract.ts';
import { strangeMatter } from '../../../src/core/reply/matter-named.ts';
import { readReply } from '../../../src/core/reply/reading.ts';
import { targetsOf } from '../../../src/core/reply/targets.ts';
import { item, scene } from './office.ts';

const names = ['Omar Haddad', 'Lucy Chan', 'Peter Voss', 'Ana Reyes'];
const people = names.map((name): ReplyPerson => {
  const id = name.split(' ')[0]!.toLowerCase();
  return { id, name, aliases: [], roles: [] };
});
const open = [
  item('review', 'meeting', 'Incident review'),
  item('audit', 'inspection', 'Hand hygiene audit'),
  item('omar', 'talk', 'One-to-one talk', undefined, { counterpart: 'omar' }),
  item('lucy', 'talk', 'One-to-one talk', undefined, { counterpart: 'lucy' }),
  item('walk', 'inspection', 'Walk round with the infection nurse'),
];
const context = scene({ speaker: 'ana', more: { people, open, about: [], shown: [] } });

test.each([
  ['hand hygiene audit done yesterday', ['audit: done']],
  ['the incident review was held on Tuesday, Lucy Chan was away', ['review: done']],
  ['incident review is cancelled this week', ['review: not_done']],
  ['walk round moved to next week', ['walk: postpone']],
  ['can Omar do the walk round instead of me?', ['walk: delegate']],
  ['I have not done the audit', ['audit: not_done']],
  ['had a chat with both Omar and Lucy on Friday', ['omar: done', 'lucy: done']],
  ['Omar and I talked yesterday', ['omar: done']],
] as const)('%s', (text, meant) => {
  const found = targetsOf(readReply(text, context), context).flatMap((t) =>
    'ask' in t ? [`ask: ${t.act.intent}`] : t.occurrences.map((id) => `${id}: ${t.act.intent}`),
  );
  expect(found).toEqual(meant);
});

test.each([
  ['monthly report submitted', 'monthly report'],
  ['the audit is done', undefined],
  ['report submitted', undefined],
])('%s names %s, which is not open', (text, name) => expect(strangeMatter(text, open)).toBe(name));

import { AS_PAPER, paperAnswer, proofCaption } from '../core/drafting/vocabulary.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { saidOf } from '../core/reply/deed-words.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { maskedText } from '../core/reply/mask.ts';
import { normalize } from '../core/reply/normalize.ts';
import { isPlainReport } from '../core/reply/revision.ts';
import { bareName, isCourtesy } from '../core/reply/sayings.ts';
import { isBareUndo } from '../core/reply/undo-words.ts';
import type { Asked } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { openItem, type Surroundings } from './surroundings.ts';

/** The sentence as an answer to the bot's own question: a number, a name, or the reason it asked for. */
export async function answersTo(
  ask: Ask,
  { asked, open }: Surroundings,
  text: string,
  reading: ReplyReading,
): Promise<Reply | undefined> {
  if (!asked) return undefined;
  const chosen =
    reading.pick?.from === 'choice'
      ? asked.choices.indexOf(reading.pick.id)
      : await placeNamed(ask, asked, text, reading);
  const action = chosen >= 0 ? asked.actions[chosen] : isReason(asked, reading, text, open) ? asked.free : undefined;
  const command = action && commandById(action.command);
  if (!action || !command) return undefined;
  const facts = await ask.world.store.ledger.occurrences(ask.office.org, action.about);
  // What is answered freely is written into entries, which cannot be erased: no number of a person, no mark of secrecy.
  const reply = await command.run({ ...ask, action, facts, words: chosen >= 0 ? '' : maskedText(text) });
  return chosen >= 0 ? { ...reply, answers: chosen } : reply;
}

async function placeNamed(ask: Ask, asked: Asked, text: string, { intent }: ReplyReading): Promise<number> {
  const paper = placeOfPaper(asked, text);
  if (paper >= 0) return paper;
  const person = placeOfName(ask, asked, text);
  return person < 0 && asked.question === 'which-item' && intent === 'none' ? placeOfItem(ask, asked, text) : person;
}

/** 作为方案起草, or 佐证 where there is one thing it could prove: in answer to what a file is. */
function placeOfPaper({ choices }: Asked, text: string): number {
  if (choices[0] !== AS_PAPER) return -1;
  if (proofCaption.test(text)) return choices.length === 2 ? 1 : -1;
  return paperAnswer.test(text) ? 0 : -1;
}

/** 是入户的照片, in answer to 哪一项: the only one of the choices that the words name. */
async function placeOfItem({ world, office }: Ask, { choices }: Asked, text: string): Promise<number> {
  const facts = await world.store.ledger.occurrences(office.org, choices);
  const plain = normalize(text).text;
  const weightOf = (f: OccurrenceFacts) => aboutness(plain, openItem(f)) + (names(office, f.counterpart, text) ? 3 : 0);
  const weights = choices.map((id) => facts.filter((f) => f.id === id).map(weightOf)[0] ?? 0);
  const best = Math.max(...weights);
  return best >= 2 && weights.filter((w) => w === best).length === 1 ? weights.indexOf(best) : -1;
}

function names({ plan }: Ask['office'], id: PersonId | undefined, text: string): boolean {
  const person = plan.people.find((p) => p.id === id);
  return person !== undefined && [person.name, ...person.aliases].some((form) => text.includes(form));
}

/** 刘敏, in answer to 哪一位: the name as the roster has it, or an alias. */
function placeOfName({ office }: Ask, asked: Asked, text: string): number {
  const said = bareName(text);
  return asked.choices.findIndex((id) => {
    const person = office.plan.people.find((p) => p.id === id);
    return person !== undefined && (person.name === said || person.aliases.includes(said));
  });
}

/** Whatever is no report, no correction, no nod and no courtesy may be the reason that was asked for. */
function isReason(
  { question, free }: Asked,
  { intent }: ReplyReading,
  text: string,
  open: readonly OccurrenceFacts[],
): boolean {
  if (isCourtesy(text)) return false;
  // One line in their own words may tell of anything, also of what was done; a bare 已报 is no line.
  if (free?.with?.words === true) {
    const line = intent !== 'undo' && intent !== 'question' && !isPlainReport(text);
    return line && !(intent === 'done' && reportsAnother(text, free.about, open));
  }
  // 记错了，其实没开: why the report is to be taken back.
  if (free?.command === 'correct' && intent === 'undo') return !isBareUndo(text);
  return question === 'why' && (intent === 'none' || intent === 'excuse' || intent === 'not_done');
}

/** 党组会开了, the morning after another question: what it says was done is owed, and is not what was asked about. */
function reportsAnother(text: string, about: readonly string[], open: readonly OccurrenceFacts[]): boolean {
  const said = saidOf(normalize(text).text, open.map(openItem)) ?? [];
  return said.length > 0 && said.every(({ occurrence }) => !about.includes(occurrence));
}

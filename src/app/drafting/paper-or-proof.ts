import { AS_PAPER, paperCaption, proofCaption } from '../../core/drafting/vocabulary.ts';
import type { OccurrenceFacts } from '../../core/occurrence.ts';
import { phrase } from '../../core/phrase.ts';
import { aboutness } from '../../core/reply/duty-words.ts';
import { normalize } from '../../core/reply/normalize.ts';
import { type Matter, mattersOf, titlePhrase } from '../../core/wording/item.ts';
import { askBack, askedOf, asksBack, type Choice } from '../asking.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { meantBy } from '../evidence.ts';
import type { Fetched } from '../fetched.ts';
import { proofWanted } from '../file-proof.ts';
import { filed } from '../filed.ts';
import { type Got, kept } from '../kept-files.ts';
import { openItem, type Surroundings, surroundings } from '../surroundings.ts';
import { understand } from '../understand.ts';
import { wholeNamed } from '../whole.ts';
import { takePaper } from './converse.ts';
import type { Paper } from './paper.ts';

/** A caption may name the item in passing; a file's name must name it in as many words as two pieces or a family. */
const [BY_CAPTION, BY_NAME] = [2, 4];
const MOST = 3;

/**
 * What becomes of a file that reads as a paper: a draft, evidence, or one question where it may be either. A draft runs
 * nothing before it is adopted, so that without anything it could prove nobody is asked.
 */
export async function paperOrProof(ask: Ask, paper: Paper | undefined, fetched: readonly Fetched[]): Promise<Reply> {
  if (!paper) return filed(ask, ask.words, fetched);
  if (paper.type !== 'read' || paper.stated) return takePaper(ask, paper);
  const around = await surroundings(ask, await askedOf(ask));
  const text = ask.words.trim();
  if (proofWanted(around.asked) || (await isAboutAnItem(ask, text))) return filed(ask, text, fetched);
  const got = fetched.flatMap((one) => (one.ok ? [one] : []));
  const matters = proved(ask, text, around, got);
  return matters.length === 0 ? takePaper(ask, paper) : askWhether(ask, paper.paper.draft.title, matters, got);
}

async function isAboutAnItem(ask: Ask, text: string): Promise<boolean> {
  if (text === '') return false;
  if (proofCaption.test(text) || wholeNamed(ask, text)) return true;
  // 这是方案 may name an item too: only a report about it is about it.
  if (paperCaption.test(text)) return false;
  const reply = await understand(ask, text);
  return (reply.recorded?.entries.length ?? 0) > 0 || asksBack(reply);
}

/** What the file could prove: the message replied to, or the items that the caption or the file's name names. */
function proved(ask: Ask, text: string, around: Surroundings, got: readonly Got[]): readonly Matter[] {
  if (around.about.length > 0) return mattersOf(meantBy(around)).slice(0, MOST);
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  const name = got.map(({ of }) => of.name ?? '').join(' ');
  const isNamed = (f: OccurrenceFacts): boolean =>
    weightOf(text, f) >= BY_CAPTION || weightOf(name.replace(/\.\w+/g, ''), f) >= BY_NAME;
  return mattersOf([...own, ...around.last].filter(isNamed)).slice(0, MOST);
}

const weightOf = (text: string, facts: OccurrenceFacts): number =>
  text === '' ? 0 : aboutness(normalize(text).text, openItem(facts));

async function askWhether(ask: Ask, title: string, matters: readonly Matter[], got: readonly Got[]): Promise<Reply> {
  // Into the archive before it is asked: whatever is chosen, the file is there.
  const { evidence, texts } = await kept(ask, got);
  const [file] = got;
  const asPaper = { what: 'as-paper', file: JSON.stringify(file!.of) };
  const choices: readonly Choice[] = [
    {
      id: AS_PAPER,
      label: phrase('button-draft-as-paper'),
      action: { command: 'draft', about: [], with: asPaper },
    },
    ...matters.map((matter): Choice => {
      const about = matter.facts.map((f) => f.id);
      return {
        id: about[0]!,
        label: phrase('button-draft-as-proof', { title: titlePhrase(matter, ask.office.plan) }),
        action: { command: 'attach', about, with: { files: JSON.stringify(evidence) } },
      };
    }),
  ];
  const asked = askBack(ask, { question: 'which-item', head: [phrase('drafting-paper-or-proof', { title })], choices });
  const { message } = asked;
  // Titles are long: one button a row, so that a phone cuts none.
  const inRows = message && { message: { ...message, buttons: message.buttons.flat().map((button) => [button]) } };
  return { ...asked, ...inRows, texts };
}

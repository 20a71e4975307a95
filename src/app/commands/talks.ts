import type { Line } from '../../core/message.ts';
import { type Phrase, phrase } from '../../core/phrase.ts';
import { type CoverageRow, talkCoverage } from '../../core/talk-coverage.ts';
import { answer } from '../../core/wording/echo.ts';
import { nameOf } from '../../core/wording/item.ts';
import { mayAsk } from '../may-ask.ts';
import { actsForOffice, type Office, rolesOf } from '../office.ts';
import type { Command } from './contract.ts';

/** More rows than this no phone shows at once. */
const MOST = 10;
const FOR_EVER = 8_640_000_000_000_000;

/** 谈心谈话 of the running period: who has talked with whom, and whom not yet. The office sees all,
 * as a picture too; others their own. */
export const talks: Command = {
  id: 'talks',
  typed: ['talks', '谈话', '谈心谈话'],
  who: 'everyone',
  async run({ world, office, speaker, said }) {
    const facts = (await world.store.ledger.dueBetween(office.org, said.at - 400 * 86_400_000, FOR_EVER)).filter(
      (f) => f.kind === 'talk',
    );
    const all = talkCoverage(office.plan, facts, said.at);
    const sees = actsForOffice(office, speaker, said.at) || rolesOf(office, speaker).includes('supervisor');
    const rows = sees ? all : all.filter((r) => r.person === speaker || r.duty.with.includes(speaker));
    if (rows.length === 0) return { message: answer(phrase('talks-none')) };
    const pairs = rows.flatMap((r) => r.cells);
    const holes = pairs.filter((c) => c.done < c.wanted).length;
    const head = phrase('talks-head', { pairs: pairs.length, holes });
    const rest = rows.length - MOST;
    const more = rest > 0 ? [phrase('talks-more', { rest })] : [];
    const message = answer(head, ...rows.slice(0, MOST).map((row) => lineOf(row, office)), ...more);
    // The picture names everybody: it goes to those who may have the paper.
    const drawn = facts.some((f) => f.counterpart) && mayAsk(office, speaker, said.at, 'talk-matrix', {});
    return { message: drawn ? { ...message, file: { report: 'talk-matrix', ask: {} } } : message };
  },
};

function lineOf({ person, period, cells }: CoverageRow, { plan }: Office): Line {
  const holes = cells.filter((c) => c.done < c.wanted).map((c) => nameOf(plan, c.counterpart));
  const args = {
    name: nameOf(plan, person),
    period: periodPhrase(period),
    done: cells.length - holes.length,
    total: cells.length,
  };
  if (holes.length === 0) return { text: phrase('talks-row-whole', args) };
  return { text: phrase('talks-row', { ...args, names: holes.slice(0, 6) }) };
}

/** 四季度, 11月, 下半年: the slot of a quota as people say it. */
function periodPhrase(slot: string): Phrase {
  const [, kind = '', n = ''] = /^\d{4}-([QHW]?)(\d{1,2})[ab]?$/.exec(slot) ?? [];
  const size = { Q: 'quarter', H: 'half', W: 'week' }[kind];
  if (size) return phrase(`talks-${size}`, { n: Number(n) });
  return n === '' ? phrase('title', { title: slot }) : phrase(`month-${Number(n)}`);
}

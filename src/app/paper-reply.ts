import { toPerson } from '../core/ladder.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import type { ReportAsk } from '../core/reports/contract.ts';
import { reportById } from '../core/reports/index.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { askFor, mayAsk } from './may-ask.ts';

/** What takes long enough for a word before: a bundle reads every file, a workbook the whole ledger. */
const slow = ['bundle', 'workbook'];

/** A paper as a file, to whoever asks for it, if they may have it; before what takes long, a word that it comes. */
export function paperReply(ask: Ask, report: string, wanted: ReportAsk): Reply {
  const { office, speaker, said } = ask;
  if (!mayAsk(office, speaker, said.at, report, wanted)) return { message: answer(phrase('paper-not-yours')) };
  const message = paperMessage(ask, report, wanted);
  if (!slow.includes(reportById(report)?.form ?? '')) return { message };
  const to = toPerson(speaker);
  const notice: Notice = { id: `paper@${office.org}.${said.source}~${to}`, kind: 'answer', to, at: said.at, message };
  return { message: answer(phrase('paper-begun', { paper: phrase(`paper-name-${report}`) })), notices: [notice] };
}

function paperMessage({ office, speaker, said, world }: Ask, report: string, wanted: ReportAsk): Message {
  const { zone } = office.plan.organization;
  const when = dayAndTime(world.clock.now(), zone, world.clock.now());
  return {
    ...answer(phrase('paper-caption', { paper: phrase(`paper-name-${report}`), when })),
    file: { report, ask: askFor(office, speaker, said.at, wanted) },
  };
}

import { dateAt } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { readReportWords } from '../../core/reply/report-words.ts';
import type { ReportAsk } from '../../core/reports/contract.ts';
import { reportById, reports } from '../../core/reports/index.ts';
import { answer, withButtons } from '../../core/wording/echo.ts';
import { rows } from '../../core/wording/rows.ts';
import { mayAsk } from '../may-ask.ts';
import { paperReply } from '../paper-reply.ts';
import type { Ask, Command, Reply } from './contract.ts';

/** Not offered as a button: the digest has its own command, and a problem has to be named for its evidence. */
const unlisted = ['digest', 'evidence', 'calendar'];

/** `/report 2026-06`, `/report 上周 周报`, `/report 督办函 红`; without words, what there is to ask for. */
export const report: Command = {
  id: 'report',
  typed: ['report', '报告', '报表'],
  who: 'everyone',
  async run(ask) {
    const tapped = ask.action?.with?.report;
    if (tapped !== undefined) return made(ask, String(tapped), {});
    const { zone } = ask.office.plan.organization;
    const read = readReportWords(ask.words, dateAt(ask.said.at, zone));
    const [first] = read.unknown;
    if (first !== undefined && !reportById(first)) return unread(ask, first);
    const named = read.report ?? first;
    if (named === undefined && Object.keys(read.ask).length === 0) return choose(ask, phrase('paper-which'));
    return made(ask, named ?? usual(read.ask), read.ask);
  },
};

function made(ask: Ask, id: string, wanted: ReportAsk): Reply {
  if (id === 'evidence' && wanted.problem === undefined)
    return { message: answer(phrase('report-refused-no-problem')) };
  return paperReply(ask, id, id === 'calendar' ? { ...wanted, person: wanted.person ?? ask.speaker } : wanted);
}

/** The report that an office means when it names only the time: of a week the weekly, of a month the monthly one. */
function usual({ span = '', problem }: ReportAsk): string {
  if (span === '') return problem === undefined ? 'weekly' : 'evidence';
  if (/^\d{4}-\d{2}$/.test(span)) return 'monthly';
  return /W|\.\./.test(span) ? 'weekly' : 'progress-report';
}

function unread(ask: Ask, word: string): Reply {
  return choose(ask, phrase('paper-unread', { word }));
}

function choose(ask: Ask, head: ReturnType<typeof phrase>): Reply {
  const { office, speaker, said } = ask;
  const mine = reports.filter(({ id }) => !unlisted.includes(id) && mayAsk(office, speaker, said.at, id, {}));
  if (mine.length === 0) return { message: answer(phrase('paper-not-yours')) };
  const buttons = mine.map(({ id }) => ({
    label: phrase(`paper-name-${id}`),
    action: { command: 'report', about: [], with: { report: id } },
  }));
  return { message: withButtons(answer(head, phrase('paper-how')), ...rows(buttons, 2)) };
}

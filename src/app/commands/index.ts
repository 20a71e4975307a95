import { accept } from './accept.ts';
import { amend } from './amend.ts';
import { attach } from './attach.ts';
import { away } from './away.ts';
import { back } from './back.ts';
import { calendar } from './calendar.ts';
import { cancel } from './cancel.ts';
import { check } from './check.ts';
import { choose } from './choose.ts';
import { close } from './close.ts';
import type { Command } from './contract.ts';
import { correct } from './correct.ts';
import { date } from './date.ts';
import { days } from './days.ts';
import { decide } from './decide.ts';
import { digest } from './digest.ts';
import { done } from './done.ts';
import { draft } from './draft.ts';
import { erase } from './erase.ts';
import { event } from './event.ts';
import { evidence } from './evidence.ts';
import { excuse } from './excuse.ts';
import { feed } from './feed.ts';
import { handle } from './handle.ts';
import { help } from './help.ts';
import { hold } from './hold.ts';
import { holiday } from './holiday.ts';
import { hours } from './hours.ts';
import { later } from './later.ts';
import { leave } from './leave.ts';
import { ledger } from './ledger.ts';
import { linkGroup } from './link-group.ts';
import { measure } from './measure.ts';
import { meeting } from './meeting.ts';
import { merge } from './merge.ts';
import { mine } from './mine.ts';
import { more } from './more.ts';
import { move } from './move.ts';
import { notMe } from './not-me.ts';
import { notSo } from './not-so.ts';
import { nudge } from './nudge.ts';
import { open } from './open.ts';
import { overdue } from './overdue.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { publish } from './publish.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { seen } from './seen.ts';
import { sendAgain } from './send-again.ts';
import { swap } from './swap.ts';
import { talks } from './talks.ts';
import { today } from './today.ts';
import { undo } from './undo.ts';
import { urge } from './urge.ts';
import { use } from './use.ts';
import { week } from './week.ts';
import { workday } from './workday.ts';

/** Everything that people can type or tap. */
export const commands: readonly Command[] = [
  accept,
  amend,
  attach,
  swap,
  people,
  merge,
  erase,
  correct,
  check,
  choose,
  close,
  cancel,
  away,
  back,
  calendar,
  date,
  days,
  decide,
  digest,
  done,
  draft,
  event,
  evidence,
  excuse,
  feed,
  handle,
  help,
  hold,
  holiday,
  hours,
  later,
  leave,
  ledger,
  linkGroup,
  measure,
  meeting,
  mine,
  more,
  move,
  notMe,
  notSo,
  nudge,
  open,
  overdue,
  plan,
  publish,
  record,
  report,
  schedule,
  seen,
  sendAgain,
  talks,
  today,
  undo,
  urge,
  week,
  use,
  workday,
];

export function commandById(id: string): Command | undefined {
  return commands.find((c) => c.id === id);
}

export function commandTyped(name: string): Command | undefined {
  return commands.find((c) => c.typed?.includes(name.toLowerCase()));
}

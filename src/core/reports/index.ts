import { bulletin } from './bulletin.ts';
import { calendar } from './calendar.ts';
import type { Report } from './contract.ts';
import { digest } from './digest.ts';
import { dutyMatrix } from './duty-matrix.ts';
import { evidence } from './evidence.ts';
import { ledger } from './ledger.ts';
import { minutesSheet } from './minutes-sheet.ts';
import { monthly } from './monthly.ts';
import { onTimeTrend } from './on-time-trend.ts';
import { progressReport } from './progress-report.ts';
import { reminderLetter } from './reminder-letter.ts';
import { talkMatrix } from './talk-matrix.ts';
import { talkRegister } from './talk-register.ts';
import { weekCard } from './week-card.ts';
import { weekly } from './weekly.ts';

/** Everything that can be told. */
export const reports: readonly Report[] = [
  digest,
  ledger,
  weekly,
  monthly,
  progressReport,
  bulletin,
  reminderLetter,
  talkRegister,
  minutesSheet,
  weekCard,
  dutyMatrix,
  talkMatrix,
  onTimeTrend,
  evidence,
  calendar,
];

export function reportById(id: string): Report | undefined {
  return reports.find((r) => r.id === id);
}

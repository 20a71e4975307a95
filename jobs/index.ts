import type { WakeKey } from '../src/app/ports.ts';
import { beat } from './beat.ts';
import type { Bell, BellJob, Job, TickJob, WakeJob } from './contract.ts';
import { deliver } from './deliver.ts';
import { digest } from './digest.ts';
import { files } from './files.ts';
import { inbox } from './inbox.ts';
import { lanes } from './lanes.ts';
import { measure } from './measure.ts';
import { office } from './office.ts';
import { person } from './person.ts';
import { reconcile } from './reconcile.ts';
import { resume } from './resume.ts';
import { seal } from './seal.ts';
import { tidy } from './tidy.ts';

/** The timetable: what happens by itself, and when. */
export const jobs: readonly Job[] = [
  // When a wake is due
  measure, //   measure/<id>   reminders and alerts of one measure
  digest, //    group/<id>     the weekly report of one group
  person, //    person/<id>    what was held back over night
  office, //    org/<id>       next year's holidays, the round's report
  // When somebody rings
  deliver, //   the outbox
  inbox, //     the inbox
  // In every process
  lanes, //     1 s    the inbox, whatever the bells say
  files, //     1 s    photos and papers that people attached
  reconcile, // 5 s    late wakes, lost bells
  resume, //    5 s    messages whose process died
  beat, //      10 s   a sign of life
  tidy, //      1 h    texts whose time is over, the server's log
  seal, //      10 min the record of the days before, once a day
];

/** The job of a wake; undefined for a kind that nobody runs. */
export function wakeJobOf(wake: WakeKey): WakeJob | undefined {
  return jobs.filter(isWakeJob).find(({ trigger }) => wake.startsWith(`${trigger.of}/`));
}

export function bellJobOf(bell: Bell): BellJob | undefined {
  return jobs.filter((job): job is BellJob => job.trigger.on === 'bell').find(({ trigger }) => trigger.bell === bell);
}

export function tickJobs(): readonly TickJob[] {
  return jobs.filter((job): job is TickJob => job.trigger.on === 'tick');
}

function isWakeJob(job: Job): job is WakeJob {
  return job.trigger.on === 'wake';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What went wrong in systems of this sort that we have read or used, and the test of ours that would turn red if we
 * had the same fault. Each row: the fault; the file; words of the test's name.
 */
const rows: readonly [fault: string, file: string, name: string][] = [
  ['a failed send is skipped and then marked as sent', 'faults/sending', 'what certainly did not arrive'],
  ['reminders whose time has passed are never made', 'faults/stops', 'down for three days'],
  [
    'only what is pending counts as overdue, what is in progress is never chased',
    'stories/answering',
    '收到 is not a completion',
  ],
  ['said only if the minute is right now', 'faults/stops', 'stopped and started at every step'],
  ['a list changed while it is walked names the wrong people', 'faults/stops', 'two bots on one Redis'],
  [
    'the first recipient with nothing to hear ends the round for all',
    'stories/unreachable',
    'never told, and nobody to pass it on',
  ],
  ['work bound to one host; what falls into a longer stop is dropped', 'faults/stops', 'down for three days'],
  ['two clocks push the same ladder and skip a step', 'faults/stops', 'two bots on one Redis'],
  [
    'a second occurrence inherits the first one’s finished ladder',
    'stories/nobody-answers',
    'consecutive misses of one duty share one ladder',
  ],
  [
    'the last step of the ladder ends in silence, with the thing still open',
    'stories/nobody-answers',
    'nobody answers',
  ],
  [
    'an unanswered occurrence is closed when the next begins',
    'stories/nobody-answers',
    'consecutive misses of one duty share one ladder',
  ],
  ['recurrence by flipping one row’s state leaves no history', 'stories/answering', 'answered late'],
  [
    'the platform took the message, the client gave up, and it was sent three times',
    'faults/sending',
    'the connection breaks after it arrived',
  ],
  ['the lease ends while a long batch is on its way, and it goes out twice', 'faults/gate', 'a minute at the gate'],
  ['the token stands in a logged error', 'log', 'token'],
  ['a phrase is read differently under another time zone of the host', 'core/schedule/occurrences', 'zone'],
  ['where the table of holidays ends every weekday is silently a working day', 'core/working-calendar', 'provisional'],
  ['working days and report dates are counted in UTC', 'stories/digest', 'counts that add up'],
  ['sums in a report that do not add up', 'stories/digest', 'counts that add up'],
  ['reminders nobody asked for go on after the answer', 'stories/answering', 'nobody hears more'],
];

const here = new URL('..', import.meta.url).pathname;

test.each(rows)('%s: not here (%s)', (_, file, name) => {
  const text = readFileSync(join(here, `${file}.test.ts`), 'utf8');
  expect(text.toLowerCase()).toContain(name.toLowerCase());
});

test('every file that is named exists', () => {
  const files = readdirSync(here, { recursive: true }).map(String);
  for (const [, file] of rows) expect(files).toContain(`${file}.test.ts`);
});

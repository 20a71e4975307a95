import { interpretCommand } from '../../src/cli/interpret.ts';
import { openSpeech } from '../../src/speech.ts';
import { officeOfPlan } from './sample-office.ts';

/** What `duban interpret -` answers to each line, in the office of the sample plan. */
export async function interpreted(lines: readonly string[]): Promise<readonly string[]> {
  const printed: string[] = [];
  const io = {
    say: openSpeech(),
    now: () => 0,
    lines: async function* () {
      yield* lines;
    },
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void printed.push(line),
  };
  await interpretCommand('-', {}, io, officeOfPlan());
  return printed;
}

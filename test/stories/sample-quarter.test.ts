import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { officeRecord } from '../../src/app/office-record.ts';
import { reports } from '../../src/core/reports/index.ts';
import type { TestOffice } from '../support/office.ts';
import { type Deed, quarter } from '../support/sample-quarter.ts';
import { story } from '../support/story.ts';
import { pixel } from '../support/telegram.ts';

// The whole quarter takes minutes; its first week already has a digest, a meeting and leave.
const whole = process.env.DUBAN_TEST === 'all';
const [deeds, end] = whole
  ? [quarter, '2026-07-06 09:00']
  : [quarter.filter(([when]) => when < '04-07'), '2026-04-07 08:45'];
const plan = readFileSync(new URL('../../plans/sample-minzheng.yaml', import.meta.url), 'utf8');

async function lived(office: TestOffice, [when, who, act, words]: Deed): Promise<void> {
  await office.until(`2026-${when}`);
  const person = office.person(who);
  if (act === 'says') person.says(words);
  if (act === 'photo') person.sendsPhoto({ caption: words, content: pixel });
  if (act === 'taps') await person.taps(words).answered();
  const [name = '', ...caption] = words.split(' ');
  if (act === 'doc') person.sendsDocument(name, Buffer.from(words), { caption: caption.join(' ') });
  await office.settle();
}

/** What a Party secretary would not forward unchanged. */
function faultsOf(digest: string, names: readonly string[]): readonly string[] {
  const lines = digest.split('\n');
  const due = Number(/应办(\d+)项/.exec(digest)?.[1] ?? 0);
  const terms = lines.find((line) => line.startsWith('其中'))?.match(/\d+/g) ?? [];
  const sections = lines.flatMap((line) => /^([一二三四])、/.exec(line)?.[1] ?? []).join('');
  const repeated = lines.filter((line, i) => lines.indexOf(line) !== i);
  return [
    ...(terms.reduce((sum, n) => sum + Number(n), 0) === due ? [] : [`sum of ${due}`]),
    ...('一二三四'.startsWith(sections) && sections !== '' ? [] : [`sections ${sections}`]),
    ...(lines.length <= 25 ? [] : [`${lines.length} lines`]),
    ...names.filter((name) => digest.includes(name)).map((name) => `names ${name}`),
    ...repeated.map((line) => `twice: ${line}`),
    ...(/应办0项|undefined|NaN|\{ /.test(digest) ? ['a hole'] : []),
    ...(/下期\n没有到期事项/.test(digest) ? ['nothing ahead'] : []),
  ];
}

story(
  'a quarter of the sample office: digests to be forwarded unchanged, and every paper from the same record',
  { plan, at: '2026-04-01 07:30' },
  async (office) => {
    for (const deed of deeds) await lived(office, deed);
    await office.until(end);
    const { world, offices } = office.bot();
    const [one] = await offices.all();
    const { people } = one!.plan;
    const names = people.flatMap(({ name, aliases }) => [name, ...aliases]);
    const digests = office
      .group('party-group')
      .messages()
      .filter(({ from }) => from.bot);
    expect(digests.length).toBe(whole ? 14 : 1);
    for (const { text } of digests) expect([text, faultsOf(text, names)]).toEqual([text, []]);

    const record = await officeRecord(world, one!);
    const refused = [];
    for (const { id } of reports) {
      const ask = { person: 'zhang-jianguo', problem: '7' };
      const file = await world.reports.write(id, record, ask, { org: one!.org, language: 'zh' });
      if ('refused' in file) refused.push(...file.refused.map((why) => `${id} ${why.id}`));
      else expect([id, file.bytes.length > 100]).toEqual([id, true]);
    }
    // After a week no letter is due and no minutes are to be checked.
    const early = ['reminder-letter report-refused-nothing-urgent', 'minutes-sheet report-refused-no-checks'];
    expect(refused).toEqual(whole ? [] : early);
  },
  whole ? 400_000 : 60_000,
);

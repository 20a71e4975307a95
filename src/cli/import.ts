import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dateAt, type Instant } from '../core/calendar.ts';
import { type Draft, draftJson, type IntakeContext, planTextOf } from '../core/intake/index.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { type DraftResult, type Refusal, readDraft } from '../documents/read-document.ts';
import type { Language, Say } from '../speech.ts';

export interface ImportOptions {
  /** `-o`: where the plan file goes. */
  readonly output?: string;
  readonly json?: boolean;
  /** The year of a paper that names none. */
  readonly year?: string | number;
  readonly language?: Language;
}

export interface ImportIo {
  readonly say: Say;
  readonly now: () => Instant;
  /** Lines of standard input, for `-`: a pasted paper. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** `duban import FILE [-o plan.yaml] [--json]`: a paper becomes a draft with its doubts. Returns the exit code. */
export async function importCommand(file: string, options: ImportOptions, io: ImportIo): Promise<number> {
  const say = (of: Phrase): string => io.say(of, options.language ?? 'zh');
  const year = Number(options.year);
  const context = { today: dateAt(io.now(), 'Asia/Shanghai'), ...(year > 1999 && year < 2100 ? { year } : {}) };
  const read = await readFrom(file, context, io);
  if ('refusal' in read) return refuse(read.refusal, file, options, io, say);
  const { draft } = read;
  if (options.output) await writeFile(options.output, planTextOf(draft, say));
  if (options.json) io.print(JSON.stringify(draftJson(draft, say), null, 1));
  else tell(draft, options, io, say);
  return 0;
}

async function readFrom(file: string, context: IntakeContext, io: ImportIo): Promise<DraftResult> {
  if (file === '-') {
    const lines: string[] = [];
    for await (const line of io.lines()) lines.push(line);
    return readDraft(new TextEncoder().encode(lines.join('\n')), 'pasted.txt', context);
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return { refusal: { code: 'missing' } };
  }
  return readDraft(bytes, basename(file), context);
}

function refuse(
  { code, limit }: Refusal,
  file: string,
  { json }: ImportOptions,
  io: ImportIo,
  say: (of: Phrase) => string,
): number {
  const text = say(phrase(`intake-file-${code}`, { file, limit: limit ?? 0 }));
  if (json) io.print(JSON.stringify({ error: { code, text } }));
  else io.complain(text);
  return 1;
}

function tell(draft: Draft, { output }: ImportOptions, io: ImportIo, say: (of: Phrase) => string): void {
  const { doubts } = draftJson(draft, say);
  const duties = draft.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  io.print(
    say(
      phrase('intake-summary', {
        title: draft.title,
        problems: draft.problems.length,
        measures: draft.measures.length,
        duties,
        doubts: doubts.length,
      }),
    ),
  );
  for (const { where, text } of doubts) io.print(where ? `${where}　${text}` : text);
  if (output) io.print(say(phrase('intake-written', { file: output })));
}

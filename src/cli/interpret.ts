import { type Instant, readInstant } from '../core/calendar.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { OpenItem, ReplyPerson, ReplyReading, Targets } from '../core/reply/contract.ts';
import { explainReading, readReply, targetsOf } from '../core/reply/index.ts';
import type { Language, Say } from '../speech.ts';
import { type InterpretOffice, type Scene, spokenOf } from './interpret-scene.ts';

export type { InterpretOffice } from './interpret-scene.ts';

export interface InterpretOptions {
  /** Person id, name or alias. */
  readonly as?: string;
  /** ISO, read in the office's zone if it names no offset; default now. */
  readonly at?: string;
  /** Kind of the duty asked about. */
  readonly duty?: string;
  readonly title?: string;
  readonly due?: string;
  /** What is answered: `question` for the bot's own, or the text of the message, whose numbered lines become the list. */
  readonly replyTo?: string;
  /** Titles of several things open, none of them answered, parted by semicolons. */
  readonly open?: string;
  readonly json?: boolean;
  readonly language?: Language;
}

export interface InterpretIo {
  readonly say: Say;
  readonly now: () => Instant;
  /** Lines of standard input, for `-`. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

type Asked = Scene & { readonly text?: unknown; readonly as?: unknown; readonly at?: unknown };
interface Read {
  readonly reading: ReplyReading;
  /** Which of several things open each act is about; only where those were given. */
  readonly meant?: { readonly targets: readonly Targets[]; readonly open: readonly OpenItem[] };
}
type Found = Read | { readonly problem: Phrase };

/** `duban interpret TEXT`: what the bot would understand. Returns the exit code. `-` answers JSON lines. */
export async function interpretCommand(
  text: string,
  options: InterpretOptions,
  io: InterpretIo,
  office: InterpretOffice,
): Promise<number> {
  const language = options.language ?? 'zh';
  const json = (found: Found): string =>
    JSON.stringify(
      'problem' in found
        ? { kind: 'error', problem: io.say(found.problem, language) }
        : { ...contractOf(found.reading), ...targetsIn(found) },
    );
  if (text === '-') {
    for await (const line of io.lines()) if (line.trim() !== '') io.print(json(readLine(line, options, io, office)));
    return 0;
  }
  const found = readAsked({ ...options, text }, io, office);
  if (options.json) io.print(json(found));
  else if ('problem' in found) io.complain(io.say(found.problem, language));
  else for (const line of explainReading(found.reading, office.people, found.meant)) io.print(io.say(line, language));
  return 'problem' in found ? 1 : 0;
}

/** The fields of DESIGN §6, and after them what else was read. */
function contractOf(reading: ReplyReading): object {
  const { intent, date, people, unresolved, until, delegateTo, topic, pick, ...more } = reading;
  const acts =
    reading.acts.length > 1
      ? reading.acts.map((act) => ({ ...act, unresolved: act.unresolved.map((u) => u.name) }))
      : undefined;
  const extra = {
    time: more.time,
    mergedInto: more.mergedInto,
    absent: more.absent,
    expected: more.expected,
    present: more.present,
    reason: more.reason,
    onBehalfOf: more.onBehalfOf,
    awayUntil: more.awayUntil,
    headCount: more.headCount,
    corrects: more.corrects,
    pick,
    sensitive: more.sensitive,
    evidence: more.evidence,
    acts,
  };
  const said = Object.entries(extra).filter(
    ([, v]) => v !== null && v !== undefined && v !== false && !(Array.isArray(v) && v.length === 0),
  );
  return {
    intent,
    date,
    people,
    // Whoever was away is asked about too, if the name fits nobody or several.
    unresolved: [
      ...new Set([...unresolved, ...more.absent.filter((a) => a.person === undefined)].map((who) => who.name)),
    ],
    until,
    delegateTo,
    topic,
    void: more.void,
    ...Object.fromEntries(said),
  };
}

function readLine(line: string, options: InterpretOptions, io: InterpretIo, office: InterpretOffice): Found {
  try {
    // Some shells begin a pipe with a byte order mark.
    const asked: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    if (typeof asked === 'object' && asked !== null) return readAsked({ ...options, ...asked }, io, office);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { problem: phrase('reply-problem-line') };
}

function readAsked(asked: Asked, io: InterpretIo, office: InterpretOffice): Found {
  if (typeof asked.text !== 'string') return { problem: phrase('reply-problem-line') };
  if (typeof asked.as !== 'string' || asked.as === '') return { problem: phrase('reply-problem-as') };
  const speaker = speakerOf(asked.as, office.people);
  if (speaker === undefined) return { problem: phrase('reply-problem-person', { word: asked.as }) };
  const now = asked.at == null ? io.now() : readInstant(String(asked.at), office.zone);
  const due = asked.due == null ? null : readInstant(String(asked.due), office.zone);
  if (now === undefined) return { problem: phrase('reply-problem-at', { word: String(asked.at) }) };
  if (due === undefined) return { problem: phrase('reply-problem-at', { word: String(asked.due) }) };
  const context = spokenOf(asked, { now, due, speaker }, office, (kind) => io.say(phrase(`duty-${kind}`), 'zh'));
  if ('problem' in context) return context;
  const reading = readReply(asked.text, context);
  if (asked.open == null) return { reading };
  return { reading, meant: { targets: targetsOf(reading, context), open: context.open } };
}

/** Numbers are those of `open`, from 1. */
function targetsIn({ meant }: Read): object {
  if (!meant) return {};
  const numbers = (ids: readonly string[]) =>
    meant.open.flatMap(({ occurrence }, i) => (ids.includes(occurrence) ? [i + 1] : []));
  return {
    targets: meant.targets.map((target) => ({
      intent: target.act.intent,
      ...('ask' in target ? { ask: numbers(target.ask) } : { items: numbers(target.occurrences) }),
    })),
  };
}

function speakerOf(as: string, people: readonly ReplyPerson[]): string | undefined {
  const exact = people.find((p) => p.id === as);
  const named = people.filter((p) => p.name === as || p.aliases.includes(as));
  return exact?.id ?? (named.length === 1 ? named[0]!.id : undefined);
}

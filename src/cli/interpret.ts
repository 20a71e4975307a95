import { type Instant, readInstant, type Zone } from '../core/calendar.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { dutyKindIds } from '../core/plan/plan.ts';
import type { Asking, ItemKind, OpenItem, ReplyContext, ReplyPerson, ReplyReading } from '../core/reply/contract.ts';
import { explainReading, readReply } from '../core/reply/index.ts';
import type { WorkingCalendar } from '../core/working-calendar.ts';
import type { Language, Say } from '../speech.ts';

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
  readonly json?: boolean;
  readonly language?: Language;
}

export interface InterpretOffice {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
  readonly people: readonly ReplyPerson[];
}

export interface InterpretIo {
  readonly say: Say;
  readonly now: () => Instant;
  /** Lines of standard input, for `-`. */
  readonly lines: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

type Asked = { readonly [K in keyof InterpretOptions]?: unknown } & { readonly text?: unknown };
type Found = { readonly reading: ReplyReading } | { readonly problem: Phrase };

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
      'problem' in found ? { kind: 'error', problem: io.say(found.problem, language) } : contractOf(found.reading),
    );
  if (text === '-') {
    for await (const line of io.lines()) if (line.trim() !== '') io.print(json(readLine(line, options, io, office)));
    return 0;
  }
  const found = readAsked({ ...options, text }, io, office);
  if (options.json) io.print(json(found));
  else if ('problem' in found) io.complain(io.say(found.problem, language));
  else for (const line of explainReading(found.reading, office.people)) io.print(io.say(line, language));
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
  return {
    reading: readReply(
      asked.text,
      contextOf(asked, { now, due, speaker }, office, (kind) => io.say(phrase(`duty-${kind}`), 'zh')),
    ),
  };
}

function speakerOf(as: string, people: readonly ReplyPerson[]): string | undefined {
  const exact = people.find((p) => p.id === as);
  const named = people.filter((p) => p.name === as || p.aliases.includes(as));
  return exact?.id ?? (named.length === 1 ? named[0]!.id : undefined);
}

function contextOf(
  asked: Asked,
  at: { readonly now: Instant; readonly due: Instant | null; readonly speaker: string },
  office: InterpretOffice,
  /** What a duty of that kind is called where no title is given. */
  titled: (kind: ItemKind) => string,
): ReplyContext {
  const titles = typeof asked.replyTo === 'string' ? numberedLines(asked.replyTo) : [];
  const kind = kindOf(asked.duty, asked.title);
  const item = (occurrence: string, title: string): OpenItem => ({
    occurrence,
    duty: 'asked',
    kind,
    title,
    due: at.due,
    scheduled: Math.min(at.now, at.due ?? at.now),
  });
  const listed = titles.map((title, i) => item(`asked-${i + 1}`, title));
  const open =
    listed.length > 0
      ? listed
      : asked.duty == null && asked.title == null
        ? []
        : [item('asked', String(asked.title ?? titled(kind)))];
  return {
    now: at.now,
    zone: office.zone,
    calendar: office.calendar,
    speaker: at.speaker,
    people: office.people,
    open,
    ...(listed.length > 0 ? { shown: listed.map((i) => i.occurrence) } : { about: open.map((i) => i.occurrence) }),
    ...(asked.replyTo === 'question'
      ? { asking: { question: 'which-item', choices: open.map((i) => i.occurrence) } satisfies Asking }
      : {}),
  };
}

function numberedLines(text: string): readonly string[] {
  const titles = [...text.matchAll(/^\s*\d{1,3}\s*[.、)）．:：]\s*(.+)$/gm)].map((m) => m[1]!);
  return titles.length > 1 ? titles : [];
}

const BY_WORD: readonly (readonly [RegExp, ItemKind])[] = [
  [/talk|heart|谈/, 'talk'],
  [/minutes|纪要|记录/, 'minutes-check'],
  [/study|学/, 'study'],
  [/meeting|committee|lecture|party_day|appraisal|会|党课|党日/, 'meeting'],
  [/inspect|supervis|check|research|督|调研|检查/, 'inspection'],
  [/report|报/, 'report'],
];

/** A kind of the plan file, or one that the word or the title tells (heart_to_heart, 党课). */
function kindOf(duty: unknown, title: unknown): ItemKind {
  const exact = dutyKindIds.find((k) => k === duty);
  const words = `${duty ?? ''} ${duty == null ? (title ?? '') : ''}`;
  return exact ?? BY_WORD.find(([word]) => word.test(words))?.[1] ?? 'other';
}

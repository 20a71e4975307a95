import { type Instant, readInstant, type Zone } from '../core/calendar.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { dutyKindIds } from '../core/plan/plan.ts';
import type { Asking, ItemKind, OpenItem, ReplyContext, ReplyPerson } from '../core/reply/contract.ts';
import type { WorkingCalendar } from '../core/working-calendar.ts';

export interface InterpretOffice {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
  readonly people: readonly ReplyPerson[];
}

/** Where a sentence is said, as it was written down: each field may be anything. */
export interface Scene {
  readonly duty?: unknown;
  readonly title?: unknown;
  readonly due?: unknown;
  readonly replyTo?: unknown;
  /** Several things open for the speaker, none of them answered; or their titles, parted by semicolons. */
  readonly open?: unknown;
}

interface Speaking {
  readonly now: Instant;
  readonly due: Instant | null;
  readonly speaker: string;
}

/** What a duty of that kind is called where no title is given. */
type Titled = (kind: ItemKind) => string;

/** What the speaker may be speaking of: the things open, else the list answered, else the one thing asked about. */
export function spokenOf(
  scene: Scene,
  at: Speaking,
  office: InterpretOffice,
  titled: Titled,
): ReplyContext | { readonly problem: Phrase } {
  const lines = typeof scene.replyTo === 'string' ? numberedLines(scene.replyTo) : [];
  const said = {
    now: at.now,
    zone: office.zone,
    calendar: office.calendar,
    speaker: at.speaker,
    people: office.people,
  };
  if (scene.open != null) {
    const open = openOf(scene.open, at, office, titled);
    if ('problem' in open) return open;
    const shown = lines.map((title, i) => open.find((item) => item.title === title)?.occurrence ?? `line-${i + 1}`);
    return { ...said, open, ...(lines.length > 0 ? { shown } : {}), ...askingOf(scene, open) };
  }
  const kind = kindOf(scene.duty, scene.title);
  const asked = (occurrence: string, title: string): OpenItem => itemOf({ occurrence, kind, title }, at.due, at.now);
  const open =
    lines.length > 0
      ? lines.map((title, i) => asked(`asked-${i + 1}`, title))
      : scene.duty == null && scene.title == null
        ? []
        : [asked('asked', String(scene.title ?? titled(kind)))];
  const ids = open.map((i) => i.occurrence);
  return { ...said, open, ...(lines.length > 0 ? { shown: ids } : { about: ids }), ...askingOf(scene, open) };
}

const askingOf = ({ replyTo }: Scene, open: readonly OpenItem[]) =>
  replyTo === 'question'
    ? { asking: { question: 'which-item', choices: open.map((i) => i.occurrence) } satisfies Asking }
    : {};

const itemOf = (
  { occurrence, kind, title }: Pick<OpenItem, 'occurrence' | 'kind' | 'title'>,
  due: Instant | null,
  now: Instant,
): OpenItem => ({ occurrence, duty: 'asked', kind, title, due, scheduled: Math.min(now, due ?? now) });

/** `[{"title","duty","due","with","gathering"}]`, or titles; the other person of a talk is `with`, or named in its title. */
function openOf(
  given: unknown,
  { now, speaker }: Speaking,
  { zone, people }: InterpretOffice,
  titled: Titled,
): readonly OpenItem[] | { readonly problem: Phrase } {
  const rows = typeof given === 'string' ? given.split(/[;；\n]/).filter((t) => t.trim() !== '') : given;
  if (!Array.isArray(rows)) return { problem: phrase('reply-problem-open') };
  const open: OpenItem[] = [];
  for (const row of rows as readonly unknown[]) {
    const one = typeof row === 'string' ? { title: row.trim() } : row;
    if (typeof one !== 'object' || one === null) return { problem: phrase('reply-problem-open') };
    const { title, duty, due, with: other, gathering } = one as Record<string, unknown>;
    const day = due == null ? null : readInstant(String(due), zone);
    if (day === undefined) return { problem: phrase('reply-problem-at', { word: String(due) }) };
    const kind = kindOf(duty, title);
    const name = typeof title === 'string' ? title : titled(kind);
    const counterpart =
      people.find((p) => p.id === other || p.name === other) ??
      (kind === 'talk' ? people.find((p) => p.id !== speaker && name.includes(p.name)) : undefined);
    open.push({
      ...itemOf({ occurrence: `open-${open.length + 1}`, kind, title: name }, day, now),
      // The talks of one leader are one duty of the plan.
      duty: kind === 'talk' ? kind : name,
      ...(counterpart ? { counterpart: counterpart.id } : {}),
      ...(gathering === true ? { gathering } : {}),
    });
  }
  return open;
}

function numberedLines(text: string): readonly string[] {
  const titles = [...text.matchAll(/^\s*\d{1,3}\s*[.、)）．:：]\s*(.+)$/gm)].map((m) => m[1]!.trim());
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

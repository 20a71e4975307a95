import type { Attendance, OccurrenceFacts } from '../core/occurrence.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReplyReading } from '../core/reply/contract.ts';

type Away = readonly { readonly person: PersonId; readonly reason: string }[];

/** 陈敏也来了: no longer among the absent, and one more who came, unless the sentence counts anew. */
export function attendanceAfter(
  before: Attendance | undefined,
  { expected, present }: ReplyReading,
  came: readonly OccurrenceFacts[],
  away: Away,
): Attendance | undefined {
  const back = new Set(came.map((f) => f.person));
  const absent = [...(before?.absent ?? []).filter((a) => away.every((b) => b.person !== a.person)), ...away];
  const left = absent.filter((a) => !back.has(a.person));
  const gone = away.filter((a) => before?.absent?.every((b) => b.person !== a.person) ?? true);
  const { absent: _, ...rest } = before ?? {};
  const counted = present ?? (before?.present === undefined ? undefined : before.present + back.size - gone.length);
  const after: Attendance = {
    ...rest,
    ...(expected === null ? {} : { expected }),
    ...(counted === undefined ? {} : { present: counted }),
    ...(left.length > 0 ? { absent: left } : {}),
  };
  return Object.keys(after).length > 0 ? after : undefined;
}

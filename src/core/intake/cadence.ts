import { forms } from './cadence-forms.ts';
import type { Period } from './draft.ts';
import { numberOf } from './plain.ts';

/** A recurrence named in a clause. */
export interface Cadence {
  readonly at: number;
  readonly end: number;
  /** As written, such as 每月15日前. */
  readonly text: string;
  /** For the schedule reader; undefined if the words name no period (定期). */
  readonly phrase?: string;
  readonly times?: { readonly count: number; readonly period: Period };
  readonly event?: string;
  /** What to propose where the words leave the days to somebody else (每学期). */
  readonly offer?: string;
}

const FUZZY =
  /每?逢[^，。；]{1,20}?(?:节日|节点|节假日|佳节)|(?:重要|关键|重大)(?:时间)?(?:节点|节日)|节假日(?:期间|前)|不定期|定期|适时|随时|经常性?|及时|不断|逐步|常态化|日常/y;
const COUNT =
  /^[^，。；]{0,18}?(?<count>[\d一二两三四五六七八九十]+)(?:次(?!分配|供水|装修|污染|创业|利用|加工|元)|场|期|篇|轮|遍|回|节|堂)/;

/** All recurrences in a clause of plain text, in order. Source of the readings: DOMAIN §2 and §8. */
export function cadencesIn(clause: string): readonly Cadence[] {
  const found: Cadence[] = [];
  for (let at = 0; at < clause.length; at++) {
    const cadence = cadenceAt(clause, at);
    if (!cadence) continue;
    found.push(cadence);
    at = cadence.end - 1;
  }
  return found.map((cadence, i) => counted(cadence, clause.slice(cadence.end, found[i + 1]?.at ?? clause.length)));
}

/** The first word of a clause that promises regularity without naming a period. */
export function fuzzyIn(clause: string): Cadence | undefined {
  for (let at = 0; at < clause.length; at++) {
    FUZZY.lastIndex = at;
    const match = FUZZY.exec(clause);
    if (match) return { at, end: at + match[0].length, text: match[0] };
  }
  return undefined;
}

function cadenceAt(clause: string, at: number): Cadence | undefined {
  for (const { form, read } of forms) {
    form.lastIndex = at;
    const match = form.exec(clause);
    if (match) return { ...read(match), at, end: at + match[0].length, text: match[0] };
  }
  return undefined;
}

/** 每年不少于2次 keeps its count: 每年2次. */
function counted(cadence: Cadence, after: string): Cadence {
  const match = COUNT.exec(after);
  const count = match ? numberOf(match.groups!.count!) : Number.NaN;
  if (!cadence.times || !(count > 1) || count > 366) return cadence;
  if (cadence.offer)
    return { ...cadence, offer: `${cadence.offer}${count}次`, times: { count, period: cadence.times.period } };
  if (!cadence.phrase) return cadence;
  const bare = /^每(?:年|半年|季度|月|半月|周|天)$/.test(cadence.phrase);
  return {
    ...cadence,
    phrase: bare ? `${cadence.phrase}${count}次` : cadence.phrase,
    times: { count, period: cadence.times.period },
  };
}

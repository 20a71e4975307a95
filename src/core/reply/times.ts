import type { LocalTime } from '../calendar.ts';
import type { Span } from './marks.ts';
import { NUMBER, numberOf } from './numbers.ts';

/** An hour (`exact`), or a part of the day, which has only a beginning. */
export interface Clock extends Span {
  readonly exact: LocalTime | null;
  readonly start: LocalTime;
  /** 昨晚, 夜里: said after midnight it is the evening before. */
  readonly night: boolean;
}

const PARTS: Readonly<Record<string, string>> = {
  凌晨: '00:00',
  清晨: '05:00',
  早上: '06:00',
  早晨: '06:00',
  一早: '06:00',
  早: '06:00',
  晨: '06:00',
  上午: '08:00',
  中午: '11:30',
  下午: '13:00',
  午后: '13:00',
  傍晚: '17:00',
  晚上: '18:00',
  晚: '18:00',
  夜里: '19:00',
  夜: '19:00',
};
const PART =
  '(凌晨|清晨|早上|早晨|一早|上午|中午|下午|午后|傍晚|晚上|夜里|晚(?!了|点|些|几|一|两|三|报|交|会|到)|(?<![还太趁尽])早(?!就|已|了|点|些|在|日)|晨(?!会)|夜)';
const TIME = new RegExp(
  `${PART}?(${NUMBER})(?:点(?!建议|意见|要求|问题|体会|看法|内容|想法|多?人|工作|措施|风险)|:(?=\\d{2})|时(?!间|候|期|限))(?:(半)|(一|三)刻|(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)分?)?|${PART}`,
  'g',
);

export function timesIn(text: string): readonly Clock[] {
  const found: Clock[] = [];
  for (const m of text.matchAll(TIME)) {
    const part = m[1] ?? m[6];
    const exact = m[2] ? clockOf(m[1], m[2], m[3], m[4], m[5]) : null;
    if (m[2] && !exact) continue;
    // 学了一点: a little, not one o'clock.
    if (m[0] === '一点' && /[了过]$/.test(text.slice(0, m.index))) continue;
    const start = exact ?? (PARTS[part ?? ''] as LocalTime);
    found.push({ from: m.index, to: m.index + m[0].length, exact, start, night: /晚|夜/.test(part ?? '') });
  }
  return found;
}

function clockOf(part: string | undefined, h: string, half?: string, quarters?: string, m?: string): LocalTime | null {
  let hour = numberOf(h);
  const minute = half ? 30 : quarters ? numberOf(quarters) * 15 : m ? numberOf(m) : 0;
  if (!(hour <= 23) || !(minute <= 59)) return null;
  if (hour < 12 && part && /下午|午后|傍晚|晚|夜/.test(part)) hour += 12;
  // 四点准时开: nobody meets at four in the morning.
  if (!part && hour >= 1 && hour <= 6 && !h.startsWith('0')) hour += 12;
  if (hour < 4 && part === '中午') hour += 12;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime;
}

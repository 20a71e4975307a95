import { type DateMention, isAhead, type Today } from '../day.ts';
import { DATE, PERSON, PLAIN, TITLE } from '../marks.ts';
import type { Sentence } from '../sentence.ts';

/**
 * The sentence as the ear takes it: a name is P, a title T, a figure 0, a day D (its kind: gone G, today N, ahead F, a
 * limit B, either side E); blanks beside Han characters are gone. What remains are the words that any office uses.
 */
export function soundOf({ painted, dates, today }: Pick<Sentence, 'painted' | 'dates' | 'today'>): string {
  let sound = '';
  for (let at = 0; at < painted.length; ) {
    const mark = painted[at]!;
    const day = mark === DATE ? dates.find((d) => d.from <= at && at < d.to) : undefined;
    if (day) {
      sound += signOf(day, today);
      at = day.to;
    } else if (mark === PERSON || mark === TITLE || mark === PLAIN) {
      while (painted[at] === mark) at++;
      sound += mark === PERSON ? 'P' : mark === TITLE ? 'T' : '';
    } else {
      sound += mark === DATE ? 'D' : mark;
      at++;
    }
  }
  return sound.replace(/\d+(?:\.\d+)?%?/g, '0').replace(/(?<![\x21-\x7e])\s+|\s+(?![\x21-\x7e])/g, '');
}

function signOf(day: DateMention, today: Today): string {
  if (day.before) return 'B';
  if (isAhead(day, today)) return 'F';
  if (day.past === today.date) return 'N';
  return day.past !== null && day.next !== null ? 'E' : 'G';
}

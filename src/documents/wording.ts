import { localOf } from '../core/calendar.ts';
import type { Phrase } from '../core/phrase.ts';
import type { Cell, Words } from '../core/reports/form/words.ts';

/** Turns phrases into the words of one language; somebody's own words stay as they are. */
export interface Wording {
  word(words: Words): string;
  /** A cell as text, as papers and pictures show it. */
  cell(cell: Cell): string;
}

export type Say = (phrase: Phrase, language: 'zh' | 'en') => string;

export function wordingOf(say: Say, language: 'zh' | 'en'): Wording {
  const word = (words: Words) => (typeof words === 'string' ? words : say(words, language));
  return {
    word,
    cell(cell) {
      if (cell === null) return '';
      if (typeof cell === 'number') return String(cell);
      if (typeof cell === 'string') return cell;
      if ('lines' in cell) return cell.lines.map(word).join('\n');
      if ('id' in cell) return word(cell);
      return 'time' in cell ? `${cell.day} ${cell.time}` : cell.day;
    },
  };
}

/** The day under a stamp of the office's own clock, for file dates inside an archive. */
export function wallClock(at: number, zone: string): Date {
  const { date, time } = localOf(at, zone);
  return new Date(`${date}T${time}:00Z`);
}

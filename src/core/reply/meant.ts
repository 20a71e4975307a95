import { gathers } from './attendance.ts';
import type { Intent, ItemKind } from './contract.ts';
import { isAhead, type Today } from './day.ts';
import { MISSED_IT } from './roles.ts';
import type { Part } from './sentence.ts';
import type { Label } from './statement.ts';
import * as words from './words.ts';

/**
 * The clauses as the meaning of the whole has them. A clause that by itself was not sure (跟老孙掏心窝子聊到八点) tells of
 * the deed once the whole is a deed, by its other clauses or by ear; so its names and days count.
 */
export function asMeant(intent: Intent, parts: readonly Part[], kind: ItemKind, today: Today): readonly Part[] {
  return parts.map((part, i) => {
    const label = meantLabel(intent, part, i, parts, kind, today);
    return label === part.label ? part : { ...part, label };
  });
}

function meantLabel(
  intent: Intent,
  part: Part,
  i: number,
  parts: readonly Part[],
  kind: ItemKind,
  today: Today,
): Label {
  const { label, text, people } = part;
  switch (intent) {
    case 'done':
    case 'progress':
      if (kind === 'talk' && putOff(part, parts[i + 1])) return 'ahead';
      if (gathers(kind) && missedIt(part, parts[i + 1])) return 'absent';
      return label === 'unsure' && !words.UNSURE.test(text) && !words.OBLIGED.test(text) ? 'done' : label;
    case 'not_done':
    case 'postpone':
      return kind === 'talk' && label === 'fact' && people.length > 0 && plans(part, today) ? 'ahead' : label;
    case 'excuse':
      return label === 'absent' && people.length === 0 ? 'excuse' : label;
    case 'delegate':
      return !parts.some((p) => p.label === 'delegate') && people.length > 0 && HANDED.test(text) ? 'delegate' : label;
    default:
      return label;
  }
}

/** 吴局只打了个照面，| 改天正式谈: still owed, whatever happened. */
const putOff = ({ label, people }: Part, next: Part | undefined): boolean =>
  label === 'fact' &&
  people.length > 0 &&
  next?.label === 'ahead' &&
  next.people.length === 0 &&
  /谈|聊/.test(next.text);

/** 吴局临时被叫走，| 没参加: of the one who was named. */
const missedIt = ({ label, people }: Part, next: Part | undefined): boolean =>
  label !== 'done' &&
  people.length === 1 &&
  next !== undefined &&
  next.people.length === 0 &&
  MISSED_IT.test(next.text);

const plans = ({ text, dates }: Part, today: Today): boolean =>
  /约|找|堵|逮/.test(text) ||
  /\b(?:see|seeing|meet|meeting|talk|talking|on for)\b/.test(text) ||
  dates.some((d) => isAhead(d, today));

const HANDED =
  /替我|代我|帮我|顶我|替一下|顶一下|代劳|代办|代报|代更|交给|托给|拜托|\bfor me\b|\bin my (?:place|stead)\b|\binstead of me\b|\bon my behalf\b|\b(?:cover|stand|fill|step)(?:s|ing)? (?:for|in)\b|\btak(?:e|es|ing) over\b/;

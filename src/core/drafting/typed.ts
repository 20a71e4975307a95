import { instantOf } from '../calendar.ts';
import { namesIn } from '../intake/people.ts';
import { readSchedule } from '../schedule/index.ts';
import { plainWeek, workingCalendar } from '../working-calendar.ts';
import type { Drafting, DraftingStep } from './drafting.ts';
import { unitedPeople } from './people.ts';
import { isNeeded, type Question } from './questions.ts';
import { ANOTHER } from './rounds.ts';
import { deadlineOf } from './settled.ts';
import { asFour, asOne } from './vocabulary.ts';

const anyWeek = workingCalendar(plainWeek);
/** An answer is a few words; anything longer is no answer to the question. */
const LONGEST = 40;

/** What a short typed text answers to the question that is open; undefined if it is none. */
export function readTyped(text: string, question: Question, drafting: Drafting): DraftingStep | undefined {
  const words = text.trim().replace(/[。.！!]+$/u, '');
  if (words === '' || words.length > LONGEST) return undefined;
  if (/^(全部采用|全采用|都采用|全部采纳|all)$/i.test(words)) return { type: 'take-all' };
  if (/^(其余待定|都待定|全部待定)$/.test(words)) return { type: 'leave-rest' };
  if (/^(上一[步问题个]|返回|back)$/i.test(words)) return { type: 'back' };
  const given = (value: string): DraftingStep => ({ type: 'answer', key: question.key, value });
  if (/^(待定|跳过|先放着|不知道|不清楚|下一[个问]|skip)$/i.test(words))
    return isNeeded(question.kind) ? undefined : given('');
  if (/^(采用|可以|好的?|是的?|同意|行|yes|ok)$/i.test(words) && question.proposed) return given(question.proposed);
  const value = valueIn(words, question, drafting);
  return value === undefined ? undefined : given(value);
}

function valueIn(words: string, { kind }: Question, drafting: Drafting): string | undefined {
  const { draft, today } = drafting;
  if (kind === 'round') return roundIn(words, drafting);
  if (kind === 'year') return /^(?:是|按)?(20\d\d)年?$/.exec(words)?.[1];
  if (kind === 'split') return /四|分开|分别|four/i.test(words) ? asFour : /一项|合/.test(words) ? asOne : undefined;
  if (kind === 'when') return isSchedule(words, drafting) ? words : undefined;
  if (kind === 'by') return deadlineOf(words, draft!, Number(today.slice(0, 4))) ? words : undefined;
  // A report (已与王志强谈) is no name.
  if (/已|完成|办结|收到|请假|出差/.test(words)) return undefined;
  const people = unitedPeople(draft!.people, drafting.people);
  const known = people.filter(({ name }) => words.includes(name)).map(({ name }) => name);
  // A post has one holder: two names do not answer who holds it.
  if (kind === 'post' && known.length > 1) return undefined;
  if (known.length > 0) return known.join('、');
  const names = namesIn(words.replace(/^(?:由|我是|是|交给|让)/, '').replace(/(?:负责|牵头|同志|来办|办理)+$/, ''));
  if (names.length > 0) return (kind === 'me' || kind === 'head' ? names.slice(0, 1) : names).join('、');
  const post =
    /^[\u4e00-\u9fff、]{2,20}(?:书记|局长|院长|校长|主任|科长|股长|科|股|室|部|成员|党员|委员|负责人|领导|干部|职工)$/;
  return !['me', 'head', 'post'].includes(kind) && post.test(words) ? words : undefined;
}

function roundIn(words: string, { rounds = [] }: Drafting): string | undefined {
  if (/另(?:加|外|一)|新(?:增|加|的?一轮)|增加|another|new round/i.test(words)) return ANOTHER;
  const named = rounds.findIndex(({ title }) => title !== '' && words.includes(title));
  if (named >= 0) return String(named);
  return rounds.length === 1 && /新版|替换|更新|修订|replace|version/i.test(words) ? '0' : undefined;
}

export function isSchedule(words: string, { today }: Drafting): boolean {
  if (/已|完成了|办结/.test(words)) return false;
  const read = readSchedule(words, { zone: 'UTC', calendar: anyWeek, from: instantOf(today, '09:00', 'UTC') });
  return read.ok && read.schedule.kind !== 'ongoing';
}

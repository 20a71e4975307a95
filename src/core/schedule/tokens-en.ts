import type { Weekday } from '../calendar.ts';
import { afterPeriod } from './after-period.ts';
import type { EventName, PeriodUnit } from './schedule.ts';
import {
  type DayPart,
  type EveryUnit,
  type Scanned,
  type SpanUnit,
  scannerOf,
  type Token,
  type TokenRule,
} from './tokens.ts';
import { weekdayRange } from './weekdays.ts';

// What people write of time in English, lower case, single spaces. Earlier rules win.

const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const N = `(?:\\d{1,4}|${words.join('|')})`;
const DAY = '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const DAYS = `${DAY}s?\\b\\.?`;
const AND = '(?: ?, ?(?:and |or )?| and | or | & | ?/ ?)';
const TO = '(?: ?- ?| to | through | thru | till | until )';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const ORDWORD = `(?:(?:second|third|next|\\d{1,2}(?:st|nd|rd|th))[- ](?:to[- ])?last|penultimate|${ordinals.slice(1).join('|')}|last|final|\\d{1,2}(?:st|nd|rd|th)\\b)`;
const ORDS = `${ORDWORD}(?:${AND}(?:the )?${ORDWORD})*`;
const UNIT = '(?:half[- ]years?|half[- ]months?|fortnights?|days?|weeks?|months?|quarters?|years?)\\b';
const WORKDAY = '(?:(?:working|business|work) ?days?|workdays?|weekdays?)\\b';

const everyUnits: ReadonlyArray<readonly [RegExp, EveryUnit, number]> = [
  [/^half.?year/, 'half-year', 1],
  [/^half.?month/, 'half-month', 1],
  [/^fortnight/, 'week', 2],
  [/^day/, 'day', 1],
  [/^week/, 'week', 1],
  [/^month/, 'month', 1],
  [/^quarter/, 'quarter', 1],
  [/^year/, 'year', 1],
];

const adverbs: Readonly<Record<string, readonly [EveryUnit, number]>> = {
  daily: ['day', 1],
  weekly: ['week', 1],
  fortnightly: ['week', 2],
  biweekly: ['week', 2],
  monthly: ['month', 1],
  quarterly: ['quarter', 1],
  yearly: ['year', 1],
  annually: ['year', 1],
  annual: ['year', 1],
};

function numberOfWord(text: string): number {
  const place = words.indexOf(text);
  return place >= 0 ? place : text === 'a' || text === 'an' ? 1 : Number(text);
}

function ordinalOf(text: string): number {
  if (/^(?:second|next)[- ](?:to[- ])?last|^penultimate/.test(text)) return -2;
  if (/^third[- ](?:to[- ])?last/.test(text)) return -3;
  if (/last$/.test(text) && /^\d/.test(text)) return -Number.parseInt(text, 10);
  if (text === 'last' || text === 'final') return -1;
  const place = ordinals.indexOf(text);
  return place > 0 ? place : Number.parseInt(text, 10);
}

function ordinalsOf(text: string): number[] {
  return (text.match(new RegExp(ORDWORD, 'g')) ?? []).map(ordinalOf);
}

function weekdayOf(text: string): Weekday {
  return (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(text.slice(0, 3)) + 1) as Weekday;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(text: string): number {
  return monthNames.indexOf(text.slice(0, 3)) + 1;
}

function monthsOf(text: string): number[] {
  return (text.match(new RegExp(MONTH, 'g')) ?? []).map(monthOf);
}

function every(unit: string, step = 1): Token {
  const [, name, size] = everyUnits.find(([form]) => form.test(unit))!;
  return step < 1 ? { t: 'impossible', word: `every ${step}` } : { t: 'every', unit: name, step: step * size };
}

function spanOf(count: string, unit: string): { n: number; unit: SpanUnit } {
  if (/half/.test(count)) return /year/.test(unit) ? { n: 6, unit: 'month' } : { n: 15, unit: 'day' };
  const n = numberOfWord(count);
  if (/work|business|weekday/.test(unit)) return { n, unit: 'workday' };
  if (/^fortnight/.test(unit)) return { n: 14 * n, unit: 'day' };
  if (/^half.?year/.test(unit)) return { n: 6 * n, unit: 'month' };
  return { n, unit: unit.replace(/^calendar /, '').replace(/s$/, '') as SpanUnit };
}

function nthOf(list: string, noun: string): Token {
  const ns = ordinalsOf(list);
  if (/^(?:work|business|weekday)/.test(noun)) return { t: 'nth', on: 'workday', ns };
  if (/^days?\b/.test(noun)) return { t: 'nth', on: 'day', ns };
  return { t: 'nth', on: 'weekday', ns, weekday: weekdayOf(noun) };
}

/** Every 1st Monday means of every month, unless its period follows. */
function everyNth(match: RegExpExecArray, nth: Token): Token | readonly Token[] {
  const rest = match.input.slice(match.index + match[0].length);
  return match[0].startsWith('every ') && !/^ (?:of|in) (?:the|each|every) /.test(rest) ? [every('month'), nth] : nth;
}

function weekdaysOf(text: string): Weekday[] {
  return (text.match(new RegExp(`\\b${DAY}`, 'g')) ?? []).map(weekdayOf);
}

function year(text: string | undefined): readonly Token[] {
  return text ? [{ t: 'year', year: Number(text) }] : [];
}

function monthDays(
  month: string,
  day: string,
  last: string | undefined,
  written: string | undefined,
): readonly Token[] {
  const ns = [Number.parseInt(last ?? day, 10)];
  return [...year(written), { t: 'month-days', month: monthOf(month), ns, ...(last ? { window: true } : {}) }];
}

const feasts: ReadonlyArray<readonly [RegExp, string]> = [
  [/new year'?s day|^new year/, '元旦'],
  [/spring festival|chinese new year|lunar new year/, '春节'],
  [/qingming|tomb/, '清明'],
  [/labou?r day|may day/, '劳动节'],
  [/dragon/, '端午'],
  [/mid/, '中秋'],
  [/national day/, '国庆节'],
];
const FEAST =
  "(?:spring festival|chinese new year|lunar new year|new year'?s day|qingming(?: festival)?|tomb[- ]sweeping day|labou?r day|may day|dragon boat(?: festival)?|mid-?autumn(?: festival)?|national day)(?: holidays?)?";

function feastOf(name: string, n: number): Token {
  return { t: 'feast', name: feasts.find(([form]) => form.test(name))![1], n };
}

const events: ReadonlyArray<readonly [RegExp, EventName]> = [
  [/meeting/, 'meeting'],
  [/feedback/, 'feedback'],
  [/inspection|check|visit/, 'inspection'],
  [/talk/, 'talk'],
  [/./, 'activity'],
];

function clock(word: string, hour: string, minute: string | undefined, half: string | undefined): Token {
  const side = half?.[0];
  return {
    t: 'clock',
    word: word.trim(),
    hour: numberOfWord(hour),
    minute: Number(minute ?? 0),
    ...(side === 'a' ? { half: 'am' } : side === 'p' ? { half: 'pm' } : {}),
  };
}

const dayParts: Readonly<Record<string, DayPart>> = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'evening',
};

function relative(word: string, unit: PeriodUnit): Token {
  return { t: 'relative', unit, n: word === 'next' ? 1 : 0 };
}

const HALF = '(?: ?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))';
const END = '(?!\\w)';

const rules: readonly TokenRule[] = [
  [`[ ]+`, () => []],
  [`first on${END}`, () => ({ t: 'first' })],
  // Every third day is no day of the month.
  [`every (${ORDWORD})[- ]days?${END}`, (m) => every('day', ordinalOf(m[1]!))],
  [`every (${ORDWORD}) (weeks?|months?|quarters?|years?)${END}`, (m) => every(m[2]!, ordinalOf(m[1]!))],
  // Refusals that would otherwise be half read.
  [`(?:every |each )?(?:odd|even)(?:[- ]numbered)? weeks?`, (m) => ({ t: 'ask', code: 'parity', word: m[0] })],
  [`bi-?monthly|(?:every |each )?(?:odd|even) months?`, (m) => ({ t: 'ask', code: 'two-months', word: m[0] })],
  [`(?:every |each |on )?(?:the )?weekends?`, (m) => ({ t: 'ask', code: 'weekend', word: m[0] })],
  [`(?:every |each |per )?(?:school )?(?:term|semester)`, (m) => ({ t: 'ask', code: 'school-term', word: m[0] })],
  [`(?:at )?(?:every|each) meeting`, (m) => ({ t: 'ask', code: 'per-event', word: m[0] })],
  [
    `(?:at |by |in )?(?:the )?(?:beginning|start|early|middle) (?:of )?(?:the |each |every |this |next )?(?:year|month|quarter)`,
    (m) => ({ t: 'ask', code: 'year-start', word: m[0] }),
  ],
  [
    `,? ?(?:except|excluding|not)(?: on| for)? (?:weekends?|(?:public )?holidays?|days off)(?: (?:and|or) (?:weekends?|(?:public )?holidays?))?`,
    (m) => ({ t: 'ask', code: 'days-off', word: m[0].trim() }),
  ],
  [`(?:in |during )?(?:the )?(?:${ORDWORD}) week${END}`, (m) => ({ t: 'ask', code: 'week-of', word: m[0] })],
  [`lunar(?! new)`, (m) => ({ t: 'ask', code: 'lunar', word: m[0] })],
  [
    `(?:regularly|periodically|occasionally|irregularly|frequently|often|from time to time|as (?:and when )?(?:needed|required|appropriate)|when (?:appropriate|needed|necessary)|as soon as possible|asap|soon|timely|in (?:a timely manner|due course|the near future)|on time|promptly|shortly|at regular intervals|sometimes?|someday|whenever(?: possible)?|gradually|until further notice)${END}`,
    (m) => ({ t: 'vague', word: m[0] }),
  ],

  // Days off.
  [
    `,? ?(?:or|moved?|moving|shift(?:ed|ing)?|postponed?|deferred?|brought forward|then)(?: (?:it |on|to))* ?(?:on )?(?:the )?(next|following|previous|preceding|last) (?:working|business|work) ?day(?: (?:if|when|in case|on) [^,]*)?`,
    (m) => ({ t: 'shift', to: /next|following/.test(m[1]!) ? 'next' : 'previous' }),
  ],
  [
    `,? ?(?:or )?(?:the )?(?:working|business|work) ?day (before|after)(?: if [^,]*)?`,
    (m) => ({ t: 'shift', to: m[1] === 'after' ? 'next' : 'previous' }),
  ],
  [
    `,? ?(?:if|when)(?: it| that)?(?: is| falls on)? (?:an? )?(?:public )?(?:holiday|day off|weekend)s?,? ?(?:then )?(?:it )?(?:is |to be )?(postponed?|moved? (?:back|later|to the next (?:working|business) day)|deferred?|brought forward|moved? (?:forward|earlier|to the previous (?:working|business) day))`,
    (m) => ({ t: 'shift', to: /forward|earlier|previous/.test(m[1]!) ? 'previous' : 'next' }),
  ],
  [
    `,? ?(postponed?|deferred?|brought forward|moved? earlier)(?: on| for| before)? (?:public )?holidays?`,
    (m) => ({ t: 'shift', to: /forward|earlier/.test(m[1]!) ? 'previous' : 'next' }),
  ],
  [
    `(?:on the eve of|before|ahead of) (?:every|each|all|public)(?: public)? holidays?|before holidays`,
    () => ({ t: 'every', unit: 'feast', step: 1 }),
  ],
  [`(?:by |on )?(?:the )?day before (?:the )?(${FEAST})`, (m) => feastOf(m[1]!, -1)],
  [`(?:on )?(?:the )?(?:first|1st) ${WORKDAY} after (?:the )?(${FEAST})`, (m) => feastOf(m[1]!, 1)],
  [`(?:by|before|ahead of|prior to) (?:the )?(${FEAST})`, (m) => feastOf(m[1]!, -1)],
  [`after (?:the )?(${FEAST})`, (m) => feastOf(m[1]!, 1)],
  [`(?:on )?(?:the )?(${FEAST})`, (m) => feastOf(m[1]!, 0)],

  // Counted spans and events.
  [
    `(?:within|by|in) (?:the first )?(${N}) (days|${WORKDAY}) (?:of|after|following) (?:the end of (?:each |every |the )?(month|quarter|half-year|year)|(?:each |every |the )?(month|quarter|half-year|year)(?:'s end|[- ]end)|(?:each|every) (month|quarter|half-year|year))${END}`,
    (m) => afterPeriod((m[3] ?? m[4] ?? m[5]) as PeriodUnit, numberOfWord(m[1]!), m[2] !== 'days'),
  ],
  [
    `(?:at )?(?:within|in) (?:the next )?(half an?|an?|${N}) ?((?:calendar |working |business |work )?(?:hours?|minutes?)|calendar days?|${WORKDAY}|${UNIT})(?= of the (?:year|month|quarter))?`,
    (m) => spanToken(m),
  ],
  [
    `(half an?|an?|${N}) ((?:calendar )?(?:hours?|minutes?|days?)|${WORKDAY}|${UNIT})(?: from now| later|(?= after | following ))`,
    (m) => ({ t: 'in', ...spanOf(m[1]!, m[2]!), later: true }),
  ],
  [
    `(?:on|by) the day of (?:the )?(meeting|feedback|inspection|talk|activity)${END}`,
    (m) => [
      { t: 'event', event: m[1] as EventName },
      { t: 'relative', unit: 'day', n: 0 },
    ],
  ],
  [
    `(?:after|of|following|from|since)(?: the| each| every| a| receipt of| receiving)* (?:[a-z]+ )??(meetings?|feedback|inspections?|checks?|visits?|talks?|training|activity|event)${END}`,
    (m) => ({ t: 'event', event: events.find(([form]) => form.test(m[1]!))![1] }),
  ],
  [
    `(?:after|of|following|from|since)(?: the)? (?:receipt|receiving|issue)(?: of)?(?: the| a)?(?: notice| notification| letter| document)?${END}`,
    () => ({ t: 'noise', note: 'receipt' }),
  ],

  // Weekdays and what is counted inside a period.
  [
    `(?:on )?(?:the )?(${DAY}) of (?:the )?(${ORDWORD}) week`,
    (m) => ({
      t: 'nth',
      on: 'weekday',
      ns: [ordinalOf(m[2]!)],
      weekday: weekdayOf(m[1]!),
      note: ordinalOf(m[2]!) < 0 ? 'last-week' : 'nth-week',
    }),
  ],
  [`every (?:other|second|2nd) (?=${DAYS}(?! of| in))`, () => ({ t: 'every', unit: 'week', step: 2 })],
  [`every (?:other|second|2nd) (${UNIT})`, (m) => every(m[1]!, 2)],
  [
    `(?:every )?(?:on )?(?:the )?(?:very )?(${ORDS}) (${DAY}s?\\b|${WORKDAY}|days?\\b)`,
    (m) => everyNth(m, nthOf(m[1]!, m[2]!)),
  ],
  [
    `(?:of |in )?(?:the )?month (?:after|following) (?:each |every |the )?(?:end of (?:the |each |every )?)?(quarter|half-year)(?:'s end|[- ]end)?(?: ends?)?`,
    (m) => [{ t: 'month-in', n: 0, note: 'next-quarter-month' }, every(m[1]!)],
  ],
  [
    `(early|mid|middle of)[- ](${MONTH})`,
    (m) => [
      { t: 'months', ns: [monthOf(m[2]!)] },
      { t: 'third', n: m[1] === 'early' ? 1 : 2 },
    ],
  ],
  [`(?:in )?(?:the )?(${ORDWORD}) months?`, (m) => ({ t: 'month-in', n: ordinalOf(m[1]!) })],
  [
    `(?:in )?(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th|last) quarter(?: of)?|q([1-4])`,
    (m) => ({ t: 'quarter', n: m[2] ? Number(m[2]) : m[1] === 'last' ? 4 : ordinalOf(m[1]!) }),
  ],
  [
    `(?:in )?(?:the )?(first|second) half(?: of)?(?: the year)?|h([12])${END}`,
    (m) => ({ t: 'half', n: m[2] ? Number(m[2]) : ordinalOf(m[1]!) }),
  ],

  [
    `(?:by |before |at |the )*(?:cob|eob|eod|(?:close|end) of (?:business|play|work))${END}(?: on)?`,
    () => [{ t: 'part', part: 'afternoon', word: 'COB' }, { t: 'before' }],
  ],
  [
    `(?:by |the )*eo([mqy])${END}`,
    (m) => ({ t: 'end', unit: ({ m: 'month', q: 'quarter', y: 'year' } as const)[m[1] as 'm'] }),
  ],

  // Relative days and periods.
  [`(?:the )?day after tomorrow`, () => ({ t: 'relative', unit: 'day', n: 2 })],
  [`today|(?=tonight)`, () => ({ t: 'relative', unit: 'day', n: 0 })],
  [
    `tonight`,
    () => [
      { t: 'relative', unit: 'day', n: 0 },
      { t: 'part', part: 'evening', word: 'tonight' },
    ],
  ],
  [`tomorrow`, () => ({ t: 'relative', unit: 'day', n: 1 })],
  [`yesterday`, () => ({ t: 'relative', unit: 'day', n: -1 })],
  [`(?:on )?(this|next) (?=${DAYS})`, (m) => relative(m[1]!, 'week')],
  [`(?:on )?(?:the )?coming (?=${DAYS})`, () => []],
  [`(?:the )?next (?:working|business|work) ?day`, () => ({ t: 'in', n: 1, unit: 'workday', later: true })],
  [`(this|next|the current) (week|month|quarter|year)(?:'s)?${END}`, (m) => relative(m[1]!, m[2] as PeriodUnit)],
  [
    `(?:the )?end of (?:the |this )?(?:calendar )?(week|month|quarter|year)${END}|(month|quarter|year)[- ]end|end of (?:the )?day`,
    (m) =>
      m[1] === 'week'
        ? relative('this', 'week')
        : m[0].endsWith('day')
          ? []
          : { t: 'end', unit: (m[1] ?? m[2]) as PeriodUnit },
  ],
  [`(?:the )?(?:very )?end of|(?:the )?end(?= (?:june|july|[a-z]+ \\d{4}))|late (?=${MONTH})`, () => ({ t: 'end' })],

  // Cadences.
  [
    `(?:every|each|per|on|all)? ?(?:working|business|work) ?days?${END}|(?:every |each |on |all )?(?:weekdays?|workdays?)${END}`,
    () => ({ t: 'every', unit: 'workday', step: 1 }),
  ],
  [`everyday|every single day`, () => every('day')],
  [`(?:every|each) (month|quarter|half-year|year)[- ]end${END}`, (m) => [every(m[1]!), { t: 'end' }]],
  [`every (?=(?:morning|afternoon|evening|night)${END})`, () => every('day')],
  [
    `every (${N}) ((?:working|business|work) ?days?|workdays?|weekdays?|hours?|minutes?|seconds?)|hourly|every (?:hour|minute|second)${END}`,
    (m) => ({ t: 'unsupported', word: m[0] }),
  ],
  [`every (${N}) (${UNIT})`, (m) => every(m[2]!, numberOfWord(m[1]!))],
  [`(?:of )?(?:every|each|per|a|in each|in every|during each) (${UNIT})`, (m) => every(m[1]!)],
  [`(?:of|in) the (month|quarter|half-year|year|week)${END}`, (m) => every(m[1]!)],
  [`semi-?annually|half[- ]yearly|biannually|twice[- ]yearly`, () => every('half-year')],
  [`semi-?monthly|half[- ]monthly`, () => every('half-month')],
  [
    `(${Object.keys(adverbs).join('|')})${END}`,
    (m) => ({ t: 'every', unit: adverbs[m[1]!]![0], step: adverbs[m[1]!]![1] }),
  ],
  [`(?:on )?(?:every|each) (?=${DAYS})`, () => every('week')],
  [`(?:in )?(?:every|each) (?=${MONTH})`, () => every('year')],
  [`(?:on )?(?:every|each) (?=\\d{1,2}(?:st|nd|rd|th))`, () => every('month')],
  [
    `(?:at least |no less than |not less than |no fewer than )?(once|twice|thrice|(${N}) times)`,
    (m) => ({ t: 'count', n: m[2] ? numberOfWord(m[2]) : ['', 'once', 'twice', 'thrice'].indexOf(m[1]!) }),
  ],
  [`(?:for |at least )*(?:half an hour|an hour|${N} (?:minutes?|hours?|min))(?: each)?${END}`, () => ({ t: 'amount' })],
  [`at least|no less than|in principle|generally|usually`, () => ({ t: 'noise' })],
  [
    `(?:from |on )?(${DAY})${TO}(${DAY})s?${END}`,
    (m) => ({ t: 'weekday', days: weekdayRange(weekdayOf(m[1]!), weekdayOf(m[2]!)), plural: true }),
  ],
  [`(?:on )?${DAYS}(?:${AND}(?:on )?${DAYS})*`, (m) => weekdayToken(m[0])],

  // Dates.
  [
    `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`,
    (m) => ({ t: 'date', year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  ],
  [`(\\d{1,2})[/.](\\d{1,2})[/.](20\\d{2})(?!\\d)`, slashed],
  [
    `(20\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)`,
    (m) => ({ t: 'date', year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  ],
  [
    `(?:on )?(?:the )?(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:| ?[ap]\\.?m)(?:${TO}(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:| ?[ap]\\.?m))?(?:,? (\\d{4})(?!\\d))?`,
    (m) => monthDays(m[1]!, m[2]!, m[3], m[4]),
  ],
  [
    `(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH}(?:${AND}${MONTH})+)`,
    (m) => [
      { t: 'months', ns: monthsOf(m[2]!) },
      { t: 'days', ns: [Number(m[1])] },
    ],
  ],
  [
    `(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:${TO}(\\d{1,2})(?:st|nd|rd|th)?)? (?:of )?(${MONTH})(?:,? (\\d{4})(?!\\d))?`,
    (m) => monthDays(m[3]!, m[1]!, m[2], m[4]),
  ],
  [
    `(?:of |in )?(${MONTH}(?:${AND}${MONTH})*)(?:,? (\\d{4})(?!\\d))?`,
    (m) => [...year(m[2]), { t: 'months', ns: monthsOf(m[1]!) }],
  ],
  [`(?:of |in )?(?:the year )?(20\\d{2})(?!\\d|:)`, (m) => year(m[1])],
  [`(?:on )?(?:the )?(?:days? )?(${ORDS})(?: days?)?`, (m) => ({ t: 'days', ns: ordinalsOf(m[1]!) })],
  [`(?:on )?days? (\\d{1,3}(?:${AND}\\d{1,2})*)`, (m) => ({ t: 'days', ns: m[1]!.match(/\d+/g)!.map(Number) })],

  // Clock times.
  [`(?:at )?(?:about )?half past (${N})${HALF}?`, (m) => clock(m[0], m[1]!, '30', m[2])],
  [`(?:at )?(?:a )?quarter past (${N})${HALF}?`, (m) => clock(m[0], m[1]!, '15', m[2])],
  [
    `(?:at )?(\\d{1,2})(?:[:.](\\d{2}))?(?: ?(?:-|to) ?)\\d{1,2}(?:[:.]\\d{2})?${HALF}`,
    (m) => clock(m[0], m[1]!, m[2], m[3]),
  ],
  [`(?:at )?(?:about )?(\\d{1,2}|${words.join('|')})(?:[:.](\\d{2}))?${HALF}`, (m) => clock(m[0], m[1]!, m[2], m[3])],
  [`(?:at )?(\\d{1,2}):(\\d{2})(?::00)?(?!\\d)`, (m) => clock(m[0], m[1]!, m[2], undefined)],
  [`(?:at )?(${N}) ?o'?clock`, (m) => clock(m[0], m[1]!, undefined, undefined)],
  [
    `at (\\d{1,2}|${words.join('|')})(?![\\d:])(?:h| hours| hrs)?${END}`,
    (m) => clock(m[0], m[1]!, undefined, undefined),
  ],
  [`(?:at )?(?:12 )?noon|(?:at )?midday`, (m) => clock(m[0], '12', undefined, undefined)],
  [`(?:at )?midnight`, (m) => clock(m[0], '0', undefined, undefined)],
  [
    `(?:in the |at )?(morning|afternoon|evening|night)s?${END}`,
    (m) => ({ t: 'part', part: dayParts[m[1]!]!, word: m[1]! }),
  ],

  // Classes.
  [
    `(?:(?:kept?|carried) (?:it )?(?:up|on)(?: indefinitely)?|keep (?:it )?up(?: indefinitely)?|(?:on an )?ongoing(?: basis)?|long[- ]term(?: effort)?|continu(?:ous|ously|ed|ing|e|al|ally)|indefinitely|permanent(?:ly)?|sustain(?:ed)?|persist(?:ently)?|maintain(?:ed)?|thereafter|standing)${END}`,
    () => ({ t: 'ongoing' }),
  ],
  [
    `(?:rectif(?:y|ied) |fix(?:ed)? )?(?:immediate(?:ly)?|at once|right away|straight away|forthwith|without delay|on the spot)(?: rectification)?`,
    () => ({ t: 'immediate' }),
  ],

  // Small words.
  [`(?:by|before|no later than|not later than|at the latest|due by|latest)${END}`, () => ({ t: 'before' })],
  [`(?:from|starting(?: from| on)?|beginning(?: on)?|since|as of|effective)${END}`, () => ({ t: 'since' })],
  [`(?:until|till|through|up to)${END}`, () => ({ t: 'until' })],
  [`(?:to|-)${END}|-`, () => ({ t: 'range' })],
  [`(?:[,;:()+&]|(?:and|then|or|plus|after that|afterwards|with)${END})+`, () => ({ t: 'sep' })],
  [
    `(?:the|on|at|of|in|for|is|are|be|to be|due|held|hold|submit(?:ted)?|report(?:ed)?|complete[d]?|done|finish(?:ed)?|date|deadline|always|please|during|it|up|rectif(?:y|ied)|meeting|study|sharp|exactly)${END}|[.]`,
    () => ({ t: 'noise' }),
  ],
];

/** 30/6/2026 and 6/30/2026 are one day; 3/4/2026 is asked about. */
function slashed(match: RegExpExecArray): Token {
  const [word, a, b, of] = match;
  const [first, second, year] = [Number(a), Number(b), Number(of)];
  if (first > 12 || first === second) return { t: 'date', year, month: second, day: first };
  if (second > 12) return { t: 'date', year, month: first, day: second };
  return { t: 'ask', code: 'day-month', word };
}

function spanToken(match: RegExpExecArray): Token {
  const within = /within/.test(match[0]);
  return { t: 'in', ...spanOf(match[1]!, match[2]!), ...(within ? {} : { later: true }) };
}

function weekdayToken(text: string): Token {
  const days = weekdaysOf(text);
  const plural = days.length > 1 || /days\b/.test(text);
  return plural ? { t: 'weekday', days, plural: true } : { t: 'weekday', days };
}

const inside = new Set<Token['t']>(['days', 'nth', 'end', 'weekday']);
const scope = new Set<Token['t']>(['months', 'month-in', 'quarter', 'half']);

/** English says the day before its month (25th of the last month); the rules below want the month first, as in Chinese. */
function scopeFirst(tokens: readonly Token[]): readonly Token[] {
  const ordered = tokens.filter((token) => token.t !== 'noise' || token.note !== undefined);
  for (let at = 0; at + 1 < ordered.length; at++) {
    const next = ordered.findIndex(({ t }, place) => place > at && t !== 'year');
    if (!inside.has(ordered[at]!.t) || next < 0 || !scope.has(ordered[next]!.t)) continue;
    const [moved] = ordered.splice(next, 1);
    ordered.splice(at, 0, moved!);
    at++;
  }
  return ordered;
}

const scan = scannerOf(rules);

export function scanEnglish(text: string): Scanned {
  const scanned = scan(text);
  return scanned.ok ? { ok: true, tokens: scopeFirst(scanned.tokens) } : scanned;
}

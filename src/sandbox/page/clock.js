// The office clock: it runs on between two readings, and jumps where the server says.

import { request } from './link.js';
import { $, model } from './model.js';
import { toast } from './toast.js';
import { currentLanguage, setText, word } from './words.js';

let readAt = performance.now();

const formatter = (options) => {
  const made = new Map();
  return (at) => {
    const locale = currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
    const key = `${locale}/${model.clock.zone}`;
    if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: model.clock.zone }));
    return made.get(key).format(at);
  };
};
const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
export const timeOf = formatter(clockTime);
export const dayOf = formatter({ month: 'long', day: 'numeric', weekday: 'short' });
const fullDayOf = formatter({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const shortOf = formatter({ month: 'numeric', day: 'numeric', weekday: 'short', ...clockTime });

const officeNow = () => model.clock.journey?.at ?? model.clock.now + performance.now() - readAt;

export function drawTime() {
  const now = officeNow();
  setText($('date'), fullDayOf(now));
  setText($('time'), timeOf(now));
  // What was ahead has come: ask what is next.
  if (model.clock.next && now > model.clock.next.at + 1000) readClockSoon();
}

export function drawClock() {
  const { journey, movable } = model.clock;
  for (const button of $('steps').children) button.disabled = Boolean(journey);
  $('steps').hidden = !movable;
  $('progress').hidden = !journey;
  if (journey)
    $('progress').value = journey.to > journey.from ? (journey.at - journey.from) / (journey.to - journey.from) : 1;
  drawTime();
  setText($('ahead'), aheadText());
}

function aheadText() {
  const { journey, next } = model.clock;
  if (journey) return word('clock-moving', { what: journey.what ?? '' });
  return next ? word('clock-upcoming', { time: shortOf(next.at), what: next.what }) : '';
}

export function takeClock(fresh) {
  model.clock = fresh;
  readAt = performance.now();
  drawClock();
  if (fresh.failed) toast(word('clock-failed'));
}

let timer;
/** What comes next may have changed. A server that is away is noticed elsewhere. */
export function readClockSoon() {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const fresh = await request('GET', 'clock').catch(() => undefined);
    if (fresh && !model.clock.journey) takeClock(fresh);
  }, 600);
}

export const moveClock = (step) => request('POST', 'clock', { step });

// The local chat: one page, one person at a time, one clock.

import { drawMessage, element } from './draw.js';
import { act, follow, request, settings } from './link.js';

const $ = (id) => document.getElementById(id);
const kept = {
  get: (key) => localStorage.getItem(`sandbox.${key}`),
  set: (key, value) => localStorage.setItem(`sandbox.${key}`, value),
};

let language = kept.get('language') ?? settings.language;
let seats = { people: [], groups: [], commands: { zh: [], en: [] } };
let clock = { now: Date.now(), zone: 'Asia/Shanghai' };
let clockReadAt = performance.now();
let world = '';
let current = 0;
let replying;
let attached = [];
const chats = new Map();
const taps = new Map();
const answered = new Set();

function word(id, values = {}) {
  return (settings.words[language][id] ?? id).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const chatOf = (id) => chats.get(id) ?? chats.set(id, new Map()).get(id);
const groupOf = (id) => seats.groups.find((group) => group.id === id);
const personOf = (id) => seats.people.find((person) => person.id === id);
const speaker = () => (groupOf(current) ? Number($('speaker').value) : current);

// —— Time ——

const format = (options) => {
  const made = new Map();
  return (at) => {
    const key = `${language}/${clock.zone}`;
    if (!made.has(key))
      made.set(
        key,
        new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: clock.zone }),
      );
    return made.get(key).format(at);
  };
};
const timeOf = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOf = format({ month: 'long', day: 'numeric', weekday: 'short' });
const fullDayOf = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const shortOf = format({
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const officeNow = () => clock.journey?.at ?? clock.now + performance.now() - clockReadAt;

function drawTime() {
  const now = officeNow();
  setText($('date'), fullDayOf(now));
  setText($('time'), timeOf(now));
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function drawClock() {
  drawTime();
  const { journey, next } = clock;
  for (const button of $('steps').children) button.disabled = Boolean(journey);
  $('steps').hidden = !clock.movable;
  $('progress').hidden = !journey;
  if (journey)
    $('progress').value = journey.to > journey.from ? (journey.at - journey.from) / (journey.to - journey.from) : 1;
  const ahead = journey
    ? word('clock-moving', { what: journey.what ?? '' })
    : next
      ? word('clock-upcoming', { time: shortOf(next.at), what: next.what })
      : '';
  setText($('ahead'), ahead);
}

function takeClock(fresh) {
  clock = fresh;
  clockReadAt = performance.now();
  drawClock();
  if (fresh.failed) toast(word('clock-failed'));
}

async function readClock() {
  if (!clock.journey) takeClock(await request('GET', 'clock'));
}

// —— Seats ——

const readUpTo = (id) => Number(kept.get(`read.${world}.${id}`) ?? 0);

function unreadIn(id) {
  let count = 0;
  for (const message of chatOf(id).values())
    if (message.from.id !== id && !message.deleted && message.id > readUpTo(id)) count += 1;
  return count;
}

function markRead(id) {
  const last = [...chatOf(id).keys()].at(-1);
  if (last && last > readUpTo(id) && document.visibilityState === 'visible') kept.set(`read.${world}.${id}`, last);
}

function drawSeats() {
  const focused = document.activeElement?.dataset?.seat;
  const people = seats.people.map((person) => drawSeat(person, person.started ? person.post : word('not-started')));
  const groups = seats.groups.map((group) => drawSeat(group, word('group'), true));
  $('seats').replaceChildren(...people, ...groups);
  if (focused) $('seats').querySelector(`[data-seat="${focused}"]`)?.focus();
  const total = [...seats.people, ...seats.groups].reduce((sum, { id }) => sum + unreadIn(id), 0);
  document.title = total ? `(${total}) ${word('title')}` : word('title');
}

function drawSeat({ id, name, blocked }, below, isGroup = false) {
  const unread = id === current ? 0 : unreadIn(id);
  const label = [name, below, unread ? word('unread', { count: unread }) : ''].filter(Boolean).join(', ');
  const button = element(
    'button',
    {
      type: 'button',
      className: 'seat',
      'data-seat': id,
      'aria-label': label,
      'aria-current': id === current ? 'true' : 'false',
    },
    element('span', { className: isGroup ? 'face group' : 'face', 'aria-hidden': 'true' }, [...name][0] ?? ''),
    element('span', { className: 'called' }, element('b', {}, name), element('small', {}, below)),
    unread ? element('span', { className: 'badge', 'aria-hidden': 'true' }, unread > 99 ? '99+' : String(unread)) : '',
  );
  if (blocked) button.classList.add('blocked');
  return element('li', {}, button);
}

function take(id) {
  if (id === current) return;
  current = id;
  kept.set('seat', id);
  stopReplying();
  attached = [];
  drawFiles();
  drawChat();
}

// —— Chat ——

function drawChat() {
  const group = groupOf(current);
  const seat = group ?? personOf(current);
  if (!seat) return;
  setText($('name'), seat.name);
  setText($('post'), group ? word('group') : seat.post);
  $('scroll').setAttribute('aria-label', word('messages', { name: seat.name }));
  drawSpeakers(group);
  drawState(seat, group);
  drawCommands();
  drawMessages();
  markRead(current);
  drawSeats();
}

function drawMessages() {
  const list = $('messages');
  // A change of seat is no news: only what comes afterwards is read aloud.
  list.setAttribute('aria-live', 'off');
  const items = [];
  let day = '';
  for (const message of chatOf(current).values()) {
    if (message.deleted) continue;
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      items.push(element('li', { className: 'day' }, element('p', {}, day)));
    }
    items.push(draw(message));
  }
  list.replaceChildren(...items);
  list.dataset.day = day;
  $('empty').hidden = items.length > 0;
  toEnd();
  requestAnimationFrame(() => list.setAttribute('aria-live', 'polite'));
}

function draw(message) {
  const mine = message.from.id === speaker();
  return drawMessage(message, {
    mine,
    named: Boolean(groupOf(current)) && !mine,
    time: timeOf(message.at),
    target: chatOf(current).get(message.replyTo),
    word,
  });
}

function takeMessage(message) {
  chatOf(message.chat).set(message.id, message);
  if (message.chat === current) show(message);
  drawSeats();
}

function show(message) {
  const list = $('messages');
  const atEnd = isAtEnd();
  const old = $(`m${message.id}`);
  if (message.deleted) old?.remove();
  else if (old) replace(old, draw(message));
  else {
    $('empty').hidden = true;
    const day = dayOf(message.at);
    if (list.dataset.day !== day) list.append(element('li', { className: 'day' }, element('p', {}, day)));
    list.dataset.day = day;
    const item = draw(message);
    item.classList.add('fresh');
    list.append(item);
  }
  markRead(current);
  if (atEnd || message.from.id === speaker()) toEnd();
}

function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  const key = focused?.textContent;
  old.replaceWith(fresh);
  if (focused) [...fresh.querySelectorAll('button')].find((button) => button.textContent === key)?.focus();
}

const isAtEnd = () => $('scroll').scrollHeight - $('scroll').scrollTop - $('scroll').clientHeight < 120;

let atEndNow = true;
function toEnd() {
  atEndNow = true;
  $('scroll').scrollTop = $('scroll').scrollHeight;
  $('newest').hidden = true;
}

function drawSpeakers(group) {
  $('speaker-row').hidden = !group;
  if (!group) return;
  const select = $('speaker');
  const chosen = select.value || kept.get('speaker') || String(seats.people[0]?.id ?? '');
  select.replaceChildren(
    ...seats.people.map(({ id, name, post }) =>
      element('option', { value: String(id) }, post ? `${name} · ${post}` : name),
    ),
  );
  select.value = chosen;
}

/** What stands in the way of writing, and the one thing to do about it. */
function drawState(seat, group) {
  const out = group && !['member', 'administrator'].includes(group.bot);
  const stopped = out
    ? ['group-without', 'group-add']
    : seat.blocked
      ? ['blocked', 'unblock']
      : !group && !seat.started
        ? ['not-started', 'start']
        : undefined;
  $('stopped').hidden = !stopped;
  $('line').hidden = Boolean(stopped) && !out && seat.blocked;
  if (stopped) {
    setText($('stopped-why'), word(stopped[0]));
    setText($('stopped-action'), word(stopped[1]));
    $('stopped-action').dataset.act = stopped[1];
  }
  const action = stopped ? undefined : group ? 'group-remove' : 'block';
  $('seat-action').hidden = !action;
  if (action) setText($('seat-action'), word(action));
  $('seat-action').dataset.act = action ?? '';
}

const seatActs = {
  start: () => act('start', { person: current }),
  block: () => act('block', { person: current }),
  unblock: () => act('unblock', { person: current }),
  'group-add': () => act('set-bot', { person: speaker(), chat: current, membership: 'member' }),
  'group-remove': () => act('set-bot', { person: speaker(), chat: current, membership: 'kicked' }),
};

// —— Writing ——

function startReplying(id) {
  const message = chatOf(current).get(id);
  if (!message) return;
  replying = id;
  setText($('replying-name'), word('reply-to', { name: message.from.name }));
  setText($('replying-text'), message.text || message.file?.name || '');
  $('replying').hidden = false;
  $('text').focus();
}

function stopReplying() {
  replying = undefined;
  $('replying').hidden = true;
}

function drawFiles() {
  $('files').hidden = attached.length === 0;
  $('files').replaceChildren(
    ...attached.map((file, i) =>
      element(
        'li',
        {},
        element('span', {}, file.name),
        element(
          'button',
          {
            type: 'button',
            className: 'quiet',
            'data-drop': i,
            'aria-label': word('attach-remove', { name: file.name }),
          },
          '×',
        ),
      ),
    ),
  );
}

function drawCommands() {
  const commands = seats.commands[language].length ? seats.commands[language] : seats.commands.zh;
  $('slash').hidden = commands.length === 0;
  $('commands').replaceChildren(
    ...commands.map(({ command, description }) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', 'data-command': `/${command}` },
          element('b', {}, `/${command}`),
          element('span', {}, description),
        ),
      ),
    ),
  );
}

function openCommands(open) {
  $('commands').hidden = !open;
  $('slash').setAttribute('aria-expanded', String(open));
  if (open) $('commands').querySelector('button')?.focus();
}

async function send() {
  const text = $('text').value.trim();
  const files = attached;
  if (!text && !files.length) return;
  const to = { person: speaker(), chat: current, ...(replying && { replyTo: replying }) };
  const sent = files.length ? sendFiles(files, text, to) : act('say', { ...to, text });
  $('text').value = '';
  attached = [];
  grow();
  drawFiles();
  stopReplying();
  await sent.catch((error) => {
    // What could not be sent is not lost.
    if (!$('text').value) $('text').value = text;
    throw error;
  });
}

async function sendFiles(files, text, to) {
  for (const [i, file] of files.entries()) {
    const form = new FormData();
    for (const [name, value] of Object.entries(to)) form.set(name, value);
    if (i === 0) form.set('text', text);
    form.set('file', file);
    await act('attach', form);
  }
}

function grow() {
  const text = $('text');
  text.style.setProperty('height', 'auto');
  text.style.setProperty('height', `${Math.min(text.scrollHeight, 140)}px`);
}

async function tap(button) {
  const message = Number(button.closest('li').id.slice(1));
  button.classList.add('waiting');
  const query = await act('tap', { person: speaker(), chat: current, message, data: button.dataset.tap });
  // The answer can be quicker than the tap's own receipt.
  if (answered.delete(query)) return button.classList.remove('waiting');
  taps.set(query, button);
  setTimeout(() => taps.has(query) && settleTap(query), 8000);
}

function settleTap(query) {
  if (!taps.has(query)) answered.add(query);
  taps.get(query)?.classList.remove('waiting');
  taps.delete(query);
}

let toastTimer;
function toast(text) {
  setText($('toast'), text);
  $('toast').hidden = !text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(
    () => {
      $('toast').hidden = true;
    },
    2500 + text.length * 90,
  );
}

function refused(error) {
  const known = settings.words[language][`refused-${error.code}`];
  toast(known ?? word('refused'));
}

const doing = (work) => (event) => void Promise.resolve(work(event)).catch(refused);

// —— Words ——

function drawWords() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  for (const node of document.querySelectorAll('[data-word]')) setText(node, word(node.dataset.word));
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', word(node.dataset.label));
  for (const node of document.querySelectorAll('[data-title]')) node.title = word(node.dataset.title);
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = word(node.dataset.placeholder);
  $('language').lang = language === 'zh' ? 'en' : 'zh-Hans';
}

// —— Events ——

const closest = (event, name) => event.target.closest(`[data-${name}]`);

$('seats').addEventListener('click', (event) => {
  const seat = closest(event, 'seat');
  if (seat) take(Number(seat.dataset.seat));
});
$('messages').addEventListener(
  'click',
  doing((event) => {
    const [key, reply, quote] = ['tap', 'reply', 'goto'].map((name) => closest(event, name));
    if (key) return tap(key);
    if (reply) startReplying(Number(reply.dataset.reply));
    if (quote) $(`m${quote.dataset.goto}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }),
);
$('write').addEventListener(
  'submit',
  doing((event) => {
    event.preventDefault();
    return send();
  }),
);
$('text').addEventListener('input', grow);
$('text').addEventListener('keydown', (event) => {
  // Enter sends, unless a Chinese input method is still composing.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $('write').requestSubmit();
});
$('file').addEventListener('change', () => {
  attached = [...attached, ...$('file').files];
  $('file').value = '';
  drawFiles();
  $('text').focus();
});
$('files').addEventListener('click', (event) => {
  const drop = closest(event, 'drop');
  if (!drop) return;
  attached = attached.filter((_, i) => i !== Number(drop.dataset.drop));
  drawFiles();
});
$('slash').addEventListener('click', () => openCommands($('commands').hidden));
$('commands').addEventListener(
  'click',
  doing((event) => {
    const command = closest(event, 'command');
    openCommands(false);
    $('text').focus();
    if (command) return act('say', { person: speaker(), chat: current, text: command.dataset.command });
  }),
);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  openCommands(false);
  stopReplying();
});
$('replying-cancel').addEventListener('click', stopReplying);
$('speaker').addEventListener('change', () => {
  kept.set('speaker', $('speaker').value);
  drawMessages();
});
for (const id of ['seat-action', 'stopped-action'])
  $(id).addEventListener(
    'click',
    doing((event) => seatActs[event.currentTarget.dataset.act]()),
  );
$('steps').addEventListener(
  'click',
  doing((event) => {
    const step = closest(event, 'step');
    if (step) return request('POST', 'clock', { step: step.dataset.step });
  }),
);
$('scroll').addEventListener('scroll', () => {
  atEndNow = isAtEnd();
  $('newest').hidden = atEndNow;
});
// Whoever looks at the end stays there when a photo arrives or the page around it moves.
const keepEnd = new ResizeObserver(() => atEndNow && toEnd());
keepEnd.observe($('messages'));
keepEnd.observe($('scroll'));
$('newest').addEventListener('click', toEnd);
$('hint-close').addEventListener('click', () => {
  kept.set('hinted', 'yes');
  $('hint').hidden = true;
});
$('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  kept.set('language', language);
  drawWords();
  drawClock();
  drawChat();
});
document.addEventListener('visibilitychange', () => {
  markRead(current);
  drawSeats();
});

// —— Start ——

async function load() {
  const state = await request('GET', 'state');
  world = state.world;
  seats = state.seats;
  chats.clear();
  for (const message of state.messages) chatOf(message.chat).set(message.id, message);
  takeClock(state.clock);
  const wanted = current || Number(kept.get('seat'));
  current = groupOf(wanted) || personOf(wanted) ? wanted : (seats.people[0]?.id ?? seats.groups[0]?.id ?? 0);
  drawChat();
}

let clockTimer;
function readClockSoon() {
  clearTimeout(clockTimer);
  clockTimer = setTimeout(() => void readClock().catch(() => undefined), 600);
}

drawWords();
$('hint').hidden = kept.get('hinted') === 'yes';
setInterval(drawTime, 1000);
follow({
  hello: () => {
    $('toast').hidden = true;
    void load().catch(refused);
  },
  message: (message) => {
    takeMessage(message);
    readClockSoon();
  },
  seats: (fresh) => {
    const before = `${JSON.stringify(groupOf(current) ?? personOf(current))}${JSON.stringify(seats.commands)}`;
    seats = fresh;
    const after = `${JSON.stringify(groupOf(current) ?? personOf(current))}${JSON.stringify(seats.commands)}`;
    if (before === after) drawSeats();
    else {
      if (!groupOf(current) && !personOf(current)) current = seats.people[0]?.id ?? 0;
      drawChat();
    }
  },
  clock: takeClock,
  answer: ({ query, person, text }) => {
    settleTap(query);
    if (text && person === speaker()) toast(text);
  },
  lost: () => toast(word('offline')),
});

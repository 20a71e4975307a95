import { dayOf, timeOf } from './clock.js';
import { drawMessage, element } from './draw.js';
import { act } from './link.js';
import { $, chatOf, groupOf, kept, model, personOf, speaker } from './model.js';
import { drawSeats, markRead } from './seats.js';
import { toast } from './toast.js';
import { setText, word } from './words.js';
import { drawCommands } from './writing.js';

export function drawChat() {
  const group = groupOf(model.current);
  const seat = group ?? personOf(model.current);
  if (!seat) return;
  setText($('name'), seat.name);
  setText($('post'), group ? word('group') : seat.post);
  $('scroll').setAttribute('aria-label', word('messages', { name: seat.name }));
  drawSpeakers(group);
  drawState(seat, group);
  drawCommands();
  drawMessages();
  markRead(model.current);
  drawSeats();
}

export function drawMessages() {
  const list = $('messages');
  // A change of seat is no news: only what comes afterwards is read aloud.
  list.setAttribute('aria-live', 'off');
  list.replaceChildren();
  list.dataset.day = '';
  for (const message of chatOf(model.current).values()) if (!message.deleted) append(message);
  $('empty').hidden = list.children.length > 0;
  toEnd();
  requestAnimationFrame(() => list.setAttribute('aria-live', 'polite'));
}

// —— Under the name, for as long as the platform shows it: the bot is preparing a file ——

const WORKING_MS = 5000;
let working;

export function takeAction({ chat }) {
  if (chat !== model.current) return;
  setText($('post'), word('working'));
  clearTimeout(working);
  working = setTimeout(restPost, WORKING_MS);
}

function restPost() {
  clearTimeout(working);
  const group = groupOf(model.current);
  setText($('post'), group ? word('group') : (personOf(model.current)?.post ?? ''));
}

function append(message) {
  const list = $('messages');
  const day = dayOf(message.at);
  if (list.dataset.day !== day) list.append(element('li', { className: 'day' }, element('p', {}, day)));
  list.dataset.day = day;
  const item = draw(message);
  list.append(item);
  return item;
}

function draw(message) {
  const mine = message.from.id === speaker();
  return drawMessage(message, {
    mine,
    named: Boolean(groupOf(model.current)) && !mine,
    time: timeOf(message.at),
    target: chatOf(model.current).get(message.replyTo),
    word,
  });
}

export function takeMessage(message) {
  chatOf(message.chat).set(message.id, message);
  if (message.chat === model.current && message.from.bot && message.file) restPost();
  if (message.chat === model.current) show(message);
  drawSeats();
}

function show(message) {
  const stay = !atEnd && message.from.id !== speaker();
  const old = $(`m${message.id}`);
  if (message.deleted) old?.remove();
  else if (old) replace(old, draw(message));
  else append(message).classList.add('fresh');
  $('empty').hidden = $('messages').children.length > 0;
  markRead(model.current);
  if (!stay) toEnd();
}

function replace(old, fresh) {
  const key = old.contains(document.activeElement) ? document.activeElement.textContent : undefined;
  old.replaceWith(fresh);
  if (key) [...fresh.querySelectorAll('button')].find((button) => button.textContent === key)?.focus();
}

// —— The end of the chat: whoever looks at it stays there when a photo arrives or the page around it moves. ——

let atEnd = true;

export function toEnd() {
  atEnd = true;
  $('scroll').scrollTop = $('scroll').scrollHeight;
  $('newest').hidden = true;
}

export function followEnd() {
  const scroll = $('scroll');
  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
    $('newest').hidden = atEnd;
  });
  const keep = new ResizeObserver(() => atEnd && toEnd());
  keep.observe($('messages'));
  keep.observe(scroll);
}

// —— What stands in the way of writing, and the one thing to do about it ——

function obstacleOf(seat, group) {
  if (group)
    return ['member', 'administrator'].includes(group.bot) ? undefined : { why: 'group-without', act: 'group-add' };
  if (seat.blocked) return { why: 'blocked', act: 'unblock', silent: true };
  return seat.started ? undefined : { why: 'not-started', act: 'start' };
}

function drawState(seat, group) {
  const obstacle = obstacleOf(seat, group);
  $('stopped').hidden = !obstacle;
  $('line').hidden = Boolean(obstacle?.silent);
  $('seat-action').hidden = Boolean(obstacle);
  const action = group ? 'group-remove' : 'block';
  setText($('seat-action'), word(action));
  $('seat-action').dataset.act = action;
  if (!obstacle) return;
  setText($('stopped-why'), word(obstacle.why));
  setText($('stopped-action'), word(obstacle.act));
  $('stopped-action').dataset.act = obstacle.act;
}

const seatActs = {
  start: (person) => act('start', { person }),
  block: (person) => act('block', { person }),
  unblock: (person) => act('unblock', { person }),
  'group-add': (chat) => act('set-bot', { person: speaker(), chat, membership: 'member' }),
  'group-remove': (chat) => act('set-bot', { person: speaker(), chat, membership: 'kicked' }),
};

export const actOnSeat = (event) => seatActs[event.currentTarget.dataset.act](model.current);

function drawSpeakers(group) {
  $('speaker-row').hidden = !group;
  if (!group) return;
  const select = $('speaker');
  const chosen = select.value || kept.get('speaker');
  const named = ({ name, post }) => (post ? `${name} · ${post}` : name);
  select.replaceChildren(
    ...model.seats.people.map((person) => element('option', { value: String(person.id) }, named(person))),
  );
  if (personOf(Number(chosen))) select.value = chosen;
}

// —— Taps ——

const tapped = new Map();
const answered = new Set();
const PATIENCE_MS = 8000;

export async function tap(button) {
  const message = Number(button.closest('li[id]').id.slice(1));
  button.classList.add('waiting');
  const to = { person: speaker(), chat: model.current, message, data: button.dataset.tap };
  const query = await act('tap', to).catch((error) => {
    button.classList.remove('waiting');
    throw error;
  });
  tapped.set(query, button);
  // The answer can be quicker than the tap's own receipt.
  if (answered.delete(query)) settle(query);
  else setTimeout(settle, PATIENCE_MS, query);
}

function settle(query) {
  tapped.get(query)?.classList.remove('waiting');
  tapped.delete(query);
}

export function takeAnswer({ query, person, text }) {
  if (tapped.has(query)) settle(query);
  else answered.add(query);
  if (text && person === speaker()) toast(text);
}

// The local chat: one page, one seat at a time, one clock.

import {
  actOnSeat,
  drawChat,
  drawMessages,
  followEnd,
  takeAction,
  takeAnswer,
  takeMessage,
  tap,
  toEnd,
} from './chat.js';
import { drawClock, drawTime, moveClock, readClockSoon, takeClock } from './clock.js';
import { follow, request } from './link.js';
import { $, chatOf, groupOf, kept, model, personOf } from './model.js';
import { drawSeats, markRead, takeSeat } from './seats.js';
import { doing, refused, toast } from './toast.js';
import { drawWords, otherLanguage, word } from './words.js';
import * as writing from './writing.js';

const on = (id, event, work) => $(id).addEventListener(event, doing(work));
const closest = (event, name) => event.target.closest(`[data-${name}]`);

on('seats', 'click', (event) => {
  const seat = closest(event, 'seat');
  if (seat) takeSeat(Number(seat.dataset.seat));
});
on('messages', 'click', (event) => {
  const [key, reply, quote] = ['tap', 'reply', 'goto'].map((name) => closest(event, name));
  if (key) return tap(key);
  if (reply) writing.startReplying(Number(reply.dataset.reply));
  if (quote) $(`m${quote.dataset.goto}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
});
on('steps', 'click', (event) => {
  const step = closest(event, 'step');
  if (step) return moveClock(step.dataset.step);
});
on('seat-action', 'click', (event) => actOnSeat(event));
on('stopped-action', 'click', (event) => actOnSeat(event));
on('newest', 'click', toEnd);
on('hint-close', 'click', () => {
  kept.set('hinted', 'yes');
  $('hint').hidden = true;
});
on('language', 'click', () => {
  otherLanguage();
  drawClock();
  drawChat();
});
on('speaker', 'change', () => {
  kept.set('speaker', $('speaker').value);
  drawMessages();
});

$('write').addEventListener('submit', (event) => {
  event.preventDefault();
  writing.send().catch(refused);
});
$('text').addEventListener('keydown', (event) => {
  // Enter sends, unless a Chinese input method is still composing.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $('write').requestSubmit();
});
on('text', 'input', writing.grow);
on('file', 'change', () => writing.addFiles($('file')));
on('files', 'click', (event) => {
  const drop = closest(event, 'drop');
  if (drop) writing.dropFile(Number(drop.dataset.drop));
});
on('slash', 'click', () => writing.openCommands($('commands').hidden));
on('commands', 'click', (event) => {
  const command = closest(event, 'command');
  if (command) return writing.sendCommand(command);
});
on('replying-cancel', 'click', writing.stopReplying);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  writing.openCommands(false);
  writing.stopReplying();
});
document.addEventListener('visibilitychange', () => {
  markRead(model.current);
  drawSeats();
});

async function load() {
  const state = await request('GET', 'state');
  model.world = state.world;
  model.seats = state.seats;
  model.chats.clear();
  for (const message of state.messages) chatOf(message.chat).set(message.id, message);
  takeClock(state.clock);
  stayOrTake(model.current || Number(kept.get('seat')));
  drawChat();
}

function stayOrTake(id) {
  const { people, groups } = model.seats;
  model.current = groupOf(id) || personOf(id) ? id : (people[0]?.id ?? groups[0]?.id ?? 0);
}

function takeSeats(seats) {
  const looks = () => JSON.stringify([groupOf(model.current), personOf(model.current), model.seats.commands]);
  const before = looks();
  model.seats = seats;
  stayOrTake(model.current);
  if (before === looks()) drawSeats();
  else drawChat();
}

drawWords();
$('hint').hidden = kept.get('hinted') === 'yes';
followEnd();
setInterval(drawTime, 1000);
follow({
  hello: () => {
    toast('');
    load().catch(refused);
  },
  message: (message) => {
    takeMessage(message);
    readClockSoon();
  },
  seats: takeSeats,
  clock: takeClock,
  answer: takeAnswer,
  action: takeAction,
  lost: () => toast(word('offline')),
});

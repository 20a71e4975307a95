import { drawChat } from './chat.js';
import { element } from './draw.js';
import { $, chatOf, kept, model } from './model.js';
import { word } from './words.js';
import { clearWriting } from './writing.js';

const readKey = (id) => `read.${model.world}.${id}`;
const readUpTo = (id) => Number(kept.get(readKey(id)) ?? 0);

function unreadIn(id) {
  const news = (message) => message.from.id !== id && !message.deleted && message.id > readUpTo(id);
  return [...chatOf(id).values()].filter(news).length;
}

export function markRead(id) {
  const last = [...chatOf(id).keys()].at(-1) ?? 0;
  if (last > readUpTo(id) && document.visibilityState === 'visible') kept.set(readKey(id), last);
}

export function drawSeats() {
  const focused = document.activeElement?.dataset?.seat;
  const { people, groups } = model.seats;
  $('seats').replaceChildren(
    ...people.map((person) => drawSeat(person, person.started ? person.post : word('not-started'), 'face')),
    ...groups.map((group) => drawSeat(group, word('group'), 'face group')),
  );
  if (focused) $('seats').querySelector(`[data-seat="${focused}"]`)?.focus();
  const total = [...people, ...groups].reduce((sum, { id }) => sum + unreadIn(id), 0);
  document.title = total ? `(${total}) ${word('title')}` : word('title');
}

function drawSeat({ id, name, blocked }, below, face) {
  const unread = id === model.current ? 0 : unreadIn(id);
  const label = [name, below, unread ? word('unread', { count: unread }) : ''].filter(Boolean).join(', ');
  const button = element(
    'button',
    {
      type: 'button',
      className: blocked ? 'seat blocked' : 'seat',
      'data-seat': id,
      'aria-label': label,
      'aria-current': String(id === model.current),
    },
    element('span', { className: face, 'aria-hidden': 'true' }, [...name][0] ?? ''),
    element('span', { className: 'called' }, element('b', {}, name), element('small', {}, below)),
    unread ? element('span', { className: 'badge', 'aria-hidden': 'true' }, unread > 99 ? '99+' : unread) : '',
  );
  return element('li', {}, button);
}

export function takeSeat(id) {
  if (id === model.current) return;
  model.current = id;
  kept.set('seat', id);
  clearWriting();
  drawChat();
  $('seats').querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

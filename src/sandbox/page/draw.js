// Messages as elements. Text only ever becomes text nodes: nothing that anybody writes is read as HTML.

import { fileUrl } from './link.js';

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('data-') || name.startsWith('aria-') || name === 'role') made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== undefined && child !== null && child !== ''));
  return made;
}

const tagOf = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  spoiler: 'span',
  bot_command: 'span',
  text_link: 'a',
  url: 'a',
};

/** The text between two offsets as nodes, entities nested as they stand. */
function rich(text, from, to, entities) {
  const nodes = [];
  let at = from;
  entities.forEach((entity, i) => {
    const end = Math.min(to, entity.offset + entity.length);
    if (entity.offset < at || end <= at || !tagOf[entity.type]) return;
    const inner = entities.slice(i + 1).filter((one) => one.offset >= entity.offset && one.offset < end);
    nodes.push(text.slice(at, entity.offset));
    nodes.push(wrap(entity, text, rich(text, entity.offset, end, inner)));
    at = end;
  });
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== '');
}

function wrap(entity, text, children) {
  const properties = { className: entity.type };
  if (tagOf[entity.type] === 'a') {
    const address = entity.url ?? text.slice(entity.offset, entity.offset + entity.length);
    if (!/^https?:\/\//i.test(address)) return element('span', {}, ...children);
    Object.assign(properties, { href: address, target: '_blank', rel: 'noreferrer noopener' });
  }
  return element(tagOf[entity.type], properties, ...children);
}

const sizeOf = (bytes) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1048576
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`;

function attachment(message, word) {
  const { file, location } = message;
  if (location)
    return element('p', { className: 'place' }, `${word('location')} ${location.latitude}, ${location.longitude}`);
  if (!file) return '';
  const href = fileUrl(file.id);
  if (file.kind === 'photo')
    return element(
      'a',
      { className: 'photo', href, target: '_blank', rel: 'noopener' },
      element('img', { src: href, alt: word('photo'), width: file.width ?? 800, height: file.height ?? 600 }),
    );
  if (file.kind === 'voice') return element('audio', { src: href, controls: true, preload: 'none' });
  return element(
    'a',
    { className: 'document', href, download: file.name },
    element('b', {}, file.name),
    element('small', { className: 'size' }, sizeOf(file.size)),
  );
}

function quote(message, target, word) {
  if (!message.replyTo) return '';
  const gone = !target || target.deleted;
  const text = gone ? word('deleted') : target.text || target.file?.name || word('location');
  return element(
    'button',
    { type: 'button', className: 'quote', 'data-goto': message.replyTo },
    element('b', {}, gone ? '' : target.from.name),
    element('span', {}, text),
  );
}

function keyboard(message) {
  if (!message.buttons.length) return '';
  const rows = message.buttons.map((row) =>
    element(
      'div',
      { className: 'row' },
      ...row.map((button) =>
        button.url
          ? element(
              'a',
              {
                className: 'key',
                href: /^https?:/i.test(button.url) ? button.url : '',
                target: '_blank',
                rel: 'noreferrer noopener',
              },
              button.text,
            )
          : element(
              'button',
              { type: 'button', className: 'key', 'data-tap': button.callback_data ?? '' },
              button.text,
            ),
      ),
    ),
  );
  return element('div', { className: 'keyboard' }, ...rows);
}

/** @param view { mine, named, time, target, word } */
export function drawMessage(message, view) {
  const { word } = view;
  if (message.service) return drawService(message, word);
  const bubble = element(
    'div',
    { className: 'bubble' },
    view.named ? element('b', { className: 'author' }, message.from.name) : '',
    quote(message, view.target, word),
    attachment(message, word),
    message.text
      ? element('div', { className: 'text' }, ...rich(message.text, 0, message.text.length, message.entities))
      : '',
    element(
      'p',
      { className: 'meta' },
      ...message.reactions.map((emoji) => element('span', { className: 'reaction' }, emoji)),
      message.edited ? `${word('edited')} ` : '',
      element('time', {}, view.time),
    ),
  );
  const reply = element(
    'button',
    {
      type: 'button',
      className: 'reply',
      'data-reply': message.id,
      'aria-label': `${word('reply')}: ${message.text.slice(0, 40)}`,
      title: word('reply'),
    },
    '↩',
  );
  const item = element(
    'li',
    { className: `${view.mine ? 'mine' : 'theirs'}${message.buttons.length ? ' keyed' : ''}`, id: `m${message.id}` },
    element('div', { className: 'body' }, bubble, reply),
    keyboard(message),
  );
  item.dataset.bot = message.from.bot;
  return item;
}

function drawService(message, word) {
  const what = message.service.startsWith('migrate')
    ? 'service-upgraded'
    : message.service === 'left_chat_member'
      ? 'service-left'
      : 'service-joined';
  return element(
    'li',
    { className: 'service', id: `m${message.id}` },
    element('p', {}, word(what, { name: message.from.name })),
  );
}

import { element } from './draw.js';
import { act } from './link.js';
import { $, chatOf, model, speaker } from './model.js';
import { currentLanguage, setText, word } from './words.js';

let replying;
let attached = [];

export function clearWriting() {
  stopReplying();
  attach([]);
}

export function startReplying(id) {
  const message = chatOf(model.current).get(id);
  if (!message) return;
  replying = id;
  setText($('replying-name'), word('reply-to', { name: message.from.name }));
  setText($('replying-text'), message.text || message.file?.name || '');
  $('replying').hidden = false;
  $('text').focus();
}

export function stopReplying() {
  replying = undefined;
  $('replying').hidden = true;
}

function attach(files) {
  attached = files;
  $('files').hidden = files.length === 0;
  const remove = (file, i) =>
    element(
      'button',
      { type: 'button', className: 'quiet', 'data-drop': i, 'aria-label': word('attach-remove', { name: file.name }) },
      '×',
    );
  $('files').replaceChildren(
    ...files.map((file, i) => element('li', {}, element('span', {}, file.name), remove(file, i))),
  );
}

export function addFiles(input) {
  attach([...attached, ...input.files]);
  input.value = '';
  $('text').focus();
}

export const dropFile = (index) => attach(attached.filter((_, i) => i !== index));

export function drawCommands() {
  const { zh, [currentLanguage()]: mine } = model.seats.commands;
  const commands = mine.length ? mine : zh;
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

export function openCommands(open) {
  $('commands').hidden = !open;
  $('slash').setAttribute('aria-expanded', String(open));
  if (open) $('commands').querySelector('button')?.focus();
}

export function sendCommand(button) {
  openCommands(false);
  $('text').focus();
  return act('say', { person: speaker(), chat: model.current, text: button.dataset.command });
}

export async function send() {
  const [text, files] = [$('text').value.trim(), attached];
  if (!text && !files.length) return;
  const to = { person: speaker(), chat: model.current, ...(replying && { replyTo: replying }) };
  $('text').value = '';
  grow();
  clearWriting();
  try {
    await (files.length ? sendFiles(files, text, to) : act('say', { ...to, text }));
  } catch (error) {
    // What could not be sent is not lost.
    if (!$('text').value) $('text').value = text;
    throw error;
  }
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

export function grow() {
  const text = $('text');
  text.style.setProperty('height', 'auto');
  text.style.setProperty('height', `${Math.min(text.scrollHeight, 140)}px`);
}

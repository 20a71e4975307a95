import { $ } from './model.js';
import { knownWord, setText, word } from './words.js';

let timer;

/** One line over the chat, as long as it takes to read. */
export function toast(text) {
  clearTimeout(timer);
  setText($('toast'), text);
  $('toast').hidden = !text;
  if (text) timer = setTimeout(toast, 2500 + text.length * 90, '');
}

export const refused = (error) => toast(knownWord(`refused-${error.code}`) ?? word('refused'));

/** An event handler whose failure is said to the visitor. */
export function doing(work) {
  const attempt = async (event) => work(event);
  return (event) => void attempt(event).catch(refused);
}

import { settings } from './link.js';
import { $, kept } from './model.js';

let language = kept.get('language') ?? settings.language;

export const currentLanguage = () => language;

export const knownWord = (id) => settings.words[language][id];

/** The words for `id` in the page's language, its {variables} filled in. */
export function word(id, values = {}) {
  return (knownWord(id) ?? id).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function otherLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  kept.set('language', language);
  drawWords();
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function drawWords() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const each = (name, apply) => {
    for (const node of document.querySelectorAll(`[data-${name}]`)) apply(node, word(node.dataset[name]));
  };
  each('word', setText);
  each('label', (node, text) => node.setAttribute('aria-label', text));
  each('title', (node, text) => {
    node.title = text;
  });
  each('placeholder', (node, text) => {
    node.placeholder = text;
  });
  $('language').lang = language === 'zh' ? 'en' : 'zh-Hans';
}

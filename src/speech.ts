import { readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Phrase, PhraseArg } from './core/phrase.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words a phrase in one language. A missing key or variable throws: a test asks for every one. */
export type Say = (phrase: Phrase, language: Language) => string;

const joiners: Record<Language, string> = { zh: '、', en: ', ' };

export function openSpeech(folder: URL = new URL('../locales/', import.meta.url)): Say {
  const bundles = new Map(languages.map((language) => [language, bundleOf(language, folder)]));
  // Headings and buttons say the same in every message.
  const plain = new Map(languages.map((language) => [language, new Map<string, string>()]));
  return say;

  function say(phrase: Phrase, language: Language): string {
    if (phrase.args) return formatted(phrase, language);
    const known = plain.get(language)!;
    const text = known.get(phrase.id) ?? formatted(phrase, language);
    known.set(phrase.id, text);
    return text;
  }

  function formatted(phrase: Phrase, language: Language): string {
    const bundle = bundles.get(language)!;
    const message = bundle.getMessage(phrase.id);
    if (!message?.value) throw new Error(`no words for ${phrase.id} in ${language}`);
    const args: Record<string, FluentVariable> = {};
    for (const [name, arg] of Object.entries(phrase.args ?? {})) {
      const value = worded(arg, language, say);
      args[name] = isCount(value) ? new FluentNumber(Number(value), { useGrouping: false }) : value;
    }
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, args, errors);
    if (errors[0]) throw new Error(`${phrase.id} in ${language}: ${errors[0].message}`);
    return text;
  }
}

/**
 * A number, or a text of digits: only a number finds its branch where a sentence has one for `[6]`, and a text would
 * silently take the last one. 2026 is a year here more often than a quantity: never 2,026.
 */
function isCount(value: string | number): boolean {
  return typeof value === 'number' || /^(?:0|[1-9]\d{0,14})$/.test(value);
}

function worded(arg: PhraseArg, language: Language, say: Say): string | number {
  if (typeof arg === 'string' || typeof arg === 'number') return arg;
  if ('id' in arg) return say(arg, language);
  return arg.map((part) => worded(part, language, say)).join(joiners[language]);
}

function bundleOf(language: Language, folder: URL): FluentBundle {
  // No isolation marks: the text goes to chats and documents, where they would show as boxes.
  const bundle = new FluentBundle(language, { useIsolating: false, functions: {} });
  const errors = bundle.addResource(new FluentResource(readFileSync(new URL(`${language}.ftl`, folder), 'utf8')));
  if (errors[0]) throw errors[0];
  return bundle;
}

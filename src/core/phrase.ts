/** A value inside a sentence: text goes in as it is, phrases are worded first, lists are joined by the locale. */
export type PhraseArg = string | number | Phrase | readonly (string | number | Phrase)[];

/** A sentence before language: a key of `locales/*.ftl` with its variables. Worded only by `speech`. */
export interface Phrase {
  readonly id: string;
  readonly args?: Readonly<Record<string, PhraseArg>>;
}

export function phrase(id: string, args?: Phrase['args']): Phrase {
  return args ? { id, args } : { id };
}

import type { ReplyPerson } from './contract.ts';
import type { Span } from './marks.ts';

/** A form of a name in the text with everybody it fits. One: bound. None or several: to be asked, unless `exact`. */
export interface PersonMention extends Span {
  readonly form: string;
  readonly ids: readonly string[];
  /** Stands for all of `ids` (三位副局长). */
  readonly group: boolean;
  /** `ids` are only near in spelling: offer them, never bind. */
  readonly near?: boolean;
  /** 养老股: a section, not a person. */
  readonly department?: boolean;
  /** Named by mistake, and set right in the same breath. */
  readonly slip?: boolean;
}

export const idsOf = (people: readonly ReplyPerson[]): readonly string[] => people.map((p) => p.id);

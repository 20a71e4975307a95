import type { Action, Button } from '../message.ts';
import { phrase } from '../phrase.ts';

/** The numbers of a list as buttons, five in a row: a thumb still hits one. */
/** The numbers of a list as buttons, five in a row: a thumb still hits one. */
export function numberRows(
  numbers: readonly { readonly no: number; readonly action: Action }[],
): readonly (readonly Button[])[] {
  return rows(
    numbers.map(({ no, action }) => ({ label: phrase('button-number', { n: no }), action })),
    5,
  );
}

export function rows<T>(all: readonly T[], width: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / width) }, (_, i) => all.slice(i * width, (i + 1) * width));
}

import type { ReplyPerson } from './contract.ts';

type Named = Pick<ReplyPerson, 'name' | 'aliases'>;

/** 小李, 老李: said of a colleague who need not be the one 李 of the roster, unless the roster calls them so. */
export function familiarFor(text: string, { name, aliases }: Named): string | undefined {
  if ([name, ...aliases].some((form) => text.includes(form))) return undefined;
  const surname = [...name][0] ?? '';
  return ['小', '老', '阿'].map((prefix) => prefix + surname).find((form) => text.includes(form));
}

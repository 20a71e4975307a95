/** What the office says of a digest that it saw, or that was posted. */
export type DigestWords =
  | { readonly what: 'reword'; readonly no: number; readonly text: string }
  | { readonly what: 'correct'; readonly no: number; readonly text: string }
  | { readonly what: 'hide' | 'restore'; readonly numbers: readonly number[] }
  | { readonly what: 'hold' }
  | { readonly what: 'release' };

/** A number, and behind it nothing that would make it a date, an hour or a count: 改4月5日 and 更正3人 are something else. */
const NUMBER = '第?\\s*(\\d{1,3})(?!\\d)(?:\\s*[行条])?(?!\\s*[年月日号点时:：]\\s*\\d|[年月日号点时人项次个天周])';
const NEW = '[\\s:：,，.、。=]*(?:为|成|to\\b)?[\\s:：]*([\\s\\S]*)';
const patterns = {
  correct: new RegExp(`^(?:更正|correct)\\s*${NUMBER}${NEW}$`, 'i'),
  reword: new RegExp(`^(?:改|修改|edit|reword)\\s*${NUMBER}${NEW}$`, 'i'),
} as const;
const NUMBERS = '(\\d{1,3}(?:[\\s,，、和]+\\d{1,3})*)\\s*[行条]?[。.]?';
const lists = {
  hide: new RegExp(`^(?:隐藏|隐去|隐|hide)\\s*第?\\s*${NUMBERS}$`, 'i'),
  restore: new RegExp(`^(?:恢复|还原|显示|restore)\\s*第?\\s*${NUMBERS}$`, 'i'),
} as const;

/** Undefined for any other sentence. */
export function readDigestWords(text: string): DigestWords | undefined {
  const plain = text.trim();
  for (const what of ['correct', 'reword'] as const) {
    const match = patterns[what].exec(plain);
    if (match) return { what, no: Number(match[1]), text: match[2]!.trim() };
  }
  for (const what of ['hide', 'restore'] as const) {
    const match = lists[what].exec(plain);
    if (match) return { what, numbers: [...match[1]!.matchAll(/\d+/g)].map((n) => Number(n[0])) };
  }
  if (/^(暂缓|暂缓发布|先不发|hold)[。.]?$/i.test(plain)) return { what: 'hold' };
  return /^(发布|同意发布|可以发布|publish)[。.]?$/i.test(plain) ? { what: 'release' } : undefined;
}

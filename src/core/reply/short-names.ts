/** 党组会 for 党组例会, 中心组学习 for 中心组集中学习: the name with characters left out, first and last in their places. */
export function isShortFor(said: string, title: string): boolean {
  const [short, long] = [squeezed(said), squeezed(title)];
  if (short.length < 2 || short.length > long.length) return false;
  if (long.includes(short)) return true;
  if (!/\p{Script=Han}/u.test(short) || short.length < 3 || short[0] !== long[0] || short.at(-1) !== long.at(-1))
    return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '').toLowerCase();

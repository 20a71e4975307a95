import { NUMBER, numberOf } from './numbers.ts';

// What a record of a study or a lecture holds beside who came: how long, and who gave it.

const HOURS = new RegExp(
  `(${NUMBER})(?:个)?(半)?(?:小时|学时|课时|钟头)|(半)个?(?:小时|学时|钟头)|(\\d+(?:\\.\\d+)?) ?hours?`,
);

/** 学了两个半小时: 2.5; undefined where no length is said. */
export function hoursIn(text: string): number | undefined {
  const match = HOURS.exec(text);
  if (!match) return undefined;
  if (match[3]) return 0.5;
  const hours = numberOf(match[1] ?? match[4]!) + (match[2] ? 0.5 : 0);
  return hours > 0 && hours <= 24 ? hours : undefined;
}

/** 张局讲的党课, 王局领学: the person named gave it, and did not only come. */
export const saysPresented = (text: string): boolean =>
  /[讲授]了?[^，。]{0,8}课|主讲|领学|授课|上了?[^，。]{0,6}党课|\bpresented\b/.test(text);

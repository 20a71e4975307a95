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

/** 都到了, 人都齐了, 无人缺席: everybody who was to come. */
export const saysAllCame = (text: string): boolean =>
  /(?:人|都|全|全部|全员|全都)(?:都|全)?(?:到|来|到会|到场|参[加会])(?:了|齐)|到齐|齐了|人都?齐|全勤|全员到|(?:无|没有?)人?(?:缺席|请假)|\beverybody came\b|\ball present\b/.test(
    text,
  );

/** 今天开的, 补开了: not on the day it was due. */
export const saysJustHeld = (text: string): boolean =>
  /今天|今日|今早|今晚|今[上下]午|刚|补开|补办|才开|\btoday\b|\bjust\b/.test(text);

/** 王局领学，陈局重点发言: names of those who had a part, where nothing is said of who came. */
export const saysWhoSpoke = (text: string): boolean =>
  /领学|发言|主讲|主持|[讲授]的?(?:党)?课|讲的/.test(text) &&
  !/参加|参会|到会|出席|列席|来了|到了|\battended\b/.test(text);

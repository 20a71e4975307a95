const EARLIER =
  /上(?:一?个?|一)(?:周|星期|礼拜|旬|月|季度|期|次)(?![一二三四五六日天末])|\blast (?:week|month|quarter|one)\b/iu;
const THIS =
  /(?:这|本)个?(?:周|星期|礼拜|旬|月|季度|期|次)(?![一二三四五六日天末])|\bthis (?:week|month|quarter|one)\b/iu;

/** 上周的报了, 这周的报了: which time of a duty is meant, apart from the day on which it was done. */
export function periodNamed(text: string): 'earlier' | 'this' | undefined {
  if (EARLIER.test(text)) return THIS.test(text) ? undefined : 'earlier';
  return THIS.test(text) ? 'this' : undefined;
}

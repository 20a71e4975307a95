import type { FoundDuty } from './context.ts';

export function distinct(duties: readonly FoundDuty[]): readonly FoundDuty[] {
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const timedTwin =
      duty.origin !== 'text' &&
      !duty.fuzzy &&
      duties.some((other) => other !== duty && other.origin === 'text' && other.title === duty.title);
    const key = [
      duty.kind,
      duty.title,
      duty.schedule,
      duty.owner,
      duty.with,
      duty.origin === 'text' ? duty.text : '',
    ].join('|');
    if (timedTwin || seen.has(key) || isTotal(duty, duties)) return false;
    seen.add(key);
    return true;
  });
}

/** 每月1次……全年不少于12次: the second only adds up the first. */
function isTotal({ kind, times, text }: FoundDuty, duties: readonly FoundDuty[]): boolean {
  if (times?.period !== 'year' || !/全年|年度/.test(text)) return false;
  const perYear = { month: 12, quarter: 4, 'half-year': 2 } as const;
  return duties.some(
    (other) =>
      other.kind === kind &&
      other.times &&
      other.times.period in perYear &&
      other.times.count * perYear[other.times.period as keyof typeof perYear] === times.count,
  );
}

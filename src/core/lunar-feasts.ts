import type { LocalDate } from './calendar.ts';

/** Feasts whose Gregorian date moves, as data. Source: lunar calendar and solar terms of chinese-days 1.5 (Beijing time). */
export interface MovingFeasts {
  /** 正月初一 */
  readonly spring: LocalDate;
  readonly qingming: LocalDate;
  /** 五月初五 */
  readonly dragonBoat: LocalDate;
  /** 八月十五 */
  readonly midAutumn: LocalDate;
}

const row = (spring: LocalDate, qingming: LocalDate, dragonBoat: LocalDate, midAutumn: LocalDate): MovingFeasts => ({
  spring,
  qingming,
  dragonBoat,
  midAutumn,
});

export const movingFeasts: Readonly<Record<number, MovingFeasts>> = {
  2026: row('2026-02-17', '2026-04-05', '2026-06-19', '2026-09-25'),
  2027: row('2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'),
  2028: row('2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'),
  2029: row('2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'),
  2030: row('2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'),
  2031: row('2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01'),
  2032: row('2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19'),
  2033: row('2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'),
  2034: row('2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27'),
  2035: row('2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16'),
};

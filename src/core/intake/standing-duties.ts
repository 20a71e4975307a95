import { activities } from './activities.ts';
import type { DraftDuty } from './draft.ts';

/** Where the rhythm of a standing duty comes from, by what was read of it (DOMAIN §1). */
export type RuleStatus =
  /** Read in a published copy, or quoted in one: may be shown as what the rule says. */
  | 'rule'
  /** Partly read, from memory, or local practice: a default that the office may change, never shown as law. */
  | 'custom';

/** One of the duties that papers name without saying when. Grace and ladder are those of its kind (core/duties). */
export interface StandingDuty {
  readonly title: string;
  readonly kind: DraftDuty['kind'];
  /** As a plan writes it. */
  readonly schedule: string;
  readonly status: RuleStatus;
}

/** Titles are those of the reader of papers (intake/activities.ts), which knows them by their many names. */
export const standingDuties: readonly StandingDuty[] = [
  { title: '支部党员大会', kind: 'meeting', schedule: '每季度', status: 'rule' },
  { title: '支部委员会会议', kind: 'meeting', schedule: '每月', status: 'rule' },
  { title: '党小组会', kind: 'meeting', schedule: '每月', status: 'rule' },
  // Quarterly is a very common custom; the rule that we read names no quarter (DOMAIN §0.2).
  { title: '党课', kind: 'meeting', schedule: '每季度', status: 'custom' },
  { title: '主题党日', kind: 'meeting', schedule: '每月', status: 'rule' },
  { title: '组织生活会', kind: 'meeting', schedule: '每年', status: 'rule' },
  { title: '民主评议党员', kind: 'meeting', schedule: '每年', status: 'rule' },
  { title: '民主生活会', kind: 'meeting', schedule: '每年', status: 'rule' },
  { title: '谈心谈话', kind: 'talk', schedule: '每年', status: 'rule' },
  { title: '理论学习中心组学习', kind: 'study', schedule: '每季度', status: 'custom' },
  { title: '党组会议', kind: 'meeting', schedule: '每月', status: 'custom' },
  { title: '“第一议题”学习', kind: 'study', schedule: '每月', status: 'custom' },
  { title: '“一岗双责”专题研究', kind: 'meeting', schedule: '每季度', status: 'custom' },
  { title: '廉政谈话', kind: 'talk', schedule: '每半年', status: 'custom' },
  { title: '意识形态工作专题研究', kind: 'meeting', schedule: '每半年', status: 'custom' },
  { title: '党风廉政形势分析', kind: 'meeting', schedule: '每季度', status: 'custom' },
  { title: '全面从严治党专题研究', kind: 'meeting', schedule: '每半年', status: 'custom' },
  { title: '专项整治', kind: 'inspection', schedule: '每季度', status: 'custom' },
  { title: '警示教育', kind: 'study', schedule: '每半年', status: 'custom' },
  { title: '个人自学', kind: 'study', schedule: '每周', status: 'custom' },
  { title: '会议记录核查', kind: 'minutes-check', schedule: '每季度', status: 'custom' },
];

/** The standing duty of that name, as plans and papers call it: 支委会 is one of the short forms. */
export function usualFor(title: string): StandingDuty | undefined {
  const named = activities.find(({ form }) => form.test(title))?.title;
  return standingDuties.find((standing) => title.includes(standing.title) || named === standing.title);
}

const parts = ['支部党员大会', '支部委员会会议', '党小组会', '党课'];
const whole = /三会一课/;

/** A line 三会一课 is four duties, if the office says so. */
export function isThreeMeetings({ title, origin }: DraftDuty): boolean {
  return whole.test(title) && origin === 'rule';
}

/** The four of 三会一课, each with the rhythm of its own article; of the lecture the custom, which the office took over. */
export function fourOf(duty: DraftDuty): readonly DraftDuty[] {
  return parts.map((title): DraftDuty => {
    const { rule: _, ...rest } = duty;
    const { schedule, status } = standingDuties.find((standing) => standing.title === title)!;
    const rule = activities.find((activity) => activity.title === title)?.rule?.source;
    const origin = status === 'rule' ? 'rule' : 'text';
    return { ...rest, title, schedule, origin, ...(rule && status === 'rule' ? { rule } : {}) };
  });
}

// Words of the papers themselves: they are read there, and given back as answers that the readers of papers take.

/** Schedules that offices usually mean. */
export const usualSchedules = ['每周', '每月', '每季度', '每半年'];
export const ongoing = '长期坚持';
/** 三会一课 as four duties with their own rhythms, or as one. */
export const asFour = '分四项';
export const asOne = '合为一项';
export const usualPartners = ['班子成员', '全体党员'];
export const leads = /书记|局长|院长|校长|主任|股长|科长/;
export const officePosts = /办公室|党办|秘书|干事/;
/** The event of a make-up study, which is said by the study itself. */
export const absent = '缺席';
/** A caption that says that a document is to become a plan. */
export const planCaption = /^[/／]?\s*(?:plan|方案|整改方案|台账)(?:@\w+)?\s*$/iu;
/** A caption that says that a document proves something. */
export const proofCaption = /佐证|附件|证明|支撑材料|留痕|\bevidence\b|\bproof\b/iu;
/** A caption that speaks of a paper and reports nothing. */
export const paperCaption = /^(?!.*(?:已|完成|办结|报送|报了)).*(?:方案|台账|台帐|计划|清单|对照检查|\bplan\b)/iu;
/** The choice to draft a plan of a file that could prove something, and the words that make it. */
export const AS_PAPER = 'draft';
export const paperAnswer = /起草|方案|计划|\bdraft\b|\bplan\b/iu;

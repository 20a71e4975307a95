/** 代李主任报，月报报了: what follows is the report. */
export const withoutBehalf = (text: string): string =>
  text.replace(/^\s*(?:代|替)[\u4e00-\u9fff]{1,8}?(?:上?报|登记|汇报)(?:一下)?[，,：:。\s]*(?=\S)/u, '');

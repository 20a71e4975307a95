const form = /(?:台账|表格|空白)?(?:表样|样表)|空白(?:台账|表格?)|\b(?:blank (?:sheet|form|ledger)|template)\b/i;
const ours = /不用|停用|取消|默认|\boff\b/i;

/** Whether a caption says that the file is the office's own blank ledger: 台账表样. */
export function saysForm(caption: string): boolean {
  return form.test(caption) && !ours.test(caption);
}

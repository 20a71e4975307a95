/** 通过 · 退回 照片不清 · accepted · back: the pages are missing; undefined: neither. */
export function readAcceptance(words: string): { readonly yes: boolean; readonly reason: string } | undefined {
  const text = words.trim();
  const back = /^(不通过|不合格|退回|不同意|back\b|return(ed)?\b|reject(ed)?\b|no\b)[\s，,：:]*/iu.exec(text);
  if (back) return { yes: false, reason: text.slice(back[0].length).trim() };
  return /^(同意|通过|合格|验收通过|验收合格|accepted?\b|yes\b|ok\b)/iu.test(text)
    ? { yes: true, reason: '' }
    : undefined;
}

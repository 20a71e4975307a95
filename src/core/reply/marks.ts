// Spans that must not be read as words are painted over with one of these, keeping their length.
export const PERSON = '\ue001';
export const DATE = '\ue002';
export const TITLE = '\ue003';
export const PLAIN = '\ue004';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function painted(text: string, spans: readonly Span[], mark: string): string {
  let out = '';
  let at = 0;
  for (const { from, to } of spans) {
    if (from < at) continue;
    out += text.slice(at, from) + mark.repeat(to - from);
    at = to;
  }
  return out + text.slice(at);
}

/** Spans in order of place, longest first where they start together, without overlaps. */
export function apart<T extends Span>(spans: readonly T[]): readonly T[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: T[] = [];
  for (const span of sorted) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}

const CLOSING: Readonly<Record<string, string>> = {
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
};

/** Titles and quotations: what stands in them is the name of a paper or another's words, never a report. */
export function titlesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const m of text.matchAll(/[\u4e00-\u9fff]{0,10}[〔[(【]\s?(?:19|20)\d{2}\s?[〕\])】]\s?第?\d{1,4}\s?号/g))
    found.push({ from: m.index, to: m.index + m[0].length });
  for (const m of text.matchAll(/[^\s,。;:!?()"]{1,40}\.(?:docx?|xlsx?|pdf|pptx?|wps|zip|rar|jpe?g|png)(?![a-z])/g))
    found.push({ from: m.index, to: m.index + m[0].length });
  for (let i = 0; i < text.length; i++) {
    const close = CLOSING[text[i]!];
    if (!close) continue;
    const limit = text.indexOf('\n', i);
    let end = text.indexOf(close, i + 1);
    if (end >= 0 && (limit < 0 || end < limit)) end += 1;
    else if (text[i] === '《') end = i + 1 + text.slice(i + 1).search(/[,。;!?\n]|$/);
    else continue;
    found.push({ from: i, to: end });
    i = end - 1;
  }
  return apart(found);
}

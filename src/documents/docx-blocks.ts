import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, type Table } from 'docx';
import { partsOf } from '../core/calendar.ts';
import type { Block } from '../core/reports/form/paper.ts';
import { indent, line, run, runsOf, type Setting, sizes } from './docx-style.ts';
import { tableOf } from './docx-table.ts';
import type { Wording } from './wording.ts';

type Written = readonly (Paragraph | Table)[];

/** One block of a paper as it is set; what comes after it decides what stays with it on its page. */
export function blockWritten(block: Block, wording: Wording, landscape: boolean, next?: Block): Written {
  // 此页无正文 is not allowed: what stands before a signature goes with it.
  const keepNext = next?.block === 'sign' || next?.block === 'signature';
  const text = (words: Parameters<Wording['word']>[0]) => wording.word(words);
  const plain = run('text', sizes.text);
  // A table stands off from the line above it.
  const after = next?.block === 'table' ? 120 : 0;
  switch (block.block) {
    case 'title': {
      const spacing = { line: 640, after: next?.block === 'title' ? 0 : 200 };
      return [centred(text(block.text), run('title', sizes.title), spacing)];
    }
    case 'subtitle':
      return [centred(text(block.text), run('second', sizes.text), { line: 560, after: 200 })];
    case 'to':
      return [paragraph(text(block.text), plain, {})];
    case 'heading': {
      const font = block.level === 1 ? 'first' : 'second';
      const set = { indent, keepNext: true, outlineLevel: block.level - 1 };
      return [paragraph(text(block.text), run(font, sizes.text), set, { after })];
    }
    case 'text':
      return [paragraph(text(block.text), plain, { indent, keepNext: keepNext || after > 0 }, { after })];
    case 'table':
      return [tableOf(block, wording, landscape), paragraph('', run('text', sizes.table), { keepNext }, gap)];
    case 'sign':
      return [paragraph(text(block.text), plain, { indent, keepLines: true, keepNext }, { before: 400 })];
    case 'signature':
      return signed(text(block.office), longDay(block.day, wording));
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, spacing: thin, children: [] })];
  }
}

const thin = { line: 20, lineRule: LineRuleType.EXACT };
/** Below a table. */
const gap = { line: 300, lineRule: LineRuleType.EXACT };

function paragraph(
  text: string,
  style: IRunOptions,
  set: Setting,
  spacing: IParagraphOptions['spacing'] = {},
): Paragraph {
  return new Paragraph({ ...set, spacing: { ...line, ...spacing }, children: runsOf(text, style) });
}

function centred(text: string, style: IRunOptions, spacing: { line: number; after: number }): Paragraph {
  return paragraph(text, style, { alignment: AlignmentType.CENTER, keepNext: true }, spacing);
}

/** Office above day, both centred over the day's place, four characters from the right edge; never alone on a page. */
function signed(office: string, day: string): readonly Paragraph[] {
  const wider = Math.max(0, (day.length - office.length) * 160);
  const right = (by: number): Setting => ({ alignment: AlignmentType.RIGHT, indent: { right: by }, keepLines: true });
  const style = run('text', sizes.text);
  return [
    paragraph(office, style, { ...right(1280 + Math.min(wider, 640)), keepNext: true }, { before: 800 }),
    paragraph(day, style, right(1280)),
  ];
}

function longDay(day: `${number}-${number}-${number}`, wording: Wording): string {
  const { year, month, day: date } = partsOf(day);
  return wording.word({ id: 'report-day', args: { year, month: { id: `month-${month}` }, day: date } });
}

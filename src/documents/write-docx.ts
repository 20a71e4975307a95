import { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Paper } from '../core/reports/form/paper.ts';
import { blockWritten } from './docx-blocks.ts';
import { pageMargin, pageSize, run, sizes } from './docx-style.ts';
import type { Wording } from './wording.ts';

/** A Word paper in the layout of official papers. */
export async function writeDocx(paper: Paper, wording: Wording): Promise<Uint8Array> {
  const landscape = paper.landscape ?? false;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    creator: 'duban',
    title: wording.word(paper.fileName),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run('text', sizes.text) } } },
    sections: [
      {
        properties: { page: { size: { ...pageSize, orientation }, margin: pageMargin(landscape) } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: paper.blocks.flatMap((block, i) => blockWritten(block, wording, landscape, paper.blocks[i + 1])),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const indent = { [alignment === AlignmentType.LEFT ? 'left' : 'right']: 280 };
  return new Footer({
    children: [new Paragraph({ alignment, indent, children: [new TextRun({ ...run('page', sizes.page), children })] })],
  });
}

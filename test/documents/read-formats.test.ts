import { describe, expect, test } from 'vitest';
import { readBytes } from '../../src/documents/read-bytes.ts';
import { xlsxOf } from './office-files.ts';
import { docxWith, paragraph, zipOf } from './zip-files.ts';

function blocksOf(bytes: Uint8Array, name: string) {
  const read = readBytes(bytes, name);
  if (!('document' in read)) throw new Error(read.refusal.code);
  return read.document.blocks;
}

describe('text', () => {
  const gbk = Buffer.from('d5fbb8c4b7bdb0b8', 'hex');
  test.each([
    ['UTF-8', Buffer.from('整改方案')],
    ['UTF-8 with a mark', Buffer.from('\ufeff整改方案')],
    ['GBK', gbk],
    ['UTF-16 LE', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('整改方案', 'utf16le')])],
    ['UTF-16 BE', Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from('整改方案', 'utf16le').swap16()])],
  ])('in %s is read', (_name, bytes) => {
    expect(blocksOf(bytes, 'a.txt')).toEqual([{ kind: 'paragraph', text: '整改方案' }]);
  });

  test('Markdown keeps headings and drops emphasis', () => {
    expect(blocksOf(Buffer.from('# 整改方案\n\n## 一、问题\n- **学习**不够\n---'), 'a.md')).toEqual([
      { kind: 'paragraph', text: '整改方案', heading: 1 },
      { kind: 'paragraph', text: '一、问题', heading: 2 },
      { kind: 'paragraph', text: '学习不够' },
    ]);
  });
});

describe('Word', () => {
  test('struck-out text, field codes and the second drawing of a text box are not read', () => {
    const body =
      '<w:p><w:r><w:t>每月</w:t></w:r><w:del><w:r><w:delText>每周</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><mc:Fallback><w:r><w:t>两遍</w:t></w:r></mc:Fallback><w:r><w:t>学习</w:t></w:r></w:p>';
    expect(blocksOf(docxWith(body), 'a.docx')).toEqual([{ kind: 'paragraph', text: '每月学习' }]);
  });

  test('merged cells are repeated across columns and down rows', () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('责任', '<w:gridSpan w:val="2"/>')}${cell('时限')}</w:tr><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙')}${cell('丙')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('丁')}${cell('戊')}</w:tr></w:tbl>`;
    expect(blocksOf(docxWith(body), 'a.docx')).toEqual([
      {
        kind: 'table',
        rows: [
          ['责任', '责任', '时限'],
          ['甲', '乙', '丙'],
          ['甲', '丁', '戊'],
        ],
      },
    ]);
  });

  test('headings and numbers come from styles, restarts included', () => {
    const p = (text: string, num: string, level = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>';
    const body =
      p('问题', '1') + p('学习', '1', 1) + p('谈话', '1', 1) + p('措施', '1') + p('学习', '1', 1) + p('要求', '2');
    const marks = blocksOf(docxWith(body, [['word/numbering.xml', numbering]]), 'a.docx').map((block) =>
      block.kind === 'paragraph' ? block.list?.mark : '',
    );
    expect(marks).toEqual(['一、', '1.', '2.', '二、', '1.', '一、']);
  });
});

describe('Excel', () => {
  test('merged cells are filled, dates are days, every visible sheet is a table', async () => {
    const blocks = blocksOf(
      await xlsxOf('整改台账', [
        ['序号', '问题', '措施', '时限'],
        ['1', '学习少', '每月学习', '2025-06-30'],
        ['1', '学习少', '每周自学', '2025-07-31'],
      ]),
      'a.xlsx',
    );
    expect(blocks).toEqual([
      {
        kind: 'table',
        name: '整改台账',
        rows: [
          Array(4).fill('整改台账'),
          ['序号', '问题', '措施', '时限'],
          ['1', '学习少', '每月学习', '2025-06-30'],
          ['1', '学习少', '每周自学', '2025-07-31'],
        ],
      },
    ]);
  });

  test('hidden sheets stay hidden', () => {
    const book = zipOf([
      [
        'xl/workbook.xml',
        '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="a"/><sheet name="乙" state="hidden" r:id="b"/></sheets></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="a" Target="worksheets/1.xml"/><Relationship Id="b" Target="/xl/worksheets/2.xml"/></Relationships>',
      ],
      [
        'xl/worksheets/1.xml',
        '<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>学</t></is></c></row></sheetData></worksheet>',
      ],
      [
        'xl/worksheets/2.xml',
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>藏</t></is></c></row></sheetData></worksheet>',
      ],
    ]);
    expect(blocksOf(book, 'a.xlsx')).toEqual([{ kind: 'table', name: '甲', rows: [['', '学']] }]);
  });
});

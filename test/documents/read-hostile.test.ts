import { expect, test } from 'vitest';
import { readBytes } from '../../src/documents/read-bytes.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { docxWith, paragraph, zipOf } from './zip-files.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zeros = (mb: number): Buffer => Buffer.alloc(mb * 1024 * 1024);
const sheet = (xml: string) =>
  zipOf([
    ['xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="台账" r:id="rId1"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', xml],
  ]);

const hostile: readonly (readonly [string, string, () => Buffer, string])[] = [
  ['a file over 20 MB', 'a.txt', () => zeros(21), 'too-big'],
  [
    'an archive whose directory adds up to gigabytes',
    'a.docx',
    () => docxWith(paragraph('字'), [{ name: 'word/x.bin', bytes: Buffer.from('x'), claims: 2_000_000_000 }]),
    'bomb',
  ],
  [
    'an archive that packs 60 MB into almost nothing',
    'a.docx',
    () => docxWith(paragraph('字'), [{ name: 'word/media/a.bmp', bytes: zeros(60) }]),
    'bomb',
  ],
  [
    'a directory that lies about the size',
    'a.docx',
    () => zipOf([{ name: 'word/document.xml', bytes: zeros(60), claims: 100 }]),
    'bomb',
  ],
  [
    'a document type with entities',
    'a.docx',
    () =>
      zipOf([
        [
          'word/document.xml',
          '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
        ],
      ]),
    'entities',
  ],
  [
    'an entity from a file',
    'a.xlsx',
    () => sheet('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>'),
    'entities',
  ],
  [
    'a password (OLE container)',
    'a.docx',
    () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  [
    'a password (zip)',
    'a.docx',
    () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<x/>'), encrypted: true }]),
    'encrypted',
  ],
  ['an old .doc', 'a.doc', () => Buffer.concat([OLE, Buffer.alloc(600)]), 'old-office'],
  ['an old .doc by another name', 'a.docx', () => Buffer.concat([OLE, Buffer.alloc(600)]), 'old-office'],
  ['half a file', 'a.docx', () => docxWith(paragraph('字')).subarray(0, 90), 'broken'],
  ['text called docx', 'a.docx', () => Buffer.from('一、存在的问题'), 'broken'],
  ['tags that do not match', 'a.docx', () => docxWith('<w:p><w:r></w:p></w:r>'), 'broken'],
  ['an archive without a document', 'a.zip', () => zipOf([['a.txt', 'x']]), 'unknown'],
  ['a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7 …'), 'unknown'],
  ['a picture', 'a.png', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'unknown'],
  ['bytes of nothing known', 'a.txt', () => Buffer.from([1, 2, 0, 4, 250, 251]), 'unknown'],
  ['100,000 paragraphs', 'a.docx', () => docxWith(paragraph('字').repeat(100_000)), 'too-long'],
  ['100,000 lines', 'a.txt', () => Buffer.from('字\n'.repeat(100_000)), 'too-long'],
  [
    '100,000 rows',
    'a.xlsx',
    () => sheet(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(100_000)}</sheetData></worksheet>`),
    'too-long',
  ],
  [
    'tables in tables without end',
    'a.docx',
    () => docxWith(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`),
    'too-deep',
  ],
  [
    'pictures only',
    'a.docx',
    () => docxWith('<w:p><w:r><w:drawing/></w:r></w:p>', [['word/media/image1.png', 'x']]),
    'no-text',
  ],
  ['nothing', 'a.txt', () => Buffer.from(''), 'no-text'],
  ['nothing but blanks', 'a.txt', () => Buffer.from('  \n\n　\n'), 'no-text'],
  ['nothing in Markdown', 'a.md', () => Buffer.from('\n'), 'no-text'],
  ['pictures in Markdown', 'a.md', () => Buffer.from('![现场](a.png)\n\n![会议](b.png)\n'), 'no-text'],
  ['an empty paragraph', 'a.docx', () => docxWith(paragraph('')), 'no-text'],
];

test.each(hostile)('%s is refused: nothing is thrown', (_what, name, make, code) => {
  expect(readBytes(make(), name)).toEqual({ refusal: expect.objectContaining({ code }) });
});

test('the reading thread gives the same answers', async () => {
  expect(await readDocument(docxWith(paragraph('一、存在的问题')), 'a.docx')).toEqual({
    document: { blocks: [{ kind: 'paragraph', text: '一、存在的问题' }] },
  });
  expect(await readDocument(zipOf([['a.txt', 'x']]), 'a.zip')).toEqual({ refusal: { code: 'unknown' } });
  expect(await readDocument(zeros(21), 'a.txt')).toEqual({ refusal: { code: 'too-big', limit: 20 } });
});

test('reading that takes too long is stopped', async () => {
  expect(await readDocument(docxWith(paragraph('字').repeat(19_000)), 'a.docx', 0.001)).toEqual({
    refusal: { code: 'timeout', limit: 0.001 },
  });
});

test('macros are left out and said so', () => {
  const read = readBytes(docxWith(paragraph('一、存在的问题'), [['word/vbaProject.bin', 'Sub AutoOpen()']]), 'a.docm');
  expect(read).toEqual({ document: expect.objectContaining({ ignored: ['macros'] }) });
});

test('whatever bytes come, the answer is a value', () => {
  for (let seed = 1; seed < 300; seed++) {
    const whole = docxWith(paragraph('一、存在的问题').repeat(5));
    // A fixed walk over positions: the same file on every run.
    for (let i = 0; i < 5; i++) whole[(seed * 7919 + i * 104_729) % whole.length] = (seed * 31 + i) % 256;
    expect(readBytes(whole, 'a.docx')).toBeTypeOf('object');
  }
});

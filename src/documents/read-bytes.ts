import type { PlainDocument } from '../core/intake/document.ts';
import { type Draft, draftOf, type IntakeContext } from '../core/intake/index.ts';
import { readDocx } from './read-docx.ts';
import { decoded, isMarkdown, readMarkdown, readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Archive, openArchive } from './read-zip.ts';
import { limits, type Refusal, Refused } from './refusal.ts';

export type ReadResult = { readonly document: PlainDocument } | { readonly refusal: Refusal };

export type DraftResult = { readonly draft: Draft; readonly document: PlainDocument } | { readonly refusal: Refusal };

/** Reads a file and drafts a plan of it; a paper of thousands of lines takes its time here and not in the bot. */
export function readDraftFrom(bytes: Uint8Array, name: string, context: IntakeContext): DraftResult {
  const read = readBytes(bytes, name);
  return 'refusal' in read ? read : { draft: draftOf(read.document, context), document: read.document };
}

/** Reads a file by what it is, not by what it is called. Runs in the reading thread; never throws for a bad file. */
export function readBytes(bytes: Uint8Array, name: string): ReadResult {
  try {
    if (bytes.length > limits.file) throw new Refused('too-big', limits.file / 1024 / 1024);
    if (!bytes.length) throw new Refused('no-text');
    const document = documentIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name);
    if (!document.blocks.length) throw new Refused('no-text');
    return { document };
  } catch (error) {
    // Whatever else goes wrong in here comes from the file's content.
    return { refusal: error instanceof Refused ? error.refusal : { code: 'broken' } };
  }
}

function documentIn(bytes: Buffer, name: string): PlainDocument {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return officeIn(openArchive(bytes));
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new Refused(isLocked(bytes) ? 'encrypted' : 'old-office');
  if (/^(?:%PDF|\{\\rtf|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf)/.test(bytes.toString('latin1', 0, 8)))
    throw new Refused('unknown');
  if (/\.(?:docx|xlsx|docm|xlsm)$/i.test(name)) throw new Refused('broken');
  if (/\.(?:doc|xls|wps|et)$/i.test(name)) throw new Refused('old-office');
  const text = decoded(bytes);
  return /\.(?:md|markdown)$/i.test(name) || isMarkdown(text) ? readMarkdown(text) : readText(text);
}

function officeIn(archive: Archive): PlainDocument {
  const document = archive.has('word/document.xml')
    ? readDocx(archive)
    : archive.has('xl/workbook.xml')
      ? readXlsx(archive)
      : undefined;
  if (!document) throw new Refused(archive.names.some((name) => /^(?:word|xl)\//.test(name)) ? 'broken' : 'unknown');
  // Macros lie in a part of their own that nothing here reads; the secretary is told that they were left out.
  const macros = archive.names.some((name) => /vbaProject\.bin$/i.test(name));
  return macros ? { ...document, ignored: ['macros', ...(document.ignored ?? [])] } : document;
}

/** Word and Excel put a file with a password into an OLE container with this stream. */
function isLocked(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

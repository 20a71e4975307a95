import { createHash } from 'node:crypto';
import { type Zippable, zip } from 'fflate';
import type { Bundle } from '../core/reports/form/bundle.ts';
import { type Wording, wallClock } from './wording.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Bytes of a file kept by the office; undefined where it was erased or cannot be read. */
export type ReadFile = (id: string) => Promise<Uint8Array | undefined>;

interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a bundle under one folder, with an index of their sizes and SHA-256, and the sums as `sha256sum -c` reads them. */
export async function writeZip(
  bundle: Bundle,
  wording: Wording,
  made: { readonly at: number; readonly zone: string; readonly read?: ReadFile },
): Promise<Uint8Array> {
  const { word } = wording;
  const parts: Part[] = [];
  for (const { name, paper } of bundle.papers)
    parts.push({ path: `${fileName(word(name))}.docx`, bytes: await writeDocx(paper, wording) });
  for (const { name, workbook } of bundle.workbooks)
    parts.push({ path: `${fileName(word(name))}.xlsx`, bytes: await writeXlsx(workbook, wording) });
  for (const { name, lines } of bundle.records)
    parts.push({ path: `${fileName(word(name))}.jsonl`, bytes: encoded(lines.map((line) => `${line}\n`).join('')) });
  const { kept, missing } = await filesOf(bundle, wording, made.read);
  parts.push(...kept);
  const index = [word({ id: 'report-evidence-check' }), '', ...parts.map(lineOf), ...missing];
  const sums = parts.map(({ path, bytes }) => `${hashOf(bytes)}  ${path}\n`);
  const all = [
    ...parts,
    { path: `${fileName(word(bundle.index))}.txt`, bytes: encoded(`${index.join('\n')}\n`) },
    { path: 'SHA256SUMS', bytes: encoded(sums.join('')) },
  ];
  const folder = fileName(word(bundle.folder));
  const mtime = wallClock(made.at, made.zone);
  return zipped(Object.fromEntries(all.map(({ path, bytes }) => [`${folder}/${path}`, [bytes, { mtime }]])));
}

async function filesOf(bundle: Bundle, { word }: Wording, read: ReadFile | undefined) {
  const folder = fileName(word({ id: 'report-evidence-files' }));
  const kept: Part[] = [];
  const missing: string[] = [];
  for (const [i, { id, name, sha256 }] of bundle.files.entries()) {
    const path = `${folder}/${String(i + 1).padStart(2, '0')} ${fileName(word(name))}`;
    const bytes = await read?.(id);
    if (bytes && hashOf(bytes) === sha256) kept.push({ path, bytes });
    else missing.push(`${sha256}  ${path}  ${word({ id: 'report-evidence-missing' })}`);
  }
  return { kept, missing };
}

function lineOf({ path, bytes }: Part): string {
  return `${hashOf(bytes)}  ${path}  ${bytes.length}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A name for every system: no path, no reserved signs, nothing hidden, and not too long with its folder. */
export function fileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  return [...clean].slice(0, 80).join('') || '_';
}

const encoded = (text: string) => new TextEncoder().encode(text);

function zipped(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

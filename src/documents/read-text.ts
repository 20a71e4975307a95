import type { Block, PlainDocument } from '../core/intake/document.ts';
import { limits, Refused } from './refusal.ts';

/** Text as offices save it: UTF-8, UTF-16 with a mark, else GB18030 (which holds GBK and GB2312). */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // A zero byte occurs in no text of these encodings: this is some other kind of file.
  if (bytes.subarray(0, 4096).includes(0)) throw new Refused('unknown');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    const bad = [...text].filter((char) => char === '\ufffd' || (char < ' ' && !/\s/.test(char))).length;
    if (bad > text.length / 100) throw new Refused('unknown');
    return text;
  }
}

/** Plain or pasted text: one paragraph a line. */
export function readText(text: string): PlainDocument {
  const lines = linesOf(text);
  if (lines.length > limits.paragraphs) throw new Refused('too-long', limits.paragraphs);
  return { blocks: lines.filter((line) => line.trim()).map((line) => ({ kind: 'paragraph', text: line })) };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/);
}

/** Pasted text that marks its headings as Markdown does; a single # may be anything. */
export function isMarkdown(text: string): boolean {
  return linesOf(text).filter((line) => /^#{1,6} \S/.test(line)).length >= 2;
}

/** Markdown: headings by their #, without signs of emphasis. Tables are read by the intake as in any text. */
export function readMarkdown(text: string): PlainDocument {
  return {
    blocks: readText(text).blocks.flatMap((block): Block[] => {
      if (block.kind === 'table') return [block];
      const heading = /^(#{1,6})\s+/.exec(block.text);
      // A picture says nothing that can be read, and what it is called is no sentence of the paper.
      const words = block.text
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/^#{1,6}\s+|^\s*>\s?|^\s*[-*+]\s+/, '')
        .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
        .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1');
      if (!words.trim() || /^\s*(?:---+|\*\*\*+|```.*)\s*$/.test(block.text)) return [];
      return [{ kind: 'paragraph', text: words, ...(heading ? { heading: heading[1]!.length } : {}) }];
    }),
  };
}

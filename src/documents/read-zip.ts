import { inflateRawSync } from 'node:zlib';
import { limits, Refused } from './refusal.ts';

/** An office file as an archive. Nothing is unpacked before it is asked for. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The text of a part; undefined if the archive has none of that name. */
  text(name: string): string | undefined;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Opens an archive by its central directory, refusing bombs by their declared sizes before unpacking anything. */
export function openArchive(bytes: Buffer): Archive {
  const entries = directoryOf(bytes);
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.unpacked || (total > 8 * 1024 * 1024 && total > bytes.length * limits.ratio))
    throw new Refused('bomb');
  let read = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    text(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const part = unpack(bytes, entry);
      read += part.length;
      if (read > limits.unpacked) throw new Refused('bomb');
      return textOf(part);
    },
  };
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw new Refused('bomb');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new Refused('broken');
    if (bytes.readUInt16LE(at + 8) & 1) throw new Refused('encrypted');
    const [nameLength, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/\\/g, '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The end record stands in the last 64 kB, before an optional comment. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new Refused('broken');
}

function unpack(bytes: Buffer, entry: Entry): Buffer {
  if (entry.unpacked > limits.part) throw new Refused('bomb');
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL) throw new Refused('broken');
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new Refused('broken');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Refused('broken');
  try {
    // A directory may lie about sizes: the output is capped all the same.
    return inflateRawSync(packed, { maxOutputLength: limits.part });
  } catch (error) {
    throw new Refused(error instanceof RangeError ? 'bomb' : 'broken');
  }
}

function textOf(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part);
  return new TextDecoder('utf-8').decode(part);
}

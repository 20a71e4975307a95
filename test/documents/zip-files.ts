import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory claims, if it lies. */
  readonly claims?: number;
  readonly encrypted?: boolean;
}

/** A zip archive, also one that no honest writer makes. */
export function zipOf(parts: readonly (Part | readonly [string, string])[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, bytes, claims, encrypted } =
      'name' in part ? part : { name: part[0], bytes: Buffer.from(part[1]), claims: undefined, encrypted: false };
    const packed = deflateRawSync(bytes, { level: 9 });
    const id = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(sum(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? bytes.length, 18);
    shared.writeUInt16LE(id.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, id, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, tail, id]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

// zlib.crc32 came with Node 20.15; readers here do not check sums, so older ones may write none.
function sum(bytes: Buffer): number {
  return typeof crc32 === 'function' ? crc32(bytes) : 0;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The least Word file that holds a body. */
export function docxWith(body: string, more: readonly (Part | readonly [string, string])[] = []): Buffer {
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    ['word/document.xml', `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`],
    ...more,
  ]);
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

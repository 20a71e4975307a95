import type { Upload } from './params.ts';
import { badRequest } from './refusal.ts';

export interface Form {
  readonly fields: Record<string, string>;
  readonly uploads: Map<string, Upload>;
}

// The built-in reader wants the header lines spelled one way only, and grammY spells them another.
/** Reads multipart/form-data (RFC 7578) in memory. */
export function readMultipart(contentType: string, body: Buffer): Form {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw badRequest('no boundary in the multipart request');
  const form: Form = { fields: {}, uploads: new Map() };
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = whole.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (whole.subarray(start, start + 2).toString() === '--') break;
    const end = whole.indexOf(mark, start);
    if (end < 0) throw badRequest('the multipart request ends too early');
    readPart(whole.subarray(start, end), form);
    at = end;
  }
  return form;
}

function readPart(part: Buffer, { fields, uploads }: Form): void {
  const split = part.indexOf('\r\n\r\n');
  if (split < 0) return;
  const head = part.subarray(0, split).toString('utf8');
  const content = part.subarray(split + 4);
  const name = parameterOf(head, 'name');
  if (name === undefined) return;
  const file = parameterOf(head, 'filename');
  if (file === undefined) fields[name] = content.toString('utf8');
  else uploads.set(name, { name: file, type: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? '', content });
}

function parameterOf(head: string, name: string): string | undefined {
  const match = new RegExp(`^content-disposition:.*;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'im').exec(head);
  return match ? (match[1] ?? match[2]) : undefined;
}

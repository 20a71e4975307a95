import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import { type Params, textOf, type Upload } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { Attachment, StoredFile } from './state.ts';

export const MB = 1024 * 1024;
/** Telegram's limits in bytes: what a bot may fetch, upload, and upload as a photo. */
export const limits = { fetch: 20 * MB, upload: 50 * MB, photo: 10 * MB } as const;

const foldersOf = { photo: 'photos', document: 'documents', voice: 'voice' } as const;
export type FileKind = keyof typeof foldersOf;

export function keepFile(desk: Desk, kind: FileKind, upload: Upload, duration?: number): StoredFile {
  const number = desk.state.nextFile;
  desk.state.nextFile += 1;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(upload.name)?.[0] ?? (kind === 'photo' ? '.jpg' : '');
  const file: StoredFile = {
    id: `Ag${randomBytes(24).toString('base64url')}`,
    uniqueId: `AQ${randomBytes(9).toString('base64url')}`,
    path: `${foldersOf[kind]}/file_${number}${extension}`,
    type: upload.type || 'application/octet-stream',
    size: upload.content.length,
    ...(kind === 'document' && { name: upload.name }),
    ...(kind === 'photo' && (sizeOfImage(upload.content) ?? { width: 800, height: 600 })),
    ...(duration !== undefined && { duration }),
  };
  desk.state.files[file.id] = file;
  desk.shelf.put(file.id, upload.content);
  return file;
}

/** The attachment in field `name`: a new upload, `attach://part`, or the id of a file the bot has seen. */
export function attachmentOf(desk: Desk, kind: FileKind, params: Params, name: string, value?: string): Attachment {
  const given = value ?? textOf(params, name);
  const upload = given.startsWith('attach://') ? params.upload(given.slice('attach://'.length)) : params.upload(name);
  if (upload) return { kind, fileId: keepChecked(desk, kind, upload).id };
  if (!given) throw badRequest(`there is no ${kind} in the request`);
  if (!desk.state.files[given]) throw badRequest('wrong file identifier/HTTP URL specified');
  return { kind, fileId: given };
}

function keepChecked(desk: Desk, kind: FileKind, upload: Upload): StoredFile {
  const size = upload.content.length;
  if (size === 0) throw badRequest('file must be non-empty');
  if (size > limits.upload) throw new Refusal(413, 'Request Entity Too Large');
  if (kind === 'photo' && size > limits.photo)
    throw badRequest(`file of size ${size} bytes is too big for a photo; the maximum size is ${limits.photo} bytes`);
  if (kind === 'photo' && !isImage(upload.content)) throw badRequest('IMAGE_PROCESS_FAILED');
  return keepFile(desk, kind, upload);
}

const isPng = (content: Buffer): boolean => content.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n';

function isImage(content: Buffer): boolean {
  const start = content.subarray(0, 12).toString('latin1');
  return isPng(content) || start.startsWith('\xff\xd8\xff') || start.startsWith('GIF8') || start.endsWith('WEBP');
}

function sizeOfImage(content: Buffer): { width: number; height: number } | undefined {
  if (!isPng(content) || content.length < 24) return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

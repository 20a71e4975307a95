import type { Desk } from './desk.ts';

// Only these are shown in place. Anything else is downloaded: a page that somebody uploaded must not run here.
const shownInPlace = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'audio/ogg'];

/** A file of a chat, for the page. */
export function download(desk: Desk, id: string): Response {
  const file = Object.hasOwn(desk.state.files, id) ? desk.state.files[id] : undefined;
  const content = file && desk.shelf.get(id);
  if (!file || !content) return new Response(null, { status: 404 });
  const inPlace = shownInPlace.includes(file.type);
  const name = encodeURIComponent(file.name ?? file.path.split('/').at(-1)!);
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': inPlace ? file.type : 'application/octet-stream',
      'content-disposition': `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}

import type { Context } from 'hono';
import { limits, MB } from './files.ts';
import { readMultipart } from './multipart.ts';
import { type Params, paramsOf } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';

// A form around a file of the largest size is a little larger than the file.
const MAX_BODY = limits.upload + 2 * MB;

/** Reads query, JSON, urlencoded and multipart alike; a later source wins over the query. */
export async function readParams(c: Context): Promise<Params> {
  const values: Record<string, unknown> = { ...c.req.query() };
  if (Number(c.req.header('content-length') ?? 0) > MAX_BODY) throw new Refusal(413, 'Request Entity Too Large');
  const type = c.req.header('content-type') ?? '';
  if (/^application\/json/i.test(type)) Object.assign(values, await readJson(c));
  if (/^application\/x-www-form-urlencoded/i.test(type))
    Object.assign(values, Object.fromEntries(new URLSearchParams(await c.req.text())));
  if (!/^multipart\/form-data/i.test(type)) return paramsOf(values, new Map());
  const form = readMultipart(type, Buffer.from(await c.req.arrayBuffer()));
  return paramsOf({ ...values, ...form.fields }, form.uploads);
}

async function readJson(c: Context): Promise<Record<string, unknown>> {
  const body = await c.req.text();
  if (!body) return {};
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest("can't parse request: invalid JSON");
  }
}

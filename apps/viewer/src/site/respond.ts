import { createHash } from 'node:crypto';
import type { Context } from 'hono';

interface Body {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly status?: 200 | 404 | 500;
  /** True where the reader's cookies shape the content. */
  readonly personal: boolean;
  /** How long it may be kept; caches ask each time when left out. */
  readonly cacheControl?: string;
}

const askEachTime = 'public, no-cache';

/**
 * Answers with a body under an entity tag of its content. Caches may keep a page but ask each time, so that a correction
 * shows at once; an unchanged page then costs a 304.
 */
export function respond(context: Context, { content, type, status = 200, personal, cacheControl }: Body): Response {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  context.header('Content-Type', type);
  context.header('Cache-Control', status === 200 ? (cacheControl ?? askEachTime) : 'no-store');
  if (personal) context.header('Vary', 'Cookie');
  if (status !== 200) return context.body(content, status);
  context.header('ETag', tag);
  const asked = context.req.header('If-None-Match');
  const known = asked?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  const isKnown = known?.some((one) => one === tag || one === '*') ?? false;
  return isKnown ? context.body(null, 304) : context.body(content, 200);
}

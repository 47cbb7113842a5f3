import { createHash } from 'node:crypto';
import type { Context } from 'hono';

interface Body {
  readonly content: string;
  readonly type: string;
  readonly status?: 200 | 404 | 500;
  /** True where the reader's cookies shape the content. */
  readonly personal: boolean;
}

/**
 * Answers with a body under an entity tag of its content. Caches may keep it but ask each time, so that a correction
 * shows at once; an unchanged page then costs a 304.
 */
export function respond(context: Context, { content, type, status = 200, personal }: Body): Response {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  context.header('Content-Type', type);
  context.header('Cache-Control', status === 200 ? 'public, no-cache' : 'no-store');
  if (personal) context.header('Vary', 'Cookie');
  if (status !== 200) return context.body(content, status);
  context.header('ETag', tag);
  const asked = context.req.header('If-None-Match');
  const known = asked?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known?.includes(tag) ? context.body(null, 304) : context.body(content, 200);
}

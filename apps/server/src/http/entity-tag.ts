import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** Whether an `If-None-Match` names the version with this entity tag. */
export function isNamedBy(asked: string | undefined, tag: string): boolean {
  const plain = (one: string) => one.trim().replace(/^W\//, '');
  return asked?.split(',').some((one) => plain(one) === plain(tag) || plain(one) === '*') ?? false;
}

/** Whether the client says that it has the version with this entity tag already. */
export function isKnown(context: Context, tag: string): boolean {
  return isNamedBy(context.req.header('if-none-match'), tag);
}

/** Answers with something public under an entity tag of its content. Caches may keep it and ask each time. */
export function taggedAnswer(context: Context, body: string, mediaType: string): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers({ etag: tag, 'cache-control': 'public, no-cache' });
  if (isKnown(context, tag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', mediaType);
  return new Response(body, { headers });
}

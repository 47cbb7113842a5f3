import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from './environment.ts';

/** Largest file that an import takes, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/** Largest request without a file: a long report with room to spare, in bytes. */
export const largestRequest = 8 * 1024 * 1024;

export const requestLimit = bodyLimit(largestRequest);

/** What the form around a file may take, in bytes. */
export const formAround = 64 * 1024;

export const uploadLimit = bodyLimit(largestUpload + formAround);

/**
 * Refuses what is longer than `largest` bytes with `TOO_LARGE`, by the length that it names, or else as soon as it was
 * read so far. One without a length and without chunks has no body (RFC 9112, 6.3), which reading it shows as well.
 */
function bodyLimit(largest: number): MiddlewareHandler<HttpEnvironment> {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const { method } = context.req;
    const isChunked = context.req.header('transfer-encoding') !== undefined;
    const length = isChunked ? undefined : context.req.header('content-length');
    if (length !== undefined && Number(length) > largest) throw new ServiceError('TOO_LARGE');
    if (length === undefined && method !== 'GET' && method !== 'HEAD') await readWithin(context, largest);
    await next();
  });
}

/** Reads a body that does not say how long it is, and puts a request with what was read in its place. */
async function readWithin(context: Context<HttpEnvironment>, largest: number): Promise<void> {
  const { body, url, method, headers, signal } = context.req.raw;
  if (body === null) return;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Leaving a body half read must not end the connection before the refusal has gone out.
  for await (const part of body.values({ preventCancel: true })) {
    size += part.byteLength;
    if (size > largest) throw new ServiceError('TOO_LARGE');
    parts.push(part);
  }
  context.req.raw = new Request(url, { method, headers, signal, body: new Blob(parts) });
}

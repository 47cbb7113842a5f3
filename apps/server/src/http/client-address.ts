import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from './environment.ts';

/** Finds the client's address. A header is believed only when the configuration names it as set by a trusted proxy. */
export function clientAddress(trustedHeader: string | null) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const fromProxy = trustedHeader === null ? undefined : context.req.header(trustedHeader)?.split(',').at(-1)?.trim();
    context.set('clientAddress', fromProxy || (connectionAddress(context) ?? '0.0.0.0'));
    await next();
  });
}

/** Who is at the other end of the connection, be it a client or a proxy. */
export function connectionAddress(context: Parameters<typeof getConnInfo>[0]): string | undefined {
  // Requests made in process, without a connection, have none.
  return 'incoming' in (context.env ?? {}) ? getConnInfo(context).remote.address : undefined;
}

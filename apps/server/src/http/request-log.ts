import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { HttpEnvironment } from './environment.ts';

const acceptable = /^[\w-]{8,64}$/;

/**
 * Gives each request an id, which the answer names, and logs method, path, status and time. No query, no body, no
 * address, no name: nothing that tells who a person is.
 */
export function requestLog(log: Logger) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const given = context.req.header('x-request-id');
    const requestId = given !== undefined && acceptable.test(given) ? given : randomUUID();
    context.set('requestId', requestId);
    context.set('log', log.child({ requestId }));
    const start = performance.now();
    await next();
    context.res.headers.set('x-request-id', requestId);
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const { method, path } = context.req;
    context.get('log').info({ method, path, status: context.res.status, milliseconds }, 'request');
  });
}

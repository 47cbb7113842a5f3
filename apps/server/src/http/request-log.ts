import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics/metrics.ts';
import type { HttpEnvironment } from './environment.ts';
import { matchedRoute } from './matched-route.ts';

const acceptable = /^[\w-]{8,64}$/;

/**
 * Gives each request an id, which the answer names, and logs and counts method, route, status and time. No address, no
 * query, no body, no name: nothing that tells who a person is.
 */
export function requestLog(log: Logger, metrics: Metrics) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const given = context.req.header('x-request-id');
    const requestId = given !== undefined && acceptable.test(given) ? given : randomUUID();
    context.set('requestId', requestId);
    context.set('log', log.child({ requestId }));
    const start = performance.now();
    await next();
    context.res.headers.set('x-request-id', requestId);
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const request = { method: context.req.method, route: matchedRoute(context), status: context.res.status };
    metrics.countRequest({ ...request, seconds: milliseconds / 1000 });
    context.get('log').info({ ...request, milliseconds }, 'request');
  });
}

import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from '../http/environment.ts';
import type { RateLimits } from './rate-limits.ts';

/** Limits the search of the public site, as that of the API; a page that is only opened counts nothing. */
export function searchLimit(limits: RateLimits) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    if (context.req.query('search')) await limits.take('publicSearch', [context.get('clientAddress')]);
    await next();
  });
}

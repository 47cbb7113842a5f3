import { createMiddleware } from 'hono/factory';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from './environment.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Refuses requests that change something and come from another site's page. Browsers name the page's origin; programs
 * that are not browsers send none, and have no cookies to misuse.
 */
export function sameOrigin(baseUrl: string | null) {
  const publicHost = baseUrl === null ? null : new URL(baseUrl).host;
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    if (!safeMethods.has(context.req.method)) {
      const origin = context.req.header('origin');
      const site = context.req.header('sec-fetch-site');
      const ownHost = publicHost ?? context.req.header('host') ?? new URL(context.req.url).host;
      const foreign = origin === undefined ? site === 'cross-site' || site === 'same-site' : hostOf(origin) !== ownHost;
      if (foreign) throw new ServiceError('FOREIGN_ORIGIN');
    }
    await next();
  });
}

import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { HttpEnvironment } from './environment.ts';

/**
 * Only our own scripts and styles, no framing, no sniffing, nothing told to other sites. Styles that components add at
 * run time carry a nonce that each page of the admin gets anew.
 */
export function securityHeaders(https: boolean) {
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    const nonce = randomUUID();
    context.set('styleNonce', nonce);
    await next();
    const headers = context.res.headers;
    const policy = [
      "default-src 'self'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ];
    headers.set('content-security-policy', policy.join('; '));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { ServiceError } from '../errors/service-error.ts';
import { connectionAddress } from '../http/client-address.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsAccess {
  readonly token: string | null;
  /** Whether the server has a public address, and so may stand behind a proxy on this machine. */
  readonly isPublic: boolean;
}

const loopback: ReadonlySet<string | undefined> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

const digest = (text: string) => createHash('sha256').update(text).digest();

function isAdmitted(context: Context<HttpEnvironment>, { token, isPublic }: MetricsAccess): boolean {
  const authorization = context.req.header('authorization') ?? '';
  if (token !== null) return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
  // A proxy on this machine asks from the loopback address as well, for whoever it serves.
  if (isPublic || forwarding.some((name) => context.req.header(name) !== undefined)) return false;
  return loopback.has(connectionAddress(context));
}

/** For a Prometheus that brings the token, or that runs on this machine; for others there is nothing here. */
export function metricsRoute(metrics: Metrics, access: MetricsAccess) {
  return async (context: Context<HttpEnvironment>) => {
    if (!isAdmitted(context, access)) throw new ServiceError('NOT_FOUND');
    return context.body(await metrics.print(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
  };
}

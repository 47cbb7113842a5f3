import type { Database, JobQueue } from '@nianbao/database';
import { hasCurrentTables } from '@nianbao/database';
import { Hono } from 'hono';
import type { HttpEnvironment } from './environment.ts';

export interface HealthParts {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'isOpen'>;
  /** Whether the server is about to stop. */
  readonly isDraining: () => boolean;
}

/**
 * For what watches over the process. `/healthz`: it lives, start it anew when this does not answer. `/readyz`: it can do
 * its work, send it requests; 503 where the database is away, has other tables, or the server is about to stop.
 */
export function healthRoutes({ database, jobs, isDraining }: HealthParts) {
  const routes = new Hono<HttpEnvironment>();
  const headers = { 'cache-control': 'no-store' };
  routes.get('/healthz', (context) => context.json({ status: 'ok' }, { headers }));
  routes.get('/readyz', async (context) => {
    const tables = await hasCurrentTables(database).then(
      (current) => ({ database: true, tables: current }),
      () => ({ database: false, tables: false }),
    );
    const checks = { ...tables, jobs: jobs.isOpen(), serving: !isDraining() };
    const isReady = Object.values(checks).every(Boolean);
    return context.json(
      { status: isReady ? 'ready' : 'unavailable', checks },
      { status: isReady ? 200 : 503, headers },
    );
  });
  return routes;
}

import type { Context } from 'hono';
import { routePath } from 'hono/route';
import { appRouter } from '../router.ts';

const procedures: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures));
const trpcPath = '/api/trpc/';

/**
 * The pattern of the route that answered, such as `/agencies/:agency/:year`, or the name of the procedure: what logs,
 * metrics and traces say instead of the address, which may name a person or open a door.
 */
export function matchedRoute(context: Context): string {
  const { path } = context.req;
  if (path.startsWith(trpcPath)) {
    const name = path.slice(trpcPath.length);
    return procedures.has(name) ? trpcPath + name : `${trpcPath}*`;
  }
  return routePath(context);
}

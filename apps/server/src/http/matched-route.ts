import type { Context } from 'hono';
import { routePath } from 'hono/route';
import { calledIn, callPath } from '../api/call-path.ts';
import { procedures } from '../api/procedures.ts';

/**
 * The pattern of the route that answered, such as `/agencies/:agency/:year`, or the name of the procedure: what logs,
 * metrics and traces say instead of the address, which may name a person or open a door.
 */
export function matchedRoute(context: Context): string {
  const called = calledIn(context.req.path);
  if (called === null) return routePath(context);
  const [name = '', ...others] = called;
  return callPath(others.length === 0 && procedures.has(name) ? name : '*');
}

import type { Context } from 'hono';

/** Whether the client says that it has the version with this entity tag already. */
export function isKnown(context: Context, tag: string): boolean {
  const asked = context.req.header('if-none-match');
  const plain = (one: string) => one.trim().replace(/^W\//, '');
  return asked?.split(',').some((one) => plain(one) === plain(tag)) ?? false;
}

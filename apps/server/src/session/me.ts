import type { RequestContext } from '../api/request-context.ts';

/** Who is signed in, with their roles; null when nobody is. */
export function me({ person }: RequestContext) {
  if (person === null) return null;
  const { id, name, username, memberships } = person;
  return { user: { id, name, username }, memberships };
}

import type { Action } from '@nianbao/core';
import { permissions } from '@nianbao/core';
import type { AgencyScope } from '@nianbao/database';
import type { Person } from '../identity/person.ts';

/**
 * Where a person may do something at their own agency, and below it where the table says so, without looking the agencies
 * up: for queries over many.
 */
export function scopeOf(person: Person, action: Action): AgencyScope {
  const permission = permissions[action];
  if (permission === 'everyone') return { alone: [], withBelow: [] };
  const alone: string[] = [];
  const withBelow: string[] = [];
  for (const { role, agencyId } of person.memberships) {
    const relations = permission[role] ?? [];
    if (relations.includes('own')) (relations.includes('below') ? withBelow : alone).push(agencyId);
  }
  return { alone, withBelow };
}

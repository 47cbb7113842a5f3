import type { Action, HeldGrant } from '../access/permissions.ts';
import { isAllowed } from '../access/permissions.ts';
import type { Lifecycle } from './lifecycle.ts';

/**
 * The agencies for which somebody may take an action, as places in `lineage`: the way from the report's agency (place 0)
 * up to the root. Lowest first.
 */
export function levelsOf(action: Action, grants: readonly HeldGrant[], lineage: readonly string[]): readonly number[] {
  return lineage.flatMap((agency, place) =>
    isAllowed(
      action,
      grants.filter((grant) => grant.agency === agency),
    )
      ? [place]
      : [],
  );
}

/**
 * The place in `lineage` of the highest government that approved or accepted; null without an approval, and where the
 * agency has been moved elsewhere in the tree since.
 */
export function highestLevel({ approval, acceptances }: Lifecycle, lineage: readonly string[]): number | null {
  const level = (acceptances.at(-1) ?? approval)?.level;
  const place = level === undefined ? -1 : lineage.indexOf(level);
  return place < 0 ? null : place;
}

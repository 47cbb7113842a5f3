import type { Finding } from '@nianbao/core';

/** Tells findings of one report apart, and finds the same one again after an edit elsewhere. */
export function findingKey({ rule, instance, cells, place }: Finding): string {
  const at = place?.kind === 'text' ? `${place.section}.${place.block}.${place.start}` : (place?.line ?? '');
  return `${rule}|${instance ?? ''}|${cells.join(',')}|${at}`;
}

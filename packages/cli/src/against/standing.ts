import type { PublishedReport } from './published-report.ts';

/** How a file stands to what is published. `version` and `current` are null where the address does not tell versions. */
export type Standing =
  | { readonly kind: 'current'; readonly version: number | null }
  | { readonly kind: 'older'; readonly version: number; readonly current: number }
  | { readonly kind: 'notPublished'; readonly current: number | null };

/** Compares the digest of the report in a file with those of the published versions. */
export function standingOf(digest: string, { digest: shown, version, versions }: PublishedReport): Standing {
  const current = versions.reduce<number | null>((newest, item) => Math.max(newest ?? 0, item.version), version);
  const own =
    digest === shown && version !== null ? version : versions.findLast((item) => item.digest === digest)?.version;
  if (own === undefined) return digest === shown ? { kind: 'current', version } : { kind: 'notPublished', current };
  return current !== null && own < current
    ? { kind: 'older', version: own, current }
    : { kind: 'current', version: own };
}

import type { Database, PublicationHead, PublicationKey, PublicationRow } from '@nianbao/database';
import { findPublicationById, listVersions } from '@nianbao/database';
import { z } from 'zod';
import { Remembered } from '../memory/remembered.ts';

/** Versions that were read of late, by id: what is public never changes. */
const read = new Remembered<PublicationRow>(200);

/** A version by its id, read from the database unless it was of late. */
export async function rememberedPublication(database: Database, id: string): Promise<PublicationRow | null> {
  const published = read.get(id) ?? (await findPublicationById(database, id));
  if (published !== null) read.set(id, published);
  return published;
}

export interface PublishedVersion {
  readonly published: PublicationRow;
  /** Every version of the year, oldest first. */
  readonly versions: readonly PublicationHead[];
}

/** One public version of a report, the newest when none is named, with the list of all; null where there is none. */
export async function publishedVersion(
  database: Database,
  { agencyId, year, version }: PublicationKey,
): Promise<PublishedVersion | null> {
  const versions = await listVersions(database, agencyId, year);
  const head = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);
  if (head === undefined) return null;
  const published = await rememberedPublication(database, head.id);
  return published === null ? null : { published, versions };
}

/** A version as lists name it, without its content. */
export const publicVersionSchema = z.object({
  version: z.int(),
  digest: z.string(),
  note: z.string().nullable(),
  publishedAt: z.iso.datetime(),
});

export const versionHead = ({
  version,
  publishedAt,
  digest,
  note,
}: PublicationHead): z.infer<typeof publicVersionSchema> => ({
  ...{ version, digest, note },
  publishedAt: publishedAt.toISOString(),
});

import { digestOf, reportDigest } from '@nianbao/core';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../connect.ts';
import { auditEvent } from '../schema/audit-event.ts';
import { publication } from '../schema/publication.ts';
import type { NewPublication, PublicationRow } from './publications.ts';

/** The field of the audit event of a publication that says what was published. */
export const publicationField = 'publication';

const recordSchema = z.object({ version: z.int(), record: z.string() });

/** What the audit event keeps of a version: its digest, and one over everything that is public with it. */
export type PublicationRecord = z.infer<typeof recordSchema>;

type Recorded = Pick<PublicationRow, 'reportId' | 'agencyId' | 'year' | 'version' | 'content' | 'findings' | 'digest'> &
  Pick<
    PublicationRow,
    | 'explanations'
    | 'attachments'
    | 'ruleSetVersion'
    | 'approval'
    | 'acceptances'
    | 'publishedAt'
    | 'publishedBy'
    | 'publishedByName'
  > &
  Pick<NewPublication, 'note'>;

/** What is written down of a version when it is published: any change of it later gives another digest. */
export function publicationRecord(row: Recorded): PublicationRecord {
  const { reportId, agencyId, year, version, content, findings, explanations, digest } = row;
  const {
    attachments,
    acceptances,
    ruleSetVersion,
    approval,
    note = null,
    publishedAt,
    publishedBy,
    publishedByName,
  } = row;
  const whole = {
    ...{ reportId, agencyId, year, version, content, findings, explanations, digest, ruleSetVersion, approval, note },
    ...{ attachments, acceptances },
    ...{ publishedAt: publishedAt.toISOString(), publishedBy, publishedByName },
  };
  return { version, record: digestOf('nianbao publication 1', whole) };
}

/**
 * What is wrong with a published version: its `content` does not give its digest; it is not what its `record` in the audit
 * trail says; it is `unrecorded` there; or it is recorded and `missing`.
 */
export interface PublicationFault {
  readonly kind: 'content' | 'record' | 'unrecorded' | 'missing';
  readonly reportId: string;
  readonly version: number;
}

export interface PublicationVerdict {
  readonly publications: number;
  readonly faults: readonly PublicationFault[];
}

const atATime = 50;

/** Holds every published version against its digest and the audit event of its publication, from one state. */
export async function verifyPublications(database: Database): Promise<PublicationVerdict> {
  return database.transaction(
    async (transaction) => {
      const records = await recordedVersions(transaction);
      const faults: PublicationFault[] = [];
      let publications = 0;
      let after = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const some = await transaction
          .select()
          .from(publication)
          .where(gt(publication.id, after))
          .orderBy(asc(publication.id))
          .limit(atATime);
        for (const row of some) {
          const { reportId, version } = row;
          const key = `${reportId} ${version}`;
          const recorded = records.get(key);
          records.delete(key);
          if (reportDigest(row.content) !== row.digest) faults.push({ kind: 'content', reportId, version });
          if (recorded === undefined) faults.push({ kind: 'unrecorded', reportId, version });
          else if (recorded !== publicationRecord(row).record) faults.push({ kind: 'record', reportId, version });
        }
        publications += some.length;
        after = some.at(-1)?.id ?? after;
        if (some.length < atATime) break;
      }
      for (const key of records.keys()) {
        const [reportId = '', version] = key.split(' ');
        faults.push({ kind: 'missing', reportId, version: Number(version) });
      }
      return { publications, faults };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** The record of every version that the audit trail tells of, by report and version. */
async function recordedVersions(transaction: Database): Promise<Map<string, string>> {
  const containing = JSON.stringify([{ field: publicationField }]);
  const events = await transaction
    .select({ reportId: auditEvent.reportId, changes: auditEvent.changes })
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'report.publish'), sql`${auditEvent.changes} @> ${containing}::jsonb`));
  return new Map(
    events.flatMap(({ reportId, changes }) => {
      const change = changes.find(({ field }) => field === publicationField);
      const record = recordSchema.safeParse(change?.after);
      return record.success ? [[`${reportId} ${record.data.version}`, record.data.record] as const] : [];
    }),
  );
}

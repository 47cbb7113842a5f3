import { reportDigest } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { findPublication } from '@nianbao/database';
import { carry } from '@nianbao/documents';
import type { DocumentPool } from '@nianbao/documents/bounded';
import { openReport } from '../access/opened-report.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import { contentDisposition } from './file-name.ts';
import { offeredDocuments } from './offered-documents.ts';
import { writeDocument } from './written-documents.ts';

export interface DraftRequest {
  readonly person: Person | null;
  readonly reportId: string;
  /** The ending of the format. */
  readonly extension: string;
}

/** A report as it stands now, as a document for the people who may read it. Nothing of it is kept on the way. */
export async function draftDownload(
  { database, documents }: { readonly database: Database; readonly documents: DocumentPool },
  { person, reportId, extension }: DraftRequest,
): Promise<Response> {
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  const { report, agency } = await openReport(database, reportId, { person, action: 'report.read' });
  const format = offeredDocuments.find(({ id }) => id === extension);
  if (format === undefined) throw new ServiceError('NOT_FOUND');
  const { content, agencyId, year } = report;
  const published = await findPublication(database, { agencyId, year });
  const isPublished = published !== null && published.digest === reportDigest(content);
  const carried = isPublished
    ? carry(published.content, {
        ...{ agencyId, version: published.version, publishedAt: published.publishedAt.toISOString() },
        address: null,
      })
    : carry(content, null);
  const mark = isPublished ? null : '草稿';
  return new Response(await writeDocument(documents, format.id, carried), {
    headers: {
      'content-type': format.mediaType,
      'content-disposition': contentDisposition({
        agency: content.agency ?? agency.name,
        year,
        mark,
        extension: format.id,
      }),
      'cache-control': 'no-store',
    },
  });
}

import type { Database } from '@nianbao/database';
import { findAttachment, findPublication } from '@nianbao/database';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { openReport } from '../access/opened-report.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { Person } from '../identity/person.ts';
import { fileAnswer } from './attachment-file.ts';

interface AttachmentParts {
  readonly database: Database;
  readonly blobs: BlobStore;
}

const known = (context: Context) => context.req.header('if-none-match');

/** A file of a report, for the people who may read the report: `/api/reports/REPORT/attachments/ID`. */
export async function attachmentDownload(
  { database, blobs }: AttachmentParts,
  context: Context<HttpEnvironment>,
  person: Person | null,
): Promise<Response> {
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  const { report = '', attachment = '' } = context.req.param();
  const opened = await openReport(database, report, { person, action: 'report.read' });
  const id = z.uuid().safeParse(attachment);
  const row = id.success ? await findAttachment(database, { id: id.data, reportId: opened.report.id }) : null;
  if (row === null) throw new ServiceError('NOT_FOUND');
  return fileAnswer(blobs, row, { known: known(context), cacheControl: 'private, no-cache' });
}

/**
 * The files that are public with a version, at `/agencies/ID/2025/versions/1/attachments/DIGEST`. A version never
 * changes, and neither does what is at such an address.
 */
export function publishedAttachments({ database, blobs }: AttachmentParts): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get(
    '/agencies/:agency/:year{[0-9]{4}}/versions/:version{[1-9][0-9]{0,5}}/attachments/:digest{[0-9a-f]{64}}',
    async (context, next) => {
      const { agency, year, version, digest } = context.req.param();
      const agencyId = agencyIdSchema.safeParse(agency);
      const key = { year: Number(year), version: Number(version) };
      const published = agencyId.success ? await findPublication(database, { ...key, agencyId: agencyId.data }) : null;
      const file = published?.attachments.find((one) => one.digest === digest);
      if (file === undefined) return next();
      const cacheControl = 'public, max-age=31536000, immutable';
      return fileAnswer(blobs, file, { known: known(context), cacheControl });
    },
  );
  return app;
}

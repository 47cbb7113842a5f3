import type { Database, PublicationRow } from '@nianbao/database';
import { findAgency, findPublication } from '@nianbao/database';
import type { CarriedReport } from '@nianbao/documents';
import { carry } from '@nianbao/documents';
import type { DocumentPool } from '@nianbao/documents/bounded';
import type { Context, Next } from 'hono';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { agencyIdSchema } from '../api/ids.ts';
import { isKnown } from '../http/entity-tag.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { DocumentRequest } from './document-request.ts';
import { documentRequest } from './document-request.ts';
import { contentDisposition } from './file-name.ts';
import type { WrittenDocuments } from './written-documents.ts';
import { writtenDocuments } from './written-documents.ts';

interface DownloadParts {
  readonly database: Database;
  readonly documents: DocumentPool;
  /** Public address of the site; null where none is set, and documents then name no address to look them up at. */
  readonly baseUrl: string | null;
}

function carriedOf(
  { agencyId, year, version, content, publishedAt }: PublicationRow,
  baseUrl: string | null,
): CarriedReport {
  const page = `/agencies/${agencyId}/${year}/versions/${version}`;
  return carry(content, {
    ...{ agencyId, version, publishedAt: publishedAt.toISOString() },
    address: baseUrl === null ? null : new URL(page, baseUrl).href,
  });
}

/** Names what a download holds: the report, its version, and the edition of the writer, whose documents may change. */
function documentTag(
  { digest, version }: Pick<PublicationRow, 'digest' | 'version'>,
  { id, edition }: Pick<DocumentRequest['format'], 'id' | 'edition'>,
): string {
  return `"${digest.slice(0, 32)}-${version}-${id}-${edition}"`;
}

class Downloads {
  readonly #parts: DownloadParts;
  readonly #documents: WrittenDocuments;

  constructor(parts: DownloadParts) {
    this.#parts = parts;
    this.#documents = writtenDocuments(parts.documents);
  }

  /** Answers with a document of a published version; null where there is none. */
  async answer(context: Context, agency: string, request: DocumentRequest): Promise<Response | null> {
    const { database, baseUrl } = this.#parts;
    const agencyId = agencyIdSchema.safeParse(agency);
    if (!agencyId.success) return null;
    const { year, version, format } = request;
    const published = await findPublication(database, {
      ...{ agencyId: agencyId.data, year, version: version ?? undefined },
    });
    if (published === null) return null;
    const tag = documentTag(published, format);
    const headers = new Headers({ etag: tag, 'cache-control': 'public, no-cache' });
    headers.set('last-modified', published.publishedAt.toUTCString());
    if (isKnown(context, tag)) return new Response(null, { status: 304, headers });
    const agencyName = published.content.agency ?? (await findAgency(database, agencyId.data))?.name ?? '';
    const mark = version === null ? null : `第${version}版`;
    headers.set('content-type', format.mediaType);
    headers.set('content-disposition', contentDisposition({ agency: agencyName, year, mark, extension: format.id }));
    const key = `${published.id} ${format.id}`;
    return new Response(await this.#documents.get(key, format.id, () => carriedOf(published, baseUrl)), { headers });
  }
}

/**
 * The documents of published reports, at the address of the report with the ending of the format:
 * `/agencies/ID/2025.docx`, and of one version `/agencies/ID/2025/versions/1.docx`. What is none of them is left to the
 * site.
 */
export function publishedDownloads(parts: DownloadParts): Hono<HttpEnvironment> {
  const downloads = new Downloads(parts);
  const app = new Hono<HttpEnvironment>();
  const document = async (context: Context, next: Next): Promise<Response | undefined> => {
    const { agency = '', year, file = '' } = context.req.param();
    const request = documentRequest(file, year);
    const answer = request === null ? null : await downloads.answer(context, agency, request);
    if (answer !== null) return answer;
    await next();
    return undefined;
  };
  const compressed = compress();
  app.get('/agencies/:agency/:file{.+\\.[a-z]+}', compressed, document);
  app.get('/agencies/:agency/:year/versions/:file{.+\\.[a-z]+}', compressed, document);
  return app;
}

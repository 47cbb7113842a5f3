import type { BlobStore } from '../blobs/blob-store.ts';
import { attachmentDisposition } from '../downloads/file-name.ts';
import { ServiceError } from '../errors/service-error.ts';
import { isNamedBy } from '../http/entity-tag.ts';

interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

/** A file as an answer: always to be saved, never shown in the page's own origin. */
export async function fileAnswer(
  blobs: BlobStore,
  { name, mediaType, size, digest }: KeptFile,
  { known, cacheControl }: { readonly known: string | undefined; readonly cacheControl: string },
): Promise<Response> {
  const tag = `"${digest}"`;
  const headers = new Headers({ etag: tag, 'cache-control': cacheControl });
  if (isNamedBy(known, tag)) return new Response(null, { status: 304, headers });
  const content = await blobs.get(digest);
  if (content === null) throw new ServiceError('NOT_FOUND');
  headers.set('content-type', mediaType);
  headers.set('content-length', String(size));
  headers.set('content-disposition', attachmentDisposition(name));
  return new Response(content, { headers });
}

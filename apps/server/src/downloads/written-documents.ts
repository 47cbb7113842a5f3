import type { CarriedReport, DocumentFormatId } from '@nianbao/documents';
import type { Bounded, BoundFailure, DocumentPool } from '@nianbao/documents/bounded';
import { ServiceError } from '../errors/service-error.ts';

const mostBytes = 32 * 1024 * 1024;
/** Failures that say nothing of the document. */
const passing: ReadonlySet<BoundFailure> = new Set(['BUSY', 'STOPPED', 'NOT_STARTED']);

/** Writes documents, and keeps those that were asked for last. */
export interface WrittenDocuments {
  /** The document under a name that is never used for another content. */
  get(name: string, id: DocumentFormatId, carried: () => CarriedReport): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a pool wrote; throws what a person is told where it did not. */
export function writtenBytes(written: Bounded<Uint8Array>): Uint8Array<ArrayBuffer> {
  if (written.ok) return new Uint8Array(written.value);
  if (passing.has(written.failure)) throw new ServiceError('BUSY', { retryAfter: 10 });
  throw new ServiceError('DOCUMENT_NOT_WRITTEN');
}

/** Writes one document in a process of its own. */
export async function writeDocument(
  documents: DocumentPool,
  id: DocumentFormatId,
  carried: CarriedReport,
): Promise<Uint8Array<ArrayBuffer>> {
  return writtenBytes(await documents.write({ id, carried }));
}

export function writtenDocuments(documents: DocumentPool): WrittenDocuments {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const sizes = new Map<string, number>();
  let bytes = 0;

  const forget = (name: string) => {
    kept.delete(name);
    bytes -= sizes.get(name) ?? 0;
    sizes.delete(name);
  };
  const keep = (name: string, size: number) => {
    sizes.set(name, size);
    bytes += size;
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break;
      forget(oldest);
    }
  };

  return {
    get(name, id, carried) {
      const known = kept.get(name);
      if (known !== undefined) {
        kept.delete(name);
        kept.set(name, known);
        return known;
      }
      const written = writeDocument(documents, id, carried());
      kept.set(name, written);
      written.then(
        ({ length }) => keep(name, length),
        () => forget(name),
      );
      return written;
    },
  };
}

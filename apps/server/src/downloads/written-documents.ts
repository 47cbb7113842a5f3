import type { CarriedReport, DocumentFormatId } from '@nianbao/documents';
import { writeReport } from '@nianbao/documents';

const mostBytes = 32 * 1024 * 1024;

/** Writes documents, and keeps those that were asked for last. */
export interface WrittenDocuments {
  /** The document under a name that is never used for another content. */
  get(name: string, id: DocumentFormatId, carried: () => CarriedReport): Promise<Uint8Array<ArrayBuffer>>;
}

export function writtenDocuments(): WrittenDocuments {
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
      const written = writeReport(id, carried()).then((document) => new Uint8Array(document));
      kept.set(name, written);
      written.then(
        ({ length }) => keep(name, length),
        () => forget(name),
      );
      return written;
    },
  };
}

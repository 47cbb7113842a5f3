import type { DocumentFormat, DocumentFormatId } from '@nianbao/documents';
import { documentFormatIds, documentFormats } from '@nianbao/documents';

/** A kind of document that a report is offered as. */
export interface OfferedDocument extends Pick<DocumentFormat, 'name' | 'mediaType' | 'edition'> {
  readonly id: DocumentFormatId;
}

/** The kinds of document that reports are written to, in the order in which they are offered. */
export const offeredDocuments: readonly OfferedDocument[] = documentFormatIds.map((id) => {
  const { name, mediaType, edition } = documentFormats[id];
  return { id, name, mediaType, edition };
});

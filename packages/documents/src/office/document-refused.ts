/** Why an office document, or a part of it, was not taken in. */
export type DocumentRefusal = 'BROKEN' | 'ENCRYPTED' | 'TOO_COMPLEX';

/**
 * Thrown by the layers that the readers of office documents stand on, from wherever a document turns out to be unsound,
 * and caught in one place, where a file is opened.
 */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
  readonly code: DocumentRefusal;

  constructor(code: DocumentRefusal) {
    super(code);
    this.code = code;
  }
}

/**
 * The edition of each writer: one more whenever a document of the same report comes out otherwise, in a word as in a
 * byte. Documents carry it, so that what an older edition wrote is not held against the words of a newer one, and what
 * is stored of downloads is told from what is written now.
 */
export const editions = { docx: 1, pdf: 1, xlsx: 1, html: 1, csv: 1, json: 1 } as const;

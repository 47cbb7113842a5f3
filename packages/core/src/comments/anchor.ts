import { z } from 'zod';

/** Characters of the text before and after a passage that are kept with it, at most. */
export const contextLength = 40;

/**
 * A passage of the report's text: what it said when it was chosen, with the words before and after it, and the section
 * that it stood in (null: the preface). Offsets would be wrong after the next edit; words are found again.
 */
export const passageSchema = z.strictObject({
  kind: z.literal('passage'),
  section: z.int().min(0).max(59).nullable(),
  quote: z.string().min(1).max(500),
  before: z.string().max(contextLength),
  after: z.string().max(contextLength),
});

/** What a comment is about: the whole report, one cell, or a passage of the text. */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report') }),
  z.strictObject({ kind: z.literal('cell'), key: z.string().min(1).max(200) }),
  passageSchema,
]);

export type Anchor = z.infer<typeof anchorSchema>;
export type PassageAnchor = z.infer<typeof passageSchema>;

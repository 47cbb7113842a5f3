import { z } from 'zod';

/**
 * The small document model of a report's text. It holds what such reports contain and nothing that could carry a
 * script, a style or a tracking link.
 */
const text = z.string().max(100_000);

export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.int().min(2).max(4), text }),
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(text).max(1000) }),
  /** A table inside the text; the first `headRows` rows are heads. Rows may differ in length. */
  z.strictObject({
    kind: z.literal('table'),
    caption: text.nullable(),
    headRows: z.int().min(0),
    rows: z.array(z.array(text).max(200)).max(5000),
  }),
  z.strictObject({ kind: z.literal('image'), source: z.string().max(4000), alt: text }),
  /** A line that a locality added to an official table: its label and values, kept as they were written. */
  z.strictObject({ kind: z.literal('localRow'), label: text, values: z.array(text).max(50) }),
]);

export type Block = z.infer<typeof blockSchema>;

/** The text of a block as one string, parts separated by line breaks; positions in findings count along it. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'image':
      return block.alt;
    case 'localRow':
      return [block.label, ...block.values].join('\t');
  }
}

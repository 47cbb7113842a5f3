import { cellValueSchema, findingSchema, sourcePartSchema } from '@nianbao/core';
import { figureDoubts } from '@nianbao/documents';
import { z } from 'zod';
import { passedCellKey, passedReport } from '../api/passed-through.ts';
import { importedFileSchema } from './imported-file.ts';

/** Where among `lines` something stands: the line by its index, and which of its cells. */
const placeSchema = z.object({ index: z.int(), cell: z.int() }).nullable();

/** Reading comes before content: what was misread makes findings of content that are none. */
const stages = ['reading', 'content'] as const;

export type FindingStage = (typeof stages)[number];

/** What was found, and what to do. */
const descriptionSchema = z.object({ title: z.string(), message: z.string(), instruction: z.string() });

const stagedFindingSchema = z.object({
  ...findingSchema.shape,
  cells: z.array(passedCellKey).readonly(),
  repair: z.object({ cell: passedCellKey, value: z.number() }).nullable(),
  stage: z.enum(stages),
  /** Where in the file it is. */
  source: z.object({ part: sourcePartSchema.nullable(), line: z.int(), column: z.int() }).nullable(),
  /** Its sentences; null for a kind of finding that is not known any more. */
  zh: descriptionSchema.nullable(),
  en: descriptionSchema.nullable(),
  context: placeSchema,
});

/** What was understood of a file. */
export const readImportOutput = z.object({
  file: z.object({ ...importedFileSchema.shape, size: z.int() }),
  /** To be given back with the report when it is taken over, so that the history can name the file. */
  receipt: z.string(),
  understood: passedReport,
  figures: z.array(
    z.object({
      key: z.string(),
      /** As it stands in the file. */
      text: z.string(),
      part: sourcePartSchema.nullable(),
      line: z.int(),
      column: z.int(),
      /** From 0 to 1: how sure it is that the figure belongs in the cell. Below 0.9 a person should look. */
      confidence: z.number(),
      doubts: z.array(z.enum(figureDoubts)).readonly(),
      context: placeSchema,
    }),
  ),
  /** The file's lines around figures and findings. */
  lines: z
    .array(
      z.object({
        index: z.int(),
        part: sourcePartSchema.nullable(),
        line: z.int(),
        cells: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  /** Cells whose rows the file does not have at all. */
  missing: z.array(z.string()).readonly(),
  /** Whether the file carries its report inside, and still shows just that. */
  copy: z.enum(['none', 'unaltered', 'altered', 'broken']),
  findings: z.array(stagedFindingSchema),
  /** Figures that the file gives otherwise than the draft has them. */
  differences: z.array(z.object({ key: z.string(), draft: cellValueSchema, read: cellValueSchema })),
  /** True when the file's tables are of another format than the draft's: its figures cannot be taken over. */
  otherFormat: z.boolean(),
  otherAgency: z.boolean(),
  otherYear: z.boolean(),
});

export type FigureDifference = Readonly<z.infer<typeof readImportOutput>['differences'][number]>;

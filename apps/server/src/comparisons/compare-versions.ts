import type { ComparedBlock, ComparedSection, Contact, Report } from '@nianbao/core';
import { blockSchema, blockText, cellValueSchema, compareReports, contactSchema } from '@nianbao/core';
import type { Database, PublicationRow } from '@nianbao/database';
import { findPublication } from '@nianbao/database';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import { compareWords, wordsSchema } from './words.ts';

const headValue = z.union([z.string(), contactSchema, z.null()]);
const change = z.enum(['none', 'changed', 'added', 'removed']);
/** Where a section stands in one of the versions; `section` is null for the preface. */
const place = z.object({ section: z.int().nullable(), title: z.string() }).nullable();
const file = z.object({ name: z.string(), digest: z.string() });

export const comparisonSchema = z.object({
  /** Changed cells, in the order of the official tables. */
  cells: z.array(z.object({ key: z.string(), before: cellValueSchema, after: cellValueSchema })),
  head: z.array(z.object({ field: z.string(), before: headValue, after: headValue })),
  sections: z.array(
    z.object({
      change,
      before: place,
      after: place,
      blocks: z.array(
        z.object({
          change,
          before: blockSchema.nullable(),
          after: blockSchema.nullable(),
          /** Of a changed block. */
          words: wordsSchema.nullable(),
        }),
      ),
    }),
  ),
  explanations: z.array(
    z.object({
      rule: z.string(),
      instance: z.string().nullable(),
      change,
      before: z.string().nullable(),
      after: z.string().nullable(),
      words: wordsSchema.nullable(),
    }),
  ),
  attachments: z.object({ added: z.array(file), removed: z.array(file) }),
});

export type WordedComparison = z.infer<typeof comparisonSchema>;

/** What is compared of a version, or of a draft. */
export type ComparedVersion = Pick<PublicationRow, 'explanations' | 'attachments'> & { readonly content: Report };

function wordedBlock({ change: changed, before, after }: ComparedBlock) {
  const words =
    changed === 'changed' && before !== null && after !== null
      ? compareWords(blockText(before), blockText(after))
      : null;
  return { change: changed, before, after, words };
}

const wordedSection = ({ blocks, ...section }: ComparedSection) => ({ ...section, blocks: blocks.map(wordedBlock) });

function headOf(value: string | Contact | null): z.infer<typeof headValue> {
  return value;
}

function comparedExplanations(
  before: ComparedVersion['explanations'],
  after: ComparedVersion['explanations'],
): WordedComparison['explanations'] {
  const name = ({ rule, instance }: { rule: string; instance: string | null }) => JSON.stringify([rule, instance]);
  const former = new Map(before.map((one) => [name(one), one]));
  const latter = new Map(after.map((one) => [name(one), one]));
  return [...new Map([...former, ...latter])].map(([key, { rule, instance }]) => {
    const [was, is] = [former.get(key)?.text ?? null, latter.get(key)?.text ?? null];
    const texts = { rule, instance, before: was, after: is };
    if (was === null || is === null) return { ...texts, change: was === null ? 'added' : 'removed', words: null };
    return was === is
      ? { ...texts, change: 'none', words: null }
      : { ...texts, change: 'changed', words: compareWords(was, is) };
  });
}

function comparedFiles(before: ComparedVersion, after: ComparedVersion): WordedComparison['attachments'] {
  const missingIn = (others: ComparedVersion['attachments']) => (one: { name: string; digest: string }) =>
    !others.some(({ name, digest }) => name === one.name && digest === one.digest);
  const brief = ({ name, digest }: { name: string; digest: string }) => ({ name, digest });
  return {
    added: after.attachments.filter(missingIn(before.attachments)).map(brief),
    removed: before.attachments.filter(missingIn(after.attachments)).map(brief),
  };
}

/** Compares two versions: cell by cell and word by word, with the explanations and files that go with them. */
export function compareVersions(before: ComparedVersion, after: ComparedVersion): WordedComparison {
  const { cells, head, sections } = compareReports(before.content, after.content);
  return {
    cells: [...cells],
    head: head.map(({ field, ...values }) => ({ field, before: headOf(values.before), after: headOf(values.after) })),
    sections: sections.map(wordedSection),
    explanations: comparedExplanations(before.explanations, after.explanations),
    attachments: comparedFiles(before, after),
  };
}

/** A published version; `NOT_FOUND` where there is none. */
export async function publishedVersion(
  database: Database,
  key: { readonly agencyId: string; readonly year: number; readonly version: number },
): Promise<ComparedVersion> {
  const published = await findPublication(database, key);
  if (published === null) throw new ServiceError('NOT_FOUND');
  return published;
}

import type { SQL } from 'drizzle-orm';
import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { explanation } from '../schema/explanation.ts';

export type ExplanationRow = typeof explanation.$inferSelect;
export type ExplanationValues = Omit<ExplanationRow, 'id'>;

/** The explanations of several reports, oldest first. */
export async function listExplanations(database: Database, reportIds: readonly string[]): Promise<ExplanationRow[]> {
  if (reportIds.length === 0) return [];
  return database
    .select()
    .from(explanation)
    .where(inArray(explanation.reportId, [...reportIds]))
    .orderBy(asc(explanation.writtenAt), asc(explanation.id));
}

/** Writes an explanation, in the place of an earlier one of the same finding. */
export async function upsertExplanation(database: Database, values: ExplanationValues): Promise<void> {
  const { text, writtenBy, writtenByName, writtenAt } = values;
  await database
    .insert(explanation)
    .values(values)
    .onConflictDoUpdate({
      target: [explanation.reportId, explanation.rule, explanation.instance, explanation.mark],
      set: { text, writtenBy, writtenByName, writtenAt },
    });
}

export interface ExplanationKey {
  readonly reportId: string;
  readonly rule: string;
  readonly instance: string | null;
}

function matching({ reportId, rule, instance }: ExplanationKey): SQL | undefined {
  return and(
    eq(explanation.reportId, reportId),
    eq(explanation.rule, rule),
    instance === null ? isNull(explanation.instance) : eq(explanation.instance, instance),
  );
}

/** Takes back what was written about a rule's failure, but for the marks to keep; gives the texts. */
export async function deleteExplanations(
  database: Database,
  key: ExplanationKey,
  keepMarks: readonly string[],
): Promise<string[]> {
  const kept = keepMarks.length === 0 ? undefined : notInArray(explanation.mark, [...keepMarks]);
  const rows = await database
    .delete(explanation)
    .where(and(matching(key), kept))
    .returning({ text: explanation.text });
  return rows.map(({ text }) => text);
}

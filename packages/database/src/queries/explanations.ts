import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { explanation } from '../schema/explanation.ts';
import { user } from '../schema/user.ts';

export type ExplanationRow = typeof explanation.$inferSelect;

export async function listExplanations(
  database: Database,
  reportId: string,
): Promise<{ readonly explanation: ExplanationRow; readonly writtenByName: string | null }[]> {
  return database
    .select({ explanation, writtenByName: user.name })
    .from(explanation)
    .leftJoin(user, eq(user.id, explanation.writtenBy))
    .where(eq(explanation.reportId, reportId))
    .orderBy(asc(explanation.writtenAt));
}

export type ExplanationValues = Pick<
  ExplanationRow,
  'reportId' | 'rule' | 'instance' | 'answers' | 'text' | 'writtenBy' | 'writtenAt'
>;

/** Writes the explanation of one finding, in the place of an earlier one. */
export async function upsertExplanation(database: Database, values: ExplanationValues): Promise<void> {
  const { answers, text, writtenBy, writtenAt } = values;
  await database
    .insert(explanation)
    .values(values)
    .onConflictDoUpdate({
      target: [explanation.reportId, explanation.rule, explanation.instance],
      set: { answers, text, writtenBy, writtenAt },
    });
}

export interface ExplanationKey {
  readonly reportId: string;
  readonly rule: string;
  readonly instance: string | null;
}

/** Takes an explanation back; gives its text, or null when there was none. */
export async function deleteExplanation(database: Database, key: ExplanationKey): Promise<string | null> {
  const [row] = await database
    .delete(explanation)
    .where(
      and(
        eq(explanation.reportId, key.reportId),
        eq(explanation.rule, key.rule),
        key.instance === null ? isNull(explanation.instance) : eq(explanation.instance, key.instance),
      ),
    )
    .returning({ text: explanation.text });
  return row?.text ?? null;
}

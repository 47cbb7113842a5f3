import type { ParentReference, TableStep } from '@nianbao/core';
import { tableIssueText } from '@nianbao/core';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import type { PlannedTable } from './plan-table.ts';
import { planTable, readTable, tableFileInput } from './plan-table.ts';

/** A form with the fields `agencyId`, the top of the table's reach, and `file`, as CSV or XLSX. */
export const previewTableInput = tableFileInput;

const textSchema = z.object({ zh: z.string(), en: z.string() });

export const previewTableOutput = z.object({
  /** To be given to `agencies.applyTable`, which does just this and nothing else; null while there are issues. */
  plan: z.string().nullable(),
  created: z.int(),
  changed: z.int(),
  moved: z.int(),
  unchanged: z.int(),
  steps: z.array(
    z.object({
      row: z.int(),
      /** Null for an agency that would be added. */
      id: z.uuid().nullable(),
      name: z.string(),
      changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      /** Names of the agencies that it stands under and would stand under, where it is added or moved. */
      moved: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
    }),
  ),
  /** What is wrong, by row; the first thousand of `issueCount`. */
  issues: z.array(
    z.object({
      row: z.int().nullable(),
      /** The head of the column. */
      column: z.string().nullable(),
      code: z.string(),
      message: textSchema,
      next: textSchema,
    }),
  ),
  issueCount: z.int(),
  /** Heads of columns that are passed over. */
  ignored: z.array(z.string()),
});

const mostIssues = 1000;

function shownSteps({ plan, agencies }: PlannedTable) {
  const names = new Map<string | number, string>(agencies.map(({ id, name }) => [id, name]));
  for (const step of plan.steps) if (step.kind === 'create') names.set(step.row, step.values.name);
  const nameOf = (reference: ParentReference) => names.get('id' in reference ? reference.id : reference.row) ?? '';
  return plan.steps.map((step: TableStep) => {
    const { row } = step;
    if (step.kind === 'create') {
      const values = Object.entries(step.values).filter(([, after]) => after !== null);
      const changes = values.map(([field, after]) => ({ field, before: null, after }));
      return { row, id: null, name: step.values.name, changes, moved: { from: null, to: nameOf(step.parent) } };
    }
    const { id, name, move } = step;
    const from = move?.from ?? null;
    const moved = move === null ? null : { from: from === null ? null : nameOf({ id: from }), to: nameOf(move.to) };
    return { row, id, name, changes: [...step.changes], moved };
  });
}

/** Says what a table of agencies would add, change and move, or everything that is wrong with it. Nothing is changed. */
export async function previewTable(
  context: AgencyContext & Pick<ServerContext, 'documents'>,
  { file: upload }: z.infer<typeof previewTableInput>,
): Promise<z.infer<typeof previewTableOutput>> {
  const { table } = await readTable(context, upload);
  const planned = await planTable(context.database, context.agency, table);
  const { steps, unchanged, issues } = planned.plan;
  return {
    plan: issues.length > 0 ? null : planned.digest,
    created: steps.filter(({ kind }) => kind === 'create').length,
    changed: steps.filter((step) => step.kind === 'change' && step.changes.length > 0).length,
    moved: steps.filter((step) => step.kind === 'change' && step.move !== null).length,
    unchanged,
    steps: shownSteps(planned),
    issues: issues.slice(0, mostIssues).map((issue) => {
      const { head, message, next } = tableIssueText(issue);
      return { row: issue.row, column: head, code: issue.code, message, next };
    }),
    issueCount: issues.length,
    ignored: [...table.ignored],
  };
}

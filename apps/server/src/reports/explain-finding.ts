import type { Finding, Lifecycle } from '@nianbao/core';
import { answeredBy } from '@nianbao/core';
import type { Database, ExplanationRow, ReportRow } from '@nianbao/database';
import {
  appendAuditEvent,
  deleteExplanations,
  listExplanations,
  lockReport,
  updateReport,
  upsertExplanation,
} from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { editedLifecycle } from './edited-lifecycle.ts';
import { judge } from './judgement.ts';
import { reportEvent } from './report-event.ts';
import { isStorable, storableMessage } from './storable-text.ts';

/** A warning of a report: the rule, and which of its cases; `mark` where the same case failed in several places. */
const findingReference = {
  id: reportIdSchema,
  rule: z.string().min(1).max(100),
  instance: z.string().max(300).nullable(),
  mark: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
};

export const explainInput = z.object({
  ...findingReference,
  text: z.string().trim().min(1).max(2000).refine(isStorable, { message: storableMessage }),
  /** The explanation of these figures that the person saw, and replaces; null where there was none. */
  replaces: z.string().max(2000).nullable().default(null),
});

export const unexplainInput = z.object(findingReference);

/** The report's revision after it. */
export const explainedSchema = z.object({ revision: z.int() });

type Explained = z.infer<typeof explainedSchema>;

type ReportContext = PersonContext & { readonly opened: OpenedReport };

async function recordEdit(
  context: ReportContext,
  transaction: Database,
  change: {
    readonly report: ReportRow;
    /** Where the report stands after it. */
    readonly lifecycle: Lifecycle;
    readonly rule: string;
    readonly before: unknown;
    readonly after: unknown;
  },
): Promise<Explained> {
  const { report, lifecycle, rule, before, after } = change;
  const changed = { lifecycle, updatedAt: context.now, updatedBy: context.person.id };
  const revision = await updateReport(transaction, report.id, changed);
  const changes = [{ field: `explanation:${rule}`, before, after }];
  await appendAuditEvent(transaction, { ...reportEvent(context, report, 'report.explain'), revision, changes });
  return { revision };
}

/** An explanation of the same figures that somebody else wrote meanwhile, and that the new one would take the place of. */
async function assertSeen(
  transaction: Database,
  { id, rule, instance, text, replaces }: z.output<typeof explainInput>,
  marks: readonly string[],
): Promise<void> {
  const isMeant = (row: ExplanationRow) => row.rule === rule && row.instance === instance && marks.includes(row.mark);
  const others = (await listExplanations(transaction, [id])).filter(
    (row) => isMeant(row) && row.text !== replaces && row.text !== text,
  );
  if (others.length === 0) return;
  const conflicts = others.map((row) => ({
    ...{ field: `explanation:${rule}`, mine: text, theirs: row.text },
    ...{ by: row.writtenByName, at: row.writtenAt.toISOString() },
  }));
  throw new ServiceError('CONFLICT', { conflicts });
}

/**
 * Writes the explanation (情况说明) of a warning that the report has now, for the figures that it has now. What had been
 * written for other figures of the same case is replaced. `CONFLICT` where somebody else has written another meanwhile.
 */
export async function explainFinding(context: ReportContext, input: z.output<typeof explainInput>): Promise<Explained> {
  const { rule, instance, mark, text } = input;
  const { database, person, now, opened } = context;
  return database.transaction(async (transaction) => {
    const report = await lockReport(transaction, opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const { subject } = await judge(transaction, report, opened.agency);
    const isMeant = (finding: Finding) => finding.rule === rule && finding.instance === instance;
    const standing = subject.findings.filter(isMeant).map((finding) => answeredBy(finding, report.content.facts).mark);
    const answered = standing.filter((one) => mark === undefined || one === mark);
    if (answered.length === 0) throw new ServiceError('NOTHING_TO_EXPLAIN');
    const lifecycle = await editedLifecycle(context, transaction, report);
    await assertSeen(transaction, input, answered);
    const before = await deleteExplanations(transaction, { reportId: report.id, rule, instance }, standing);
    for (const one of new Set(answered)) {
      const author = { writtenBy: person.id, writtenByName: person.name, writtenAt: now };
      await upsertExplanation(transaction, { reportId: report.id, rule, instance, mark: one, text, ...author });
    }
    return recordEdit(context, transaction, { report, lifecycle, rule, before: before[0] ?? null, after: text });
  });
}

/** Takes the explanation of a warning back. */
export async function unexplainFinding(
  context: ReportContext,
  { rule, instance, mark }: z.infer<typeof unexplainInput>,
): Promise<Explained> {
  return context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, context.opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const { subject } = await judge(transaction, report, context.opened.agency);
    const others = subject.explanations.map(({ answers }) => answers.mark).filter((one) => one !== mark);
    const lifecycle = await editedLifecycle(context, transaction, report);
    const kept = mark === undefined ? [] : others;
    const before = await deleteExplanations(transaction, { reportId: report.id, rule, instance }, kept);
    if (before.length === 0) return { revision: report.revision };
    return recordEdit(context, transaction, { report, lifecycle, rule, before: before[0] ?? null, after: null });
  });
}

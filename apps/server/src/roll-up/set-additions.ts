import type { Addition, Change } from '@nianbao/core';
import {
  applyChanges,
  cellDifferences,
  cellSchema,
  decodeFigures,
  factsFromRow,
  findCell,
  formatOf,
  withAdditions,
} from '@nianbao/core';
import type { Database, ReportRow } from '@nianbao/database';
import {
  appendAuditEvent,
  listAdditions,
  listTakes,
  lockReport,
  replaceAdditions,
  updateReport,
} from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { sendIndexing } from '../indexing/send-indexing.ts';
import { fieldChange } from '../reports/changed-fields.ts';
import { editedLifecycle } from '../reports/edited-lifecycle.ts';
import { reportEvent } from '../reports/report-event.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import { additionsOf, isGovernment } from './government.ts';

export const setAdditionsInput = z.object({
  reportId: reportIdSchema,
  /** All of them: what is left out is taken back. */
  additions: z
    .array(
      z.object({
        key: z.string().min(1).max(100),
        /** In the cell's own unit: 件, 项, 万元. */
        value: z.number(),
        reason: z.string().trim().min(1).max(1000).refine(isStorable, { message: storableMessage }),
      }),
    )
    .max(300),
});

export const setAdditionsOutput = z.object({ revision: z.int() });

/** The additions with the cells that they are for. Throws `BAD_INPUT` that names cells that are not there, twice there, or cannot hold the figure. */
function checked(report: ReportRow, given: z.infer<typeof setAdditionsInput>['additions']): readonly Addition[] {
  const format = formatOf(report.content);
  if (format === null) throw new ServiceError('NO_ROLL_UP');
  const seen = new Set<string>();
  const additions: Addition[] = [];
  const issues = given.flatMap(({ key, value, reason }, position) => {
    const path = ['additions', position];
    const cell = findCell(format, key);
    if (cell === undefined || seen.has(key)) {
      return [{ path, message: `没有数据项 ${key}，或者重复 / no cell ${key}, or twice` }];
    }
    seen.add(key);
    additions.push({ key: cell.key, value, reason });
    const message = cellSchema(cell).safeParse(value).error?.issues[0]?.message;
    return message === undefined ? [] : [{ path, message: `${key}: ${message}` }];
  });
  if (issues.length > 0) throw new ServiceError('BAD_INPUT', { issues });
  return additions;
}

/** What the additions change in a report that the sum has been taken into: only the cells that have or had one. */
async function changesBy(
  transaction: Database,
  report: ReportRow,
  { before, after }: { readonly before: readonly Addition[]; readonly after: readonly Addition[] },
): Promise<readonly Change[]> {
  const [take] = await listTakes(transaction, [report.id]);
  const format = formatOf(report.content);
  if (take === undefined || format === null) return [];
  const sum = factsFromRow(decodeFigures(take.figures));
  const touched = new Set([...before, ...after].map(({ key }) => key));
  return cellDifferences(format, report.content.facts, withAdditions(format, sum, after))
    .filter(({ key }) => touched.has(key))
    .map(({ key, after: value }) => ({ kind: 'fact', key, value }));
}

/**
 * Writes what a government's office adds to the sum of its members itself, with the reasons, and puts it into the figures
 * of the report where the sum has been taken already.
 */
export async function setAdditions(
  context: PersonContext & { readonly opened: OpenedReport },
  { additions }: z.infer<typeof setAdditionsInput>,
): Promise<z.infer<typeof setAdditionsOutput>> {
  const { database, person, now, opened } = context;
  if (!isGovernment(opened.agency)) throw new ServiceError('NO_ROLL_UP');
  return database.transaction(async (transaction) => {
    const report = await lockReport(transaction, opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const after = checked(report, additions);
    const lifecycle = await editedLifecycle(context, transaction, report);
    const before = additionsOf(report, await listAdditions(transaction, [report.id]));
    const changes = await changesBy(transaction, report, { before, after });
    const author = { writtenBy: person.id, writtenByName: person.name, writtenAt: now };
    await replaceAdditions(
      transaction,
      report.id,
      after.map((addition) => ({ ...addition, ...author })),
    );
    const content = applyChanges(report.content, changes);
    const revision = await updateReport(transaction, report.id, {
      ...{ content, lifecycle, updatedAt: now, updatedBy: person.id },
    });
    await appendAuditEvent(transaction, {
      ...reportEvent(context, report, 'report.rollUpAdditions'),
      revision,
      changes: [
        { field: 'rollUpAdditions', before, after },
        ...changes.map((change) => fieldChange(report.content, change)),
      ],
    });
    await sendIndexing(context, transaction, { reportId: report.id });
    return { revision };
  });
}

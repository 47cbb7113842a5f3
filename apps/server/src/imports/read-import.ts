import { isDeepStrictEqual } from 'node:util';
import type { CellValue, Finding, FindingKind, Report } from '@nianbao/core';
import { checkReport, describe, ruleById } from '@nianbao/core';
import type { ReadError, ReadErrorCode } from '@nianbao/documents';
import { readingKindById } from '@nianbao/documents';
import { z } from 'zod';
import type { CallContext, PersonContext } from '../api/request-context.ts';
import type { OpenedReport } from '../api/trpc.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { ServiceError } from '../errors/service-error.ts';
import { largestUpload } from '../http/body-limits.ts';
import { judge } from '../reports/judgement.ts';
import { withoutUnstorable } from '../reports/storable-text.ts';

/** A form with the fields `reportId` and `file`. */
export const readImportInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (file instanceof File) return { file };
  context.addIssue({ code: 'custom', path: ['file'], message: '请选择文件 / choose a file' });
  return z.NEVER;
});

function kindOf(id: string): FindingKind | undefined {
  return ruleById.get(id) ?? readingKindById.get(id);
}

/** A finding with its sentences in both languages. */
function described(finding: Finding) {
  const kind = kindOf(finding.rule);
  if (kind === undefined) return { ...finding, zh: null, en: null };
  return { ...finding, zh: describe(kind, finding, 'zh'), en: describe(kind, finding, 'en') };
}

export interface FigureDifference {
  readonly key: string;
  readonly draft: CellValue;
  readonly read: CellValue;
}

/** The figures that a file gives otherwise than the draft has them; what the file leaves blank is no difference. */
function differences(draft: Report, read: Report): FigureDifference[] {
  if (draft.format !== read.format) return [];
  return Object.entries(read.facts).flatMap(([key, value]) => {
    const before = draft.facts[key] ?? null;
    return value === null || isDeepStrictEqual(before, value) ? [] : [{ key, draft: before, read: value }];
  });
}

/** Why a file that was not read is no fault of the file's, by the code of the reading error. */
const notItsFault: Readonly<Partial<Record<ReadErrorCode, ErrorCode>>> = {
  BUSY: 'BUSY',
  STOPPED: 'BUSY',
  NOT_STARTED: 'BUSY',
};
const retryAfter = 10;

function refusalOf({ code, message }: ReadError): ServiceError {
  const other = notItsFault[code];
  return other === undefined
    ? new ServiceError('UNREADABLE_FILE', { reason: { ...message, code } })
    : new ServiceError(other, { retryAfter });
}

/** Reads an uploaded report and shows what was understood of it. Nothing is changed: `imports.accept` takes it over. */
export async function readImport(
  { database, readers, opened }: PersonContext & CallContext & { readonly opened: OpenedReport },
  { file }: z.infer<typeof readImportInput>,
) {
  if (file.size > largestUpload) throw new ServiceError('TOO_LARGE');
  const read = await readers.read({ from: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
  if (!read.ok) throw refusalOf(read.error);
  const understood = withoutUnstorable(read.report);
  const { context } = await judge(database, opened.report, opened.agency);
  const { findings } = checkReport(understood, { ...context, stage: 'import' });
  return {
    understood,
    figures: [...read.figures].map(([key, { text, part, line, column, confidence }]) => ({
      key,
      text,
      part,
      line,
      column,
      confidence,
    })),
    findings: [...read.findings, ...findings].map(described),
    differences: differences(opened.report.content, understood),
    /** True when the file's tables are of another format than the draft's: its figures cannot be taken over. */
    otherFormat: understood.format !== opened.report.content.format,
    otherAgency: understood.agency !== null && understood.agency !== opened.report.content.agency,
    otherYear: understood.year !== null && understood.year !== opened.report.content.year,
  };
}

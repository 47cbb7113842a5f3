import { isDeepStrictEqual } from 'node:util';
import type { CheckContext, Finding, FindingKind, Report } from '@nianbao/core';
import { describe, ruleById } from '@nianbao/core';
import type { ReadReport, SourceOf } from '@nianbao/documents';
import { checkReading, readingKindById, sourceOfFinding } from '@nianbao/documents';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { largestUpload } from '../http/body-limits.ts';
import { judge } from '../reports/judgement.ts';
import { withoutUnstorable } from '../reports/storable-text.ts';
import type { ImportContext } from './imported-file.ts';
import { importedFile, receiptFor } from './imported-file.ts';
import type { FigureDifference, FindingStage, readImportOutput } from './read-output.ts';
import { readRefusal } from './read-refusal.ts';
import { sourceContext } from './source-context.ts';

/** A form with the fields `reportId` and `file`. */
export const readImportInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (file instanceof File) return { file };
  context.addIssue({ code: 'custom', path: ['file'], message: '请选择文件 / choose a file' });
  return z.NEVER;
});

interface StagedFinding extends Finding {
  readonly stage: FindingStage;
  readonly source: SourceOf | null;
}

function kindOf(id: string): FindingKind | undefined {
  return ruleById.get(id) ?? readingKindById.get(id);
}

/** A finding with its sentences in both languages. */
function described(finding: StagedFinding) {
  const kind = kindOf(finding.rule);
  if (kind === undefined) return { ...finding, zh: null, en: null };
  return { ...finding, zh: describe(kind, finding, 'zh'), en: describe(kind, finding, 'en') };
}

const severities = ['error', 'warning', 'notice'] as const;

/** What reading found comes first, the gravest before the rest; the rules’ findings keep the order that every door has. */
const rankOf = ({ stage, severity }: StagedFinding) =>
  stage === 'content' ? severities.length : severities.indexOf(severity);

function stagedFindings(read: ReadReport, context: Partial<CheckContext>): StagedFinding[] {
  return checkReading(read, { ...context, stage: 'import' })
    .findings.map((finding): StagedFinding => {
      const stage = readingKindById.has(finding.rule) ? 'reading' : 'content';
      return { ...finding, stage, source: sourceOfFinding(read, finding) };
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** The figures that a file gives otherwise than the draft has them; what the file leaves blank is no difference. */
function differences(draft: Report, read: Report): FigureDifference[] {
  if (draft.format !== read.format) return [];
  return Object.entries(read.facts).flatMap(([key, value]) => {
    const before = draft.facts[key] ?? null;
    return value === null || isDeepStrictEqual(before, value) ? [] : [{ key, draft: before, read: value }];
  });
}

/** Reads an uploaded report and shows what was understood of it. Nothing is changed: `imports.accept` takes it over. */
export async function readImport(
  { database, documents, opened, person, secret }: ImportContext & Pick<ServerContext, 'documents'>,
  { file: upload }: z.infer<typeof readImportInput>,
): Promise<z.infer<typeof readImportOutput>> {
  if (upload.size > largestUpload) throw new ServiceError('TOO_LARGE');
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const read = await documents.read({ from: bytes, fileName: upload.name, showLines: true });
  if (!read.ok) throw readRefusal(read.error);
  const understood = withoutUnstorable(read.report);
  const { context } = await judge(database, opened.report, opened.agency);
  const findings = stagedFindings({ ...read, report: understood }, context);
  const file = importedFile(bytes, upload.name);
  const draft = opened.report.content;
  const { lines, placeOf } = sourceContext(read, [
    ...read.figures.values(),
    ...findings.flatMap(({ source }) => source ?? []),
  ]);
  return {
    file: { ...file, size: bytes.length },
    receipt: receiptFor(secret, { reportId: opened.report.id, personId: person.id, file, understood }),
    understood,
    figures: [...read.figures].map(([key, { text, part, line, column, confidence, doubts }]) => ({
      ...{ key, text, part, line, column, confidence, doubts },
      context: placeOf({ part, line, column }),
    })),
    lines,
    missing: read.missing,
    copy: read.copy.kind,
    findings: findings.map((finding) => ({
      ...described(finding),
      context: finding.source === null ? null : placeOf(finding.source),
    })),
    differences: differences(draft, understood),
    otherFormat: understood.format !== draft.format,
    otherAgency: understood.agency !== null && understood.agency !== draft.agency,
    otherYear: understood.year !== null && understood.year !== draft.year,
  };
}

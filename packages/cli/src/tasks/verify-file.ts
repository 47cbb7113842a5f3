import type { CarriedReport } from '@nianbao/documents';
import { readReport } from '@nianbao/documents';
import type { GivenFile } from './given-file.ts';
import { openGiven } from './given-file.ts';
import type { Verification } from './verification.ts';
import { verifyRead } from './verification.ts';

/** What tells which report and which version of it is inside, without the report itself. */
export interface CarriedHead extends Pick<CarriedReport, 'digest' | 'publication'> {
  readonly agency: string | null;
  readonly year: number | null;
}

export type VerifyAnswer =
  | (Pick<Verification, 'kind' | 'differences'> & { readonly ok: true; readonly carried: CarriedHead | null })
  | { readonly ok: false; readonly message: string };

/** Reads one file and judges whether it still shows what it carries. */
export async function verifyFile(task: GivenFile): Promise<VerifyAnswer> {
  const opened = await openGiven(task);
  if (!opened.ok) return { ok: false, message: opened.message };
  const read = await readReport(opened.bytes, { fileName: task.file });
  if (!read.ok) return { ok: false, message: read.error.message[task.lang] };
  const { kind, carried, differences } = verifyRead(read);
  if (carried === null) return { ok: true, kind, differences, carried };
  const { digest, publication, report } = carried;
  return { ok: true, kind, differences, carried: { digest, publication, agency: report.agency, year: report.year } };
}

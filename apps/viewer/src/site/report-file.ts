import type { ReportAddress } from '../viewer-data.ts';
import type { FileKind } from './address.ts';

/** What an address under an agency asks for: the page of a report, or one of its files. */
export interface ReportFile {
  readonly address: ReportAddress;
  readonly kind: 'page' | FileKind;
  /** Name to save a file under. */
  readonly fileName: string;
}

interface Segments {
  readonly agency: string;
  /** `2025`, `2025.json`, or below `versions/` `2`, `2.csv`. */
  readonly file: string;
  readonly year?: string;
}

const yearPattern = /^\d{4}$/;
const filePattern = /^(\d{1,4})(?:\.(json|csv))?$/;

/** Reads the address of a report or of its file; null where it is none. */
export function reportFileFrom({ agency, file, year }: Segments): ReportFile | null {
  const match = filePattern.exec(file);
  const number = match?.[1];
  if (number === undefined) return null;
  const reportYear = year ?? number;
  if (!yearPattern.test(reportYear)) return null;
  const version = year === undefined ? null : Number(number);
  if (version === 0) return null;
  const extension = match?.[2];
  const kind = extension === 'json' || extension === 'csv' ? extension : 'page';
  return {
    address: { agencyId: agency, year: Number(reportYear), version },
    kind,
    fileName: `${reportYear}${version === null ? '' : `-v${version}`}.${kind}`,
  };
}

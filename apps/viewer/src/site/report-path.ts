import type { ReportAddress } from '../viewer-data.ts';

interface Segments {
  readonly agency: string;
  /** `2025`, or below `versions/` `2`. */
  readonly name: string;
  readonly year?: string;
}

const yearPattern = /^\d{4}$/;
const numberPattern = /^\d{1,4}$/;

/** Reads the address of a report's page; null where it is none. */
export function reportPath({ agency, name, year }: Segments): ReportAddress | null {
  const reportYear = year ?? name;
  if (!numberPattern.test(name) || !yearPattern.test(reportYear)) return null;
  const version = year === undefined ? null : Number(name);
  return version === 0 ? null : { agencyId: agency, year: Number(reportYear), version };
}

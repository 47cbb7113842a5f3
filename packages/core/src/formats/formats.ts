import type { Cell, CellKey, Format, FormatId } from './format.ts';
import { format2019 } from './format-2019.ts';
import { format2021 } from './format-2021.ts';

/** Every format the State Council office has prescribed, oldest first. A new one is one file and one line here. */
export const formats: readonly Format[] = [format2019, format2021];

export const formatById: Readonly<Record<FormatId, Format>> = { '2019': format2019, '2021': format2021 };

/** The first report year that has a national table in this form; earlier reports are text. */
export const firstReportYear = 2019;

/** The format prescribed for a report year, or null for years before 2019. */
export function formatForYear(year: number): Format | null {
  return formats.find(({ reportYears: { from, to } }) => year >= from && (to === null || year <= to)) ?? null;
}

/** Takes a name from outside as a cell key of the format; null when the format has no such cell. */
export function cellKeyOf(format: Format, name: string): CellKey | null {
  return findCell(format, name)?.key ?? null;
}

/** The cell of that name, or undefined when the format has none. */
export function findCell(format: Format, name: string): Cell | undefined {
  const index = format.indexOf.get(name);
  return index === undefined ? undefined : format.cells[index];
}

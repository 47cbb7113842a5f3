import { strToU8, zipSync } from 'fflate';

/** The parts of an Office package by their path, in the order in which they are to stand in the file. */
export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

/** The same for all files, so that the same parts give the same bytes; given in local time, as the packer writes it. */
const date = new Date(1980, 0, 1);

/** Packs the parts of a DOCX or XLSX. */
export function packageFile(parts: PackageParts): Uint8Array {
  const entries = Object.entries(parts).map(([path, part]): [string, Uint8Array] => [
    path,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: date });
}

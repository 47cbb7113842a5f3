import { access, mkdir, open, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { FormatId } from '@nianbao/core';
import { safeName, TakenNames } from '../files/safe-name.ts';
import { writeWhole } from '../files/write-file.ts';
import { linesOf } from '../journal/journal-lines.ts';
import { isSame } from '../journal/same-file.ts';
import type { SeverityCounts } from '../output/totals.ts';
import type { FileIdentity } from '../tasks/given-file.ts';
import type { FileImported, UncertainFigure } from '../tasks/import-file.ts';

export const indexName = 'import.ndjson';

/** One line of the index: where a report came from, where it is now, and how sure its reading is. */
export interface ImportedReport {
  readonly source: string;
  readonly path: string;
  readonly identity: FileIdentity;
  /** Name of the report's file in the folder. */
  readonly file: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly format: FormatId | null;
  readonly digest: string;
  readonly confidence: { readonly figures: number; readonly uncertain: number; readonly lowest: number | null };
  readonly findings: SeverityCounts;
  readonly uncertain: readonly UncertainFigure[];
  /** Files of other sources that give the same agency’s report of the same year. */
  readonly sameReport: readonly string[];
}

const isLine = (value: unknown): value is ImportedReport =>
  typeof value === 'object' && value !== null && 'path' in value && 'file' in value && 'identity' in value;

function parsed(text: string): ImportedReport | null {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) && basename(value.file) === value.file ? value : null;
  } catch {
    return null;
  }
}

const reportKey = ({ agency, year }: Pick<ImportedReport, 'agency' | 'year'>): string | null =>
  agency === null || year === null ? null : JSON.stringify([agency, year]);

/** The folder of imported reports and its index, which is also what a second run goes on from. */
export class ImportIndex {
  readonly #folder: string;
  readonly #byPath = new Map<string, ImportedReport>();
  readonly #filesOfReport = new Map<string, string[]>();
  readonly #names = new TakenNames();
  #lines = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a folder, or makes it. Throws what the system says when it cannot be written to. */
  static async open(folder: string): Promise<ImportIndex> {
    await mkdir(folder, { recursive: true });
    const index = new ImportIndex(folder);
    for (const name of await readdir(folder)) index.#names.add(name);
    await using file = await open(join(folder, indexName), 'a+');
    let end = 0;
    for await (const { text, at, length } of linesOf(file)) {
      end = at + length + 1;
      const line = parsed(text);
      if (line !== null) index.#remember(line);
    }
    await file.truncate(end);
    return index;
  }

  /** What an earlier run made of a file, if neither the file nor what was made of it has changed or gone. */
  async kept(path: string): Promise<ImportedReport | null> {
    const known = this.#byPath.get(path);
    if (known === undefined || !(await isSame(path, known.identity))) return null;
    return access(join(this.#folder, known.file)).then(
      () => known,
      () => null,
    );
  }

  /** Writes a report and its line; gives the line. */
  async add(
    source: string,
    path: string,
    imported: FileImported & { readonly identity: FileIdentity },
  ): Promise<ImportedReport> {
    const { agency, year, format, digest, figures, uncertain, findings, identity } = imported;
    const before = this.#byPath.get(path);
    const isSameReport = before !== undefined && before.agency === agency && before.year === year;
    const stem = `${safeName(agency ?? basename(source, extname(source)))}-${year ?? 'unknown'}`;
    const file = isSameReport ? before.file : this.#names.free(stem, '.json');
    const lowest = uncertain.reduce<number | null>((low, { confidence }) => Math.min(low ?? 1, confidence), null);
    const key = reportKey({ agency, year });
    const sameReport = (key === null ? [] : (this.#filesOfReport.get(key) ?? [])).filter((other) => other !== file);
    const confidence = { figures, uncertain: uncertain.length, lowest };
    const line = {
      source,
      path,
      identity,
      file,
      agency,
      year,
      format,
      digest,
      confidence,
      findings,
      uncertain,
      sameReport,
    };
    // The line comes first: should the run be killed before the file is there, a second run makes it under this name.
    await this.#append(line);
    await writeWhole(join(this.#folder, file), imported.text);
    return line;
  }

  /** Leaves one line for each source. */
  async close(): Promise<void> {
    if (this.#lines === this.#byPath.size) return;
    const lines = [...this.#byPath.values()].map((line) => `${JSON.stringify(line)}\n`);
    await writeWhole(join(this.#folder, indexName), lines.join(''));
  }

  async #append(line: ImportedReport): Promise<void> {
    await using file = await open(join(this.#folder, indexName), 'a');
    await file.appendFile(`${JSON.stringify(line)}\n`);
    this.#remember(line);
  }

  #remember(line: ImportedReport): void {
    this.#lines += 1;
    this.#byPath.set(line.path, line);
    const key = reportKey(line);
    if (key === null) return;
    const files = this.#filesOfReport.get(key) ?? [];
    if (!files.includes(line.file)) files.push(line.file);
    this.#filesOfReport.set(key, files);
  }
}

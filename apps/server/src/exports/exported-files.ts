import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Text } from '@nianbao/core';
import { nameIn, reportSchema } from '@nianbao/core';
import type { CampaignExportRow, CampaignRow, Database, ExportedReport, LackingDocument } from '@nianbao/database';
import { findAgency, findPublication, findReport } from '@nianbao/database';
import type { CarriedReport, DocumentFormatId } from '@nianbao/documents';
import { carry } from '@nianbao/documents';
import type { DocumentPool } from '@nianbao/documents/bounded';
import { archiveNames } from './file-names.ts';
import { lackingReason, lackingWords } from './lacking-words.ts';
import type { ZipEntry } from './zip-stream.ts';

/** The file in the archive that says what else is in it. */
export const manifestName = 'manifest.json';

const packed: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pdf']);

/** Waits for a place in the pool, which people's own downloads share, for up to some minutes. */
const busyWait = { milliseconds: 1000, times: 300 } as const;

export interface ExportParts {
  readonly database: Database;
  readonly documents: DocumentPool;
}

/** What an export is made of. */
export interface ExportPlan {
  readonly exported: CampaignExportRow;
  readonly campaign: CampaignRow;
  /** The government whose campaign it is. */
  readonly government: string;
  readonly formats: readonly DocumentFormatId[];
  readonly reports: readonly ExportedReport[];
  /** Told after each report. */
  readonly onProgress: (progress: {
    readonly done: number;
    readonly lacking: readonly LackingDocument[];
  }) => Promise<void>;
}

interface WrittenFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Null for the workbook of all. */
  readonly report: {
    readonly agencyId: string;
    readonly agency: string;
    readonly year: number;
    /** Null for an approved report that is not public. */
    readonly version: number | null;
    /** As made by `reportDigest`. */
    readonly digest: string;
  } | null;
}

/** A report as its documents carry it; null where its content is none, or where it was taken away meanwhile. */
async function carriedReport(
  database: Database,
  { reportId, agencyId, version }: ExportedReport,
  year: number,
): Promise<CarriedReport | null> {
  const agency = await findAgency(database, agencyId);
  const published = version === null ? null : await findPublication(database, { agencyId, year, version });
  const content = version === null ? (await findReport(database, reportId))?.report.content : published?.content;
  const parsed = reportSchema.safeParse(content);
  if (!parsed.success || agency === null) return null;
  const report = { ...parsed.data, agency: parsed.data.agency ?? nameIn(agency, year) };
  if (published === null) return carry(report, null);
  const mark = { agencyId, version: published.version, publishedAt: published.publishedAt.toISOString() };
  return carry(parsed.data, { ...mark, address: null });
}

async function written(
  documents: DocumentPool,
  id: DocumentFormatId,
  carried: CarriedReport,
): Promise<Uint8Array | Text> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await documents.write({ id, carried });
    if (answer.ok) return answer.value;
    const reason = lackingReason(answer.failure);
    if (reason !== null) return reason;
    if (answer.failure !== 'BUSY' || attempt >= busyWait.times) throw new Error(`no document: ${answer.failure}`);
    await wait(busyWait.milliseconds);
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes the files of an export one by one: a document that cannot be written is named in the manifest, and the rest goes on. */
export class ExportedFiles {
  readonly #parts: ExportParts;
  readonly #plan: ExportPlan;
  readonly #files: WrittenFile[] = [];
  readonly #lacking: LackingDocument[] = [];
  readonly #broken = new Set<string>();
  #done = 0;

  constructor(parts: ExportParts, plan: ExportPlan) {
    this.#parts = parts;
    this.#plan = plan;
  }

  get counts(): { readonly done: number; readonly lacking: readonly LackingDocument[] } {
    return { done: this.#done, lacking: this.#lacking };
  }

  async *entries(): AsyncGenerator<ZipEntry> {
    const nameOf = archiveNames();
    const { reports, campaign, formats, onProgress } = this.#plan;
    for (const exported of reports) {
      const carried = await carriedReport(this.#parts.database, exported, campaign.year);
      if (carried === null) this.#broken.add(exported.reportId);
      for (const format of formats) {
        const document = carried === null ? lackingWords.broken : await written(this.#parts.documents, format, carried);
        if (carried === null || !(document instanceof Uint8Array)) {
          const reason = document instanceof Uint8Array ? lackingWords.broken : document;
          this.#lacking.push({ agencyId: exported.agencyId, agencyName: exported.agencyName, format, reason });
          continue;
        }
        const { report, publication, digest } = carried;
        const agency = report.agency ?? exported.agencyName;
        const { year } = campaign;
        const mark = publication === null ? '审核通过，未发布' : null;
        const path = nameOf({ agency, year, extension: format, mark });
        const about = { agencyId: exported.agencyId, agency, year, version: publication?.version ?? null, digest };
        yield this.#take({ path, bytes: document, packed: packed.has(format) }, about);
        this.#done += 1;
      }
      await onProgress(this.counts);
    }
    yield* this.#workbook();
    yield { path: manifestName, bytes: this.#manifest(), packed: false };
  }

  #take(entry: ZipEntry, report: WrittenFile['report']): ZipEntry {
    this.#files.push({ path: entry.path, size: entry.bytes.length, sha256: sha256(entry.bytes), report });
    return entry;
  }

  async *#carried(): AsyncGenerator<CarriedReport> {
    const { reports, campaign } = this.#plan;
    for (const exported of reports.filter(({ reportId }) => !this.#broken.has(reportId))) {
      const carried = await carriedReport(this.#parts.database, exported, campaign.year);
      if (carried !== null) yield carried;
    }
  }

  /** All reports in one workbook: who reported, every figure, what was found, the texts. */
  async *#workbook(): AsyncGenerator<ZipEntry> {
    const { campaign, government } = this.#plan;
    // Loaded by the few who export: what writes many reports at once weighs more than the rest of the server.
    const { writeCampaignWorkbook } = await import('@nianbao/documents/gathered');
    const title = `${government}${campaign.year}年度政府信息公开工作年度报告汇总`;
    const bytes = await writeCampaignWorkbook(this.#carried(), { title, withText: true });
    const path = archiveNames()({ agency: government, year: campaign.year, extension: 'xlsx', mark: '汇总' });
    yield this.#take({ path: path.slice(path.indexOf('/') + 1), bytes, packed: true }, null);
  }

  #manifest(): Uint8Array {
    const { exported, campaign, government } = this.#plan;
    const { id, basis, formats, requestedAt } = exported;
    const head = { nianbaoExport: 1, id, government, year: campaign.year, basis, formats };
    const content = { ...head, requestedAt: requestedAt.toISOString(), files: this.#files, lacking: this.#lacking };
    return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  }
}

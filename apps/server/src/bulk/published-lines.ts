import type { PublishedSince } from '@nianbao/database';
import { carry, csvHead, csvLines } from '@nianbao/documents';

/** One way of writing many reports one behind the other. */
export interface BulkFormat {
  readonly mediaType: string;
  readonly head: string;
  lines(published: PublishedSince): string;
}

/** Every way, by the ending of its address. */
export const bulkFormats: Readonly<Record<string, BulkFormat>> = {
  /** One version a line, as JSON: the report with its findings, explanations, digest and place in the sequence. */
  ndjson: {
    mediaType: 'application/x-ndjson; charset=utf-8',
    head: '',
    lines({ publication, agencyName, regionCode }) {
      const { sequence, agencyId, year, version, publishedAt, digest, ruleSetVersion, note } = publication;
      const { content, findings, explanations } = publication;
      const line = {
        ...{ sequence, agencyId, agencyName: content.agency ?? agencyName, regionCode, year, version },
        ...{ publishedAt: publishedAt.toISOString(), digest, ruleSetVersion, note },
        ...{ report: content, findings, explanations },
      };
      return `${JSON.stringify(line)}\n`;
    },
  },
  /** One figure a line, as in the CSV of a single report. */
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    head: csvHead,
    lines({ publication: { agencyId, version, publishedAt, content }, agencyName }) {
      const report = content.agency === null ? { ...content, agency: agencyName } : content;
      return csvLines(carry(report, { agencyId, version, publishedAt: publishedAt.toISOString(), address: null }));
    },
  },
};

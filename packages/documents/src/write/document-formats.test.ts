import { exampleReport } from '@nianbao/core/testing';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../bytes/document-kind.ts';
import { documentKind } from '../bytes/document-kind.ts';
import { carry } from '../carried/carried-report.ts';
import type { DocumentFormatId } from './document-formats.ts';
import { documentFormatIds, writeReport } from './document-formats.ts';

const kinds: Readonly<Record<DocumentFormatId, DocumentKind>> = {
  docx: 'word',
  pdf: 'pdf',
  xlsx: 'sheet',
  html: 'html',
  csv: 'csv',
  json: 'json',
};

describe.each(documentFormatIds)('%s', (id) => {
  it('is a file of its kind, and the same bytes for the same report', async () => {
    const carried = carry(exampleReport(), null);
    const bytes = await writeReport(id, carried);
    expect(documentKind(bytes, 'report')).toBe(kinds[id]);
    expect(Buffer.compare(bytes, await writeReport(id, carried))).toBe(0);
  });
});

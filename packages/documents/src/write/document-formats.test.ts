import { exampleReport } from '@nianbao/core/testing';
import { describe, expect, it } from 'vitest';
import { carry } from '../carried/carried-report.ts';
import { documentFormatIds, documentFormats, writeReport } from './document-formats.ts';

const rows = documentFormatIds.flatMap((id) => documentFormats[id] ?? []);

describe.each(rows)('$id', (format) => {
  it('is the row of its own id, and is written by it', async () => {
    expect(documentFormats[format.id]).toBe(format);
    const carried = carry(exampleReport(), null);
    expect(await writeReport(format.id, carried)).toEqual(await format.write(carried));
  });
});

import { emptyReport, formatById, formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry } from '../../carried/carried-report.ts';
import { readReport } from '../../read-report.ts';
import { publication, writtenRuns } from '../../testing/publication.ts';
import { writeJson } from './write-json.ts';

const base = emptyReport('云溪县林业局', 2024, formatById['2021']);
const read = (text: string | Uint8Array) =>
  readReport(typeof text === 'string' ? new TextEncoder().encode(text) : text, { fileName: 'report.json' });
const written = async (): Promise<string> =>
  new TextDecoder().decode(await writeJson(carry({ ...base, facts: { 't3.received.total': 4 } }, publication)));

describe.each(formats)('a report in the format of $id as JSON', (format) => {
  it('reads back as the same report of the same version, and is the same file each time', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const bytes = await writeJson(carry(report, publication));
        expect(await read(bytes)).toMatchObject({
          ok: true,
          report,
          findings: [],
          copy: { kind: 'unaltered', carried: carry(report, publication) },
        });
        const reversed = Object.fromEntries(Object.entries(report).reverse());
        expect(await writeJson({ ...carry(report, publication), report: { ...report, ...reversed } })).toEqual(bytes);
      }),
      { numRuns: writtenRuns },
    );
  });
});

it('shows a figure that was altered since the file was written', async () => {
  const altered = (await written()).replace('"t3.received.total": 4', '"t3.received.total": 5');
  const result = await read(altered);
  expect(result).toMatchObject({ ok: true, copy: { kind: 'broken', reason: 'digestDiffers' } });
  expect(result.ok && result.findings.map(({ rule }) => rule)).toEqual(['READ-COPY-BROKEN']);
  expect(result.ok && result.report.facts['t3.received.total']).toBe(5);
});

it('reads a report whose publication is no longer what the file was written with', async () => {
  const altered = (await written()).replace('"version": 2', '"version": "zwei"');
  expect(await read(altered)).toMatchObject({ ok: true, copy: { kind: 'broken', reason: 'malformed' } });
});

it('takes a report without a digest for what it is', async () => {
  expect(await read(JSON.stringify(base))).toMatchObject({
    ok: true,
    report: base,
    findings: [],
    copy: { kind: 'none' },
  });
});

it('lists the figures in the order of the official tables', async () => {
  const facts = { 't4.review.total': 1, 't3.received.total': 4, 't2.fees.amount': 12.5 };
  const text = new TextDecoder().decode(await writeJson(carry({ ...base, facts }, null)));
  expect(text.match(/"t\d[^"]+"/g)).toEqual(['"t2.fees.amount"', '"t3.received.total"', '"t4.review.total"']);
});

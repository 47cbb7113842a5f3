import { readFile } from 'node:fs/promises';
import type { Report } from '@nianbao/core';
import { emptyReport, formatById, formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import { carry, reportJsonSchema, writeReport } from '@nianbao/documents';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSchemaFile } from './report-schema-file.ts';

const validate = new Ajv2020({ strict: true, allErrors: true, formats: { date: true, 'date-time': true } }).compile(
  reportJsonSchema(),
);

const base = emptyReport('云溪县林业局', 2024, formatById['2021']);
const publication = { agencyId: 'yx', version: 1, publishedAt: '2025-01-20T02:00:00Z', address: null };
const runs = process.env.NIANBAO_SOAK === undefined ? 12 : 1000;

const written = async (report: Report): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await writeReport('json', carry(report, publication))));

it('docs/report.schema.json is the schema as it stands (print it anew with npm run docs)', async () => {
  const file = await readFile(new URL('../../docs/report.schema.json', import.meta.url), 'utf8');
  expect(file).toBe(reportSchemaFile());
});

describe.each(formats)('reports in the format of $id', (format) => {
  it('are valid as they are written', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        validate(await written(report));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: runs },
    );
  });

  it('have a title for every cell, with its kind and unit', () => {
    const definitions = reportJsonSchema().$defs[`facts${format.id}`];
    expect(Object.keys(definitions?.properties ?? {})).toEqual(format.cells.map(({ key }) => key));
    expect(definitions?.properties?.['t3.received.naturalPerson']).toEqual({
      $ref: '#/$defs/count',
      title: '一、本年新收政府信息公开申请数量 · 自然人',
      description: '单位：件；不小于0的整数 / a whole number of 0 or more',
    });
  });
});

it('reports from before the official tables are valid without figures', async () => {
  validate(await written({ ...base, year: 2015, format: null }));
  expect(validate.errors).toBeNull();
});

const fields = carry(base, publication);
const withReport = (change: object): unknown => ({ ...fields, report: { ...base, ...change } });

it.each<[string, unknown]>([
  ['a negative count', withReport({ facts: { 't3.received.total': -1 } })],
  ['a broken count', withReport({ facts: { 't3.received.total': 1.5 } })],
  ['a negative amount', withReport({ facts: { 't2.fees.amount': -0.5 } })],
  ['a figure as text', withReport({ facts: { 't3.received.total': '4' } })],
  ['a cell of the other format', withReport({ facts: { 't2.fees.change': 1 } })],
  ['figures without a format', withReport({ format: null, facts: { 't3.received.total': 1 } })],
  ['a date that is none', withReport({ writtenOn: '2025-02-30' })],
  ['a year before the Regulation', withReport({ year: 2007 })],
  ['a block of a kind that is none', withReport({ preface: [{ kind: 'html', text: '<b>' }] })],
  ['a field of its own', withReport({ score: 100 })],
  ['a section without a title', withReport({ sections: [{ id: null, blocks: [] }] })],
  ['a digest that is none', { ...fields, digest: 'abc' }],
  ['no report', { ...fields, report: undefined }],
  ['another form', { ...fields, nianbao: 2 }],
])('a file with %s is refused', (_, file) => {
  expect(validate(JSON.parse(JSON.stringify(file)))).toBe(false);
});

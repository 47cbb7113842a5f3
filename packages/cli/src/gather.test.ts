import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFile, runNianbao } from './testing/run-nianbao.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-gather-'));
afterAll(() => rmSync(folder, { recursive: true }));
const examples = ['qinglan-township-2023.html', 'yunxi-agriculture-2024.html'].map(exampleFile);
const gather = (format: string, out: string) =>
  runNianbao(['export', ...examples, 'broken.docx', '--format', format, '--out', out], { folder });

describe('nianbao export of many reports into one', () => {
  beforeAll(() => writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004'));

  it('makes one workbook, past a file that cannot be read', async () => {
    const { code, out, err } = await gather('campaign', 'county.xlsx');
    expect([code, out, err]).toEqual([2, expect.stringContaining('2 份'), expect.stringContaining('broken.docx')]);
    expect(readFileSync(join(folder, 'county.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('makes two whole tables of Parquet', async () => {
    expect((await gather('parquet', 'tables/')).code).toBe(2);
    const names = readdirSync(join(folder, 'tables')).toSorted();
    expect(names).toEqual(['facts.parquet', 'reports.parquet']);
    for (const name of names) {
      const bytes = readFileSync(join(folder, 'tables', name));
      expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
    }
  });

  it('says where it cannot write', async () => {
    expect(await gather('campaign', 'no/where.xlsx')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no/where'),
    });
  });
});

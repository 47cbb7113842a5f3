import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport } from '@nianbao/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFile, runNianbao } from './testing/run-nianbao.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const page = exampleFile('qinglan-township-2023.html');
const other = exampleFile('yunxi-agriculture-2024.html');

const exported = (...args: string[]) => runNianbao(['export', ...args, '--format', 'json'], { folder });

describe('nianbao export', () => {
  it('writes one report to the file that is named', async () => {
    expect(await exported(page, '--out', 'report.json')).toMatchObject({ code: 0, err: '' });
    const read = await readReport(readFileSync(join(folder, 'report.json')), { fileName: 'report.json' });
    expect(read).toMatchObject({
      copy: { kind: 'unaltered' },
      report: { agency: '云溪县青岚镇人民政府', year: 2023 },
    });
  });

  it('writes many into a folder, and does the others where one cannot be read', async () => {
    const { code, err } = await exported(page, other, page, 'missing.html', '--out', 'many/');
    expect([code, err]).toEqual([2, expect.stringContaining('missing.html')]);
    expect(readdirSync(join(folder, 'many')).toSorted()).toEqual([
      'qinglan-township-2023-2.json',
      'qinglan-township-2023.json',
      'yunxi-agriculture-2024.json',
    ]);
  });

  it('goes on from a journal: what is there is left, what is gone or has changed is written anew', async () => {
    const again = () => exported(page, other, '--out', 'kept/', '--resume', 'export.journal');
    const timeOf = (name: string) => statSync(join(folder, 'kept', name)).mtimeMs;
    const names = ['qinglan-township-2023.json', 'yunxi-agriculture-2024.json'] as const;
    expect((await again()).code).toBe(0);
    const before = names.map(timeOf);
    rmSync(join(folder, 'kept', names[1]));
    expect((await again()).out).toContain('2 份');
    const after = names.map(timeOf);
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
  });

  it('never writes several into one file, nor over the file that it reads', async () => {
    expect(await exported(page, other, '--out', 'one.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('one.json/'),
    });
    const before = readFileSync(join(folder, 'report.json'));
    expect((await exported('report.json', '--out', 'report.json')).code).toBe(2);
    expect(readFileSync(join(folder, 'report.json'))).toEqual(before);
    expect(await exported(page, '--out', 'no/where.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('where.json'),
    });
  });
});

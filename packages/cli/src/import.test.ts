import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInside } from '@nianbao/documents';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFile, linesOf, runNianbao } from './testing/run-nianbao.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const files = join(folder, 'files');
mkdirSync(files);
copyFileSync(exampleFile('qinglan-township-2023.html'), join(files, 'a.html'));
copyFileSync(exampleFile('qinglan-township-2023-tabs.txt'), join(files, 'b.txt'));
copyFileSync(exampleFile('yunxi-agriculture-2024.html'), join(files, 'c.html'));
writeFileSync(join(files, 'd.txt'), '');

const run = () => runNianbao(['import', 'files', '--out', 'data'], { folder });
const index = () => linesOf(readFileSync(join(folder, 'data', 'import.ndjson'), 'utf8'));

describe('nianbao import', () => {
  it('writes each report in the carried form, named by agency and year, and keeps two of the same', async () => {
    const { code, err, out } = await run();
    expect(code).toBe(2);
    expect(err).toMatch(/d\.txt: 读不了/);
    expect(err).toMatch(/云溪县青岚镇人民政府-2023-2\.json 与 云溪县青岚镇人民政府-2023\.json 是同一机关同一年度/);
    expect(out).toMatch(/读入 3 份，此前已读入 0 份，读不了 1 份.*1 份有错误/);
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(
      [
        'import.ndjson',
        '云溪县农业农村局-2024.json',
        '云溪县青岚镇人民政府-2023-2.json',
        '云溪县青岚镇人民政府-2023.json',
      ].toSorted(),
    );
    for (const line of index()) {
      const found = findInside(readFileSync(join(folder, 'data', line.file), 'utf8'));
      expect(found).toMatchObject({ kind: 'sound', carried: { digest: line.digest, report: { agency: line.agency } } });
      expect(line).toMatchObject({ source: expect.stringMatching(/^files\//), confidence: { figures: 200 } });
    }
  });

  it('is not done again for what has not changed', async () => {
    const before = index();
    // What a killed run leaves.
    appendFileSync(join(folder, 'data', 'import.ndjson'), '{"source":"files/x');
    const { out } = await run();
    expect(out).toContain('读入 0 份，此前已读入 3 份');
    expect(index()).toEqual(before);
  });

  it('is done again under the same name for what has changed or gone', async () => {
    const text = readFileSync(join(files, 'c.html'), 'utf8');
    writeFileSync(join(files, 'c.html'), text.replace('312', '313'));
    rmSync(join(folder, 'data', '云溪县青岚镇人民政府-2023.json'));
    expect((await run()).out).toContain('读入 2 份，此前已读入 1 份');
    expect(readdirSync(join(folder, 'data'))).toHaveLength(4);
    expect(index()).toHaveLength(3);
    const carried = JSON.parse(readFileSync(join(folder, 'data', '云溪县农业农村局-2024.json'), 'utf8'));
    expect(carried.report.facts['t2.licences.decisions']).toBe(313);
  });

  it('keeps its place, whatever an agency is called', async () => {
    const hostile = join(folder, 'hostile');
    mkdirSync(hostile);
    const text = readFileSync(exampleFile('qinglan-township-2023-tabs.txt'), 'utf8');
    writeFileSync(join(hostile, 'x.txt'), text.replaceAll('云溪县青岚镇人民政府', '../../etc/云溪县青岚镇人民政府'));
    await runNianbao(['import', 'hostile', '--out', 'safe'], { folder });
    expect(readdirSync(join(folder, 'safe'))).toHaveLength(2);
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'files', 'hostile', 'safe']);
  });
});

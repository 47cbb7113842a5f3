import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';

const folder = new URL('../../examples/', import.meta.url);

async function readExample(fileName: string) {
  const read = await readReport(readFileSync(new URL(fileName, folder)), { fileName, showLines: true });
  if (!read.ok) throw new Error(read.error.code);
  return read;
}

describe('the lines of a file', () => {
  it.each([
    'qinglan-township-2023.html',
    'qinglan-township-2023-tabs.txt',
    'qinglan-township-2023-columns.txt',
    'shuangxi-subdistrict-2020-lines.txt',
  ])('%s shows every figure at the place where it was read', async (name) => {
    const { figures, lines } = await readExample(name);
    const cells = new Map(
      lines.flatMap((line) => line.cells.map((cell) => [`${cell.line}.${cell.column}`, cell.text])),
    );
    expect(figures.size).toBeGreaterThan(190);
    for (const { line, column, text } of figures.values()) expect(cells.get(`${line}.${column}`)).toBe(text);
  });

  it('are rows of tables without the markup', async () => {
    const { lines } = await readExample('qinglan-township-2023.html');
    const row = lines.find(({ cells }) => cells[0]?.text === '行政许可');
    expect(row?.cells.map(({ text }) => text)).toEqual(['行政许可', '41']);
  });

  it('are not made where nobody asked for them', async () => {
    const name = 'qinglan-township-2023.html';
    const read = await readReport(readFileSync(new URL(name, folder)), { fileName: name });
    expect(read).toMatchObject({ ok: true, lines: [] });
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findFiles } from './find-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-find-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'b', 'c'), { recursive: true });
mkdirSync(join(folder, '.git'));
for (const name of ['b/2.HTM', 'b/1.docx', 'b/c/3.wps', 'b/c/4.exe', '.git/5.html', '6.txt', '[7].txt']) {
  writeFileSync(join(folder, name), 'x');
}
symlinkSync(folder, join(folder, 'b', 'round'));

async function found(...paths: string[]) {
  const files = await findFiles(
    paths.map((path) => join(folder, path)),
    'en',
  );
  return files.map((one) => (one.kind === 'file' ? one.file.slice(folder.length + 1) : 'refused'));
}

describe('findFiles', () => {
  it.each([
    ['a folder to the bottom', ['.'], ['6.txt', '[7].txt', 'b/1.docx', 'b/2.HTM', 'b/c/3.wps']],
    ['what is named, whatever its ending', ['b/c/4.exe'], ['b/c/4.exe']],
    ['a name that looks like a pattern', ['[7].txt'], ['[7].txt']],
    ['a pattern', ['b/**/*.{exe,wps}'], ['b/c/3.wps', 'b/c/4.exe']],
    ['a pattern of folders', ['?'], ['b/1.docx', 'b/2.HTM', 'b/c/3.wps']],
    ['a file once, though a folder holds it as well', ['b/c/3.wps', 'b/c', 'b/c/3.wps'], ['b/c/3.wps', 'b/c/3.wps']],
    ['nothing where nothing is', ['x.html', '*.pdf', '.git/..git'], ['refused', 'refused', 'refused']],
  ])('finds %s', async (_title, paths, files) => {
    expect(await found(...paths)).toEqual(files);
  });
});

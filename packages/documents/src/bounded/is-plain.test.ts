import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isPlain } from './is-plain.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-plain-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('isPlain', () => {
  it.each([
    ['a page', '<html><body><p>年度报告</p></body></html>', true],
    ['a text', '云溪县水利局2023年政府信息公开工作年度报告', true],
    ['a PDF', '%PDF-1.7', false],
    ['a packed document', 'PK\u0003\u0004', false],
    ['RTF', '{\\rtf1}', false],
    ['a Word document as XML', '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', false],
    ['a long page', `<html>${' '.repeat(1_100_000)}`, false],
  ])('of %s is %s', async (_title, content, plain) => {
    const path = join(folder, 'file');
    writeFileSync(path, content);
    expect(await isPlain(path)).toBe(plain);
    expect(await isPlain(new TextEncoder().encode(content))).toBe(plain);
  });

  it('of what is not there is false', async () => {
    expect(await isPlain(join(folder, 'none'))).toBe(false);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleReport } from '@nianbao/core/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { carry } from '../carried/carried-report.ts';
import { readReport } from '../read-report.ts';
import { openDocumentPool } from './document-pool.ts';
import { isRunning } from './testing/processes.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const pool = openDocumentPool({ processes: 2 });
afterAll(async () => {
  const pids = pool.pids();
  await pool.close();
  expect(pids.filter(isRunning)).toEqual([]);
});

describe('a pool for documents', () => {
  it('writes what reads back as the report that was given', async () => {
    const carried = carry(exampleReport(), null);
    for (const id of ['pdf', 'docx'] as const) {
      const written = await pool.write({ id, carried });
      if (!written.ok) throw new Error(written.failure);
      const read = await pool.read({ from: written.value, fileName: `report.${id}` });
      expect(read).toMatchObject({ copy: { kind: 'unaltered' }, report: carried.report });
    }
  });

  it.each(readdirSync(folder))(
    'reads %s as it is read without a pool, from its bytes and from its path',
    async (fileName) => {
      const bytes = readFileSync(`${folder}${fileName}`);
      const here = await readReport(bytes, { fileName });
      expect(await pool.read({ from: bytes, fileName })).toEqual(here);
      expect(await pool.read({ from: `${folder}${fileName}`, fileName })).toEqual(here);
    },
  );

  it.each([
    ['what is not there', `${folder}missing.html`, 'NOT_OPENED'],
    ['a folder', folder, 'NOT_OPENED'],
    ['no report', new TextEncoder().encode('一封信'), 'NOT_A_REPORT'],
  ])('says why it does not read %s', async (_title, from, code) => {
    const read = await pool.read({ from, fileName: 'file' });
    expect(read).toMatchObject({ ok: false, error: { code, message: { zh: expect.stringMatching(/。$/) } } });
  });

  it('says in both languages what to do about a document past its bound', async () => {
    const hasty = openDocumentPool({ processes: 1, limits: { wallMs: 1 } });
    const text = `云溪县水利局2023年政府信息公开工作年度报告\n${'一、总体情况\n'.repeat(400_000)}`;
    const read = await hasty.read({ from: new TextEncoder().encode(text), fileName: 'long.txt' });
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'TOO_SLOW', message: { en: expect.stringContaining('save') } },
    });
    await hasty.close();
  });
});

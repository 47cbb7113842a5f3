import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDocumentPool } from '../bounded/document-pool.ts';
import { until } from '../bounded/testing/processes.ts';
import { richText } from '../testing/old-files.ts';
import { findLibreOffice } from './libre-office.ts';

const usual = process.env.TMPDIR;
const own = mkdtempSync(join(tmpdir(), 'nianbao-killed-'));
beforeAll(() => {
  process.env.TMPDIR = own;
});
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(own, { recursive: true });
});

/** The command lines of all programs that were started with a place in the folder. */
function programs(): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return /^\d+$/.test(pid) && command.includes(own) ? [command] : [];
    } catch {
      return [];
    }
  });
}

it('a conversion that is ended leaves neither its profile nor the programs that LibreOffice starts', async () => {
  const pool = openDocumentPool({ processes: 1 });
  const reading = pool.read({ from: richText(), fileName: 'report.rtf' });
  if (findLibreOffice() === null || process.platform !== 'linux') {
    expect((await reading).ok).toBe(findLibreOffice() !== null);
  } else {
    await until(() => programs().some((command) => command.includes('soffice.bin')));
    await pool.close();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'STOPPED' } });
    await until(() => programs().length === 0);
  }
  await pool.close();
  expect(readdirSync(own)).toEqual([]);
});

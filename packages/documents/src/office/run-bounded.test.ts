import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBounded } from './run-bounded.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (script: string, timeLimit: number) => runBounded('/bin/sh', ['-c', script], { folder, timeLimit });

describe('runBounded', () => {
  it('tells a program that did its work from one that failed or is not there', async () => {
    expect(await shell('exit 0', 20_000)).toBe(true);
    expect(await shell('exit 3', 20_000)).toBe(false);
    expect(await runBounded(join(folder, 'none'), [], { folder, timeLimit: 20_000 })).toBe(false);
  });

  it('ends a program and all that it started when the time is over', async () => {
    expect(await shell('sleep 600 & echo $! > started; wait', 300)).toBe(false);
    const other = Number(readFileSync(join(folder, 'started'), 'utf8'));
    // A process that was ended may wait to be taken away by its parent; it is one that has no program any more.
    const command = () => {
      try {
        return readFileSync(`/proc/${other}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    };
    expect(command()).not.toContain('600');
  });
});

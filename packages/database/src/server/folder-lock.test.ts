import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataFolderInUse, lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lock = () => join(folder, 'server.lock');

describe('the lock of a data folder', () => {
  test('is there while it is held, gone after, and leaves nothing else', () => {
    const release = lockFolder(folder);
    expect(Number.parseInt(readFileSync(lock(), 'utf8'), 10)).toBe(process.pid);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a running process is respected, and the refusal names it', () => {
    writeFileSync(lock(), identityOfParent());
    expect(() => lockFolder(folder)).toThrow(DataFolderInUse);
    expect(() => lockFolder(folder)).toThrow(String(process.ppid));
  });

  test('of a process that is gone is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(lock(), `${pid} 12345\n`);
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of an earlier process whose number another one has now is taken over', () => {
    writeFileSync(lock(), `${process.ppid} 1\n`);
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** What the process that started this one would have written. */
function identityOfParent(): string {
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}\n`;
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Runs a program of its own that adds one to a number in a file, reading and writing apart, under the lock.
 * @returns {Promise<number | null>}
 */
function addOne() {
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)};
    await withLock('lock', async () => {
      const value = Number(readFileSync('number', 'utf8'));
      await new Promise((done) => setTimeout(done, 10));
      writeFileSync('number', String(value + 1));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder, stdio: 'ignore' });
  return new Promise((done) => child.on('close', done));
}

/** The id of a process that has ended. */
async function deadProcess() {
  const child = spawn(process.execPath, ['--eval', '']);
  await new Promise((done) => child.on('close', done));
  return child.pid;
}

it('lets one process in at a time', async () => {
  writeFileSync(join(folder, 'number'), '0');
  const codes = await Promise.all(Array.from({ length: 6 }, addOne));
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(join(folder, 'number'), 'utf8')).toBe('6');
});

it('takes over from several at once what a killed process left locked', async () => {
  writeFileSync(join(folder, 'lock'), String(await deadProcess()));
  writeFileSync(join(folder, 'number'), '0');
  await Promise.all(Array.from({ length: 4 }, addOne));
  expect(readFileSync(join(folder, 'number'), 'utf8')).toBe('4');
  expect(readdirSync(folder)).toEqual(['number']);
});

it('gives the work’s result, and unlocks when the work fails', async () => {
  const file = join(folder, 'lock');
  expect(await withLock(file, () => 42)).toBe(42);
  await expect(withLock(file, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(existsSync(file)).toBe(false);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest } from './count.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-count-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const test = (status: string) => ({ fullName: `a ${status} test`, status });
const vitestReport = (...files: readonly { status: string; assertionResults: readonly { status: string }[] }[]) => ({
  numPassedTests: files.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'passed').length,
  testResults: files.map((file, index) => ({ name: `file ${index}`, ...file })),
});

describe('Vitest', () => {
  it.each([
    ['all passed', [{ status: 'passed', assertionResults: [test('passed'), test('passed')] }], 0, 2, 0],
    ['one failed', [{ status: 'failed', assertionResults: [test('passed'), test('failed')] }], 1, 1, 1],
    ['one skipped', [{ status: 'passed', assertionResults: [test('passed'), test('skipped')] }], 0, 1, 1],
    ['one to be written', [{ status: 'passed', assertionResults: [test('passed'), test('todo')] }], 0, 1, 1],
    ['a file that did not load', [{ status: 'failed', assertionResults: [] }], 1, 0, 1],
    ['an error outside the tests', [{ status: 'passed', assertionResults: [test('passed')] }], 1, 1, 1],
    ['nothing at all', [], 0, 0, 1],
  ])('%s', (_title, files, code, passed, failed) => {
    expect(countVitest(reportFile(vitestReport(...files)), code)).toMatchObject({ passed, failed });
  });

  it('names the tests that were not run', () => {
    const file = reportFile(vitestReport({ status: 'passed', assertionResults: [test('passed'), test('skipped')] }));
    expect(countVitest(file, 0).notes).toEqual(['not run: a skipped test']);
  });
});

describe('Playwright', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  it.each([
    ['all passed', stats, 0, 3, 0],
    ['one failed', { ...stats, unexpected: 1 }, 1, 3, 1],
    ['one passed on another try', { ...stats, flaky: 1 }, 0, 3, 1],
    ['one skipped', { ...stats, skipped: 1 }, 0, 3, 1],
    ['a journey that did not load', { ...stats, expected: 0 }, 1, 0, 1],
  ])('%s', (_title, counted, code, passed, failed) => {
    expect(countPlaywright(reportFile({ stats: counted }), code)).toMatchObject({ passed, failed });
  });
});

it.each([
  ['no report', join(tmpdir(), 'nianbao-no-such-report.json')],
  ['half a report', null],
])('a runner that leaves %s has failed, whatever its exit code', (_title, absent) => {
  const file = absent ?? reportFile('{"stats": {"expec');
  expect(countVitest(file, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright(file, 0)).toMatchObject({ passed: 0, failed: 1 });
});

it('a static check counts as one', () => {
  expect(countCheck(0)).toMatchObject({ passed: 1, failed: 0 });
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1 });
});

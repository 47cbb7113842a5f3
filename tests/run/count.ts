import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a runner did; the notes say what its own output may not: skipped tests, files that did not load. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function vitestCount(report: z.infer<typeof vitestReport>): Count {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = tests.filter((test) => test.status === 'failed');
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: failures.length + skipped.length + unloaded.length,
    notes: [
      ...skipped.map((test) => `not run: ${test.fullName}`),
      ...unloaded.map((file) => `could not be loaded: ${file.name}`),
    ],
  };
}

function playwrightCount({ stats }: z.infer<typeof playwrightReport>): Count {
  const { expected, unexpected, flaky, skipped } = stats;
  return {
    passed: expected,
    failed: unexpected + flaky + skipped,
    notes: [
      ...(flaky > 0 ? [`${flaky} passed only on another try`] : []),
      ...(skipped > 0 ? [`${skipped} not run`] : []),
    ],
  };
}

/** A runner that says nothing is wrong and yet ended badly, or ran nothing, has failed once. */
function settle(count: Count, code: number): Count {
  if (count.failed > 0) return count;
  if (count.passed === 0) return { passed: 0, failed: 1, notes: ['no test was run'] };
  if (code !== 0) return { ...count, failed: 1, notes: [`no test failed, but the runner ended with code ${code}`] };
  return count;
}

function readCount(file: string, count: (report: unknown) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, notes: ['the runner left no report'] };
  }
}

/** A check without tests of its own counts as one. */
export function countCheck(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] };
}

/** Counts Vitest's JSON report. A test that was not run and a file that did not load are failures. */
export function countVitest(file: string, code: number): Count {
  return settle(
    readCount(file, (report) => vitestCount(vitestReport.parse(report))),
    code,
  );
}

/** Counts Playwright's JSON report. A journey that was not run, or passed only on another try, is a failure. */
export function countPlaywright(file: string, code: number): Count {
  return settle(
    readCount(file, (report) => playwrightCount(playwrightReport.parse(report))),
    code,
  );
}

import { readFileSync } from 'node:fs';

/** A runner that left no report, ran nothing, or ended badly without a failed test is one failure. */
function settle(file, code, count) {
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const silent = counted.failed === 0 && (code !== 0 || counted.passed === 0);
  return silent ? { ...counted, failed: 1 } : counted;
}

/** Counts Vitest's JSON report; a test file that could not be loaded and a skipped test are failures. */
export const vitestCount = (file) => (code) =>
  settle(file, code, (report) => {
    const unloaded = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded.length,
    };
  });

/** Counts Playwright's JSON report; a flaky test passed only on another try and is a failure. */
export const playwrightCount = (file) => (code) =>
  settle(file, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));

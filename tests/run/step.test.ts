import { describe, expect, it } from 'vitest';
import type { Step } from './step.ts';
import { runStep } from './step.ts';

function step(program: string, settings: Partial<Step> = {}): Step {
  return {
    group: 'unit',
    name: 'a step',
    command: [process.execPath, '--eval', program],
    limitMinutes: 1,
    count: (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notes: [] }),
    ...settings,
  };
}

describe('a step', () => {
  it('is counted by its exit code', async () => {
    expect(await runStep(step(''))).toMatchObject({ name: 'a step', passed: 1, failed: 0 });
    expect(await runStep(step('process.exit(3)'))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('gets its environment', async () => {
    const program = 'process.exit(process.env.NIANBAO_TEST_POSTGRES_BIN === "/opt/postgres" ? 0 : 1)';
    const environment = { NIANBAO_TEST_POSTGRES_BIN: '/opt/postgres' };
    expect(await runStep(step(program, { environment }))).toMatchObject({ passed: 1 });
  });

  it('whose program is missing has failed', async () => {
    expect(await runStep(step('', { command: ['nianbao-has-no-such-program'] }))).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  it('that hangs is ended at its limit, with what it started', async () => {
    // The step ends only when nobody holds its output any more: not this program, which ends at once, nor its child.
    const program = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).unref();`;
    const result = await runStep(
      step(program, { limitMinutes: 1 / 60, count: () => ({ passed: 1, failed: 0, notes: [] }) }),
    );
    expect(result).toMatchObject({ passed: 1, failed: 1, notes: ['stopped after 0.02 minutes'] });
  });
});

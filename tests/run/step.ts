import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Count } from './count.ts';

/** `npm test -- GROUP` runs the steps of one group only. */
export const groups = ['build', 'static', 'unit', 'database', 'journeys'] as const;

/** One check or one runner: what is run, and how its result is counted. */
export interface Step {
  readonly group: (typeof groups)[number];
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment?: Readonly<Record<string, string>>;
  readonly limitMinutes: number;
  readonly count: (code: number) => Count;
}

export interface StepResult extends Count {
  readonly name: string;
  readonly seconds: number;
}

interface Ending {
  readonly code: number;
  readonly output: string;
  readonly problem: string | null;
}

const running = new Set<ChildProcess>();

/** Each step leads a process group of its own, so that its servers and browsers end with it. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ends every step that is running; for when the whole run is interrupted. */
export function endAllSteps(): void {
  for (const child of running) endGroup(child);
}

function runToEnd({ command, environment, limitMinutes }: Step): Promise<Ending> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  let problem: string | null = null;
  const limit = setTimeout(() => {
    problem = `stopped after ${Number(limitMinutes.toFixed(2))} minutes`;
    endGroup(child);
  }, limitMinutes * 60_000);
  return new Promise((resolve) => {
    const end = (code: number) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8').trimEnd(), problem });
    };
    child.on('error', (error) => {
      problem = error.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Lines in which a database run says which PostgreSQL it met. */
const worthSaying = /^.*\bPostgreSQL \d+.*$/m;

/** A step that could not be started or had to be ended has failed, whatever its report says. */
function withProblem(count: Count, problem: string | null): Count {
  if (problem === null) return count;
  return { passed: count.passed, failed: Math.max(count.failed, 1), notes: [...count.notes, problem] };
}

/** Runs a step, says how it went, and what the runner printed where it failed. */
export async function runStep(step: Step): Promise<StepResult> {
  console.log(`… ${step.name}`);
  const started = performance.now();
  const { code, output, problem } = await runToEnd(step);
  const seconds = (performance.now() - started) / 1000;
  const count = withProblem(step.count(code), problem);
  const said = worthSaying.exec(output)?.[0].trim();
  const sign = count.failed === 0 ? '✓' : '✗';
  console.log(
    [
      `${sign} ${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)`,
      ...(said === undefined ? [] : [`  ${said}`]),
      ...(count.failed > 0 ? [output] : []),
      ...count.notes.map((note) => `  ${step.name}: ${note}`),
    ].join('\n'),
  );
  return { name: step.name, seconds, ...count };
}

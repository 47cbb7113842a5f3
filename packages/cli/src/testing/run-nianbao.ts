import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export const exampleFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@nianbao/documents/examples/${name}`));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The folder that the person is in. */
  readonly folder: string;
  /** Closes the pipe after the first output, as `head` does. */
  readonly stopReading?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command as a person would. */
export function startNianbao(args: readonly string[], { folder, stopReading = false, env = {} }: RunOptions) {
  const child: ChildProcess = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += String(data);
    if (stopReading) child.stdout?.destroy();
  });
  child.stderr?.on('data', (data) => {
    err += String(data);
  });
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })));
  return { child, ended };
}

export const runNianbao = (args: readonly string[], options: RunOptions): Promise<Ended> =>
  startNianbao(args, options).ended;

export const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The processes that a run has started and that are still there, also when the run itself is gone. */
export function processesOf(pid: number | undefined): readonly number[] {
  const mark = `NIANBAO_PARENT=${pid}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'latin1').includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Waits, turn by turn, until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next));
}

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const mainFile = fileURLToPath(new URL('../operations/main.ts', import.meta.url));

export interface OperationRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs an operation of `nianbao` as a process, as a person would. */
export function runOperation(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<OperationRun> {
  return new Promise((done) => {
    const env = { PATH: process.env.PATH, ...environment };
    execFile(process.execPath, [mainFile, ...args], { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

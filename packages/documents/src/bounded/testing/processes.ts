import { existsSync, readFileSync } from 'node:fs';

/** Whether a process runs; one that has ended and waits for its parent to notice does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'latin1') : '');
  } catch {
    return false;
  }
}

/** Waits, turn by turn, until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next));
}

/** Waits until a process has written its file, and gives what it says. */
export async function untilWritten(file: string): Promise<string> {
  await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('}'));
  return readFileSync(file, 'utf8');
}

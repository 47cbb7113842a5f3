import { rmSync } from 'node:fs';

/**
 * Ends a process at once with all that it has started: every process of a pool leads a process group of its own. On
 * Windows, which has no groups, the process alone.
 */
export function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Removes a folder with all that is in it; what cannot be removed is left to the system's own tidying. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // Something in it is still held open, as happens on Windows.
  }
}

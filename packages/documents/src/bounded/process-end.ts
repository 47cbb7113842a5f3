import { readdirSync, readFileSync, rmSync } from 'node:fs';

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

/** The group of a process as the system tells it, or null for one that is gone. The name before may hold anything. */
function groupOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return null;
  }
}

/**
 * Ends at once what this process has started, and what that has started in its turn, where it leads its group as every
 * process of a pool does. LibreOffice is a script that starts a program that starts another: ending the first is not
 * enough. Only Linux tells of groups; elsewhere all of it ends with this process.
 */
export function endOthersOfGroup(): void {
  if (process.platform !== 'linux' || groupOf('self') !== process.pid) return;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid || groupOf(name) !== process.pid) continue;
    try {
      process.kill(Number(name), 'SIGKILL');
    } catch {
      // It is gone already.
    }
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

import { readFileSync } from 'node:fs';

/** The processes that a process has started. */
function startedBy(pid: number): readonly number[] {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
  return pids === '' ? [] : pids.split(' ').map(Number);
}

function ownMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/**
 * The memory that a process and the programs that it has started hold together, in MB; null where the system does not
 * tell or the process is gone.
 */
export function residentMb(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const own = ownMb(pid);
  if (own === null) return null;
  try {
    return startedBy(pid).reduce((sum, child) => sum + (residentMb(child) ?? 0), own);
  } catch {
    return own;
  }
}

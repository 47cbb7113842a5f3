import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a process is the PostgreSQL that serves this folder, and not another that was given an old number. */
async function serves(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    } catch {
      return false;
    }
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return stdout.includes(folder);
}

async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (!isAlive(pid)) return true;
    await delay(20);
  }
  return !isAlive(pid);
}

/**
 * Stops a PostgreSQL that still serves the folder after the process that had started it was killed. The caller holds
 * the folder's lock, so nobody else uses that server. Does nothing when there is none.
 */
export async function stopOrphanedServer(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !(await serves(pid, folder))) return;
  process.kill(pid, 'SIGINT');
  if (await hasEnded(pid, 30_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await hasEnded(pid, 10_000))) {
    throw new Error(
      `上次遗留的 PostgreSQL（进程 ${pid}）无法停止，请手工结束它。 / A PostgreSQL left over from before (process ${pid}) does not stop: end it by hand.`,
    );
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A second server on a data folder that is in use. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly code = 'DATA_FOLDER_IN_USE';
}

/** A process, told apart from a later one that got the same number by the moment it started (Linux). */
function identityOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${started ?? ''}`;
  } catch {
    return String(pid);
  }
}

function heldBy(path: string): { held: string; alive: boolean } | null {
  try {
    const held = readFileSync(path, 'utf8').trim();
    const pid = Number.parseInt(held, 10);
    return { held, alive: identityOf(pid) === held };
  } catch {
    return null;
  }
}

/** Whether a running process holds a data folder. */
export function isFolderInUse(folder: string): boolean {
  return heldBy(join(folder, 'server.lock'))?.alive === true;
}

/**
 * Locks a data folder for this process and returns the release. A lock whose holder was killed is taken over. Throws
 * `DataFolderInUse` when another running process holds it.
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'server.lock');
  const ours = identityOf(process.pid) ?? String(process.pid);
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, `${ours}\n`);
  try {
    // Linking fails when the name exists: of two processes that start together exactly one succeeds.
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        linkSync(draft, lock);
        const release = () => {
          process.off('exit', release);
          if (heldBy(lock)?.held === ours) rmSync(lock, { force: true });
        };
        process.once('exit', release);
        return release;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const holder = heldBy(lock);
      if (holder?.alive && holder.held !== ours) throw inUse(folder, holder.held);
      if (holder) removeStale(lock, holder.held, `${draft}.stale`);
    }
    throw inUse(folder, '?');
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}.stale`, { force: true });
  }
}

/** Moves a dead holder's lock away; puts it back if another process took the lock over in between. */
function removeStale(lock: string, held: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (heldBy(aside)?.held !== held) renameSync(aside, lock);
}

function inUse(folder: string, holder: string): DataFolderInUse {
  const pid = holder.split(' ')[0] ?? holder;
  return new DataFolderInUse(
    `数据文件夹 ${folder} 正被另一个 nianbao（进程 ${pid}）使用。请先停止它，或用 NIANBAO_DATA 指定别的文件夹。 / The data folder ${folder} is in use by another nianbao (process ${pid}): stop that one first, or name another folder with NIANBAO_DATA.`,
  );
}

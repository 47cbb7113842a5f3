// One process at a time prepares a checkout. The lock is a file with the holder's process id; it appears complete,
// by linking a finished file to its name, so that a waiting process never reads half of it.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const pause = 200;

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {number} id */
function lives(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {string} mine
 * @param {string} file
 */
function take(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts a dead holder's lock aside. Only one of several waiting processes succeeds in the renaming; should it have
 * caught a lock that another had just taken anew, it puts that one back.
 * @param {string} file
 * @param {number} dead
 */
function putAside(file, dead) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (holderOf(aside) !== dead) take(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Another process was quicker.
  }
}

/**
 * Runs `work` while no other process holds the lock file; waits for one that does.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (let said = false; !take(mine, file); ) {
      const holder = holderOf(file);
      if (holder !== null && !lives(holder)) {
        putAside(file, holder);
        continue;
      }
      if (!said) console.error(`nianbao: waiting for process ${holder}, which is preparing this checkout …`);
      said = true;
      await new Promise((done) => setTimeout(done, pause));
    }
    try {
      return await work();
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

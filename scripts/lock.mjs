// One process at a time prepares a checkout. The lock is a folder, made atomically, with the holder's process id in it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function holderLives(folder) {
  let holder;
  try {
    holder = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return true;
  }
  try {
    process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs `work` while no other process of this checkout holds the lock of that name; waits for one that does. */
export async function withLock(root, name, work) {
  mkdirSync(join(root, '.tools'), { recursive: true });
  const folder = join(root, '.tools', `${name}.lock`);
  let said = false;
  for (;;) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!holderLives(folder)) {
        rmSync(folder, { recursive: true, force: true });
        continue;
      }
      if (!said) console.error('nianbao: another command is preparing this checkout; waiting for it …');
      said = true;
      await new Promise((done) => setTimeout(done, 250));
    }
  }
  try {
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

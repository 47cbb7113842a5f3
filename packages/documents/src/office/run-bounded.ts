import { spawn } from 'node:child_process';
import { isInPool } from '../bounded/in-pool.ts';
import { endGroup, endOthersOfGroup } from '../bounded/process-end.ts';

/** Bounds that the system holds the program to: seconds of the processor, and blocks of 512 bytes of any file it writes. */
const bounds = 'ulimit -t 80; ulimit -f 200000;';
/** Where nothing answers, for programs that would ask the network. */
const nowhere = 'http://127.0.0.1:9';

export interface RunPlace {
  /** The only folder that the program is told of: it is its home and the place of its temporary files. */
  readonly folder: string;
  /** Milliseconds after which the program and all that it started are ended. */
  readonly timeLimit: number;
}

/**
 * Runs a program in a group of processes of its own, which is ended as a whole when the program ends or its time is over;
 * in a process of a reading pool it stays in the group that the pool ends, of which all others are ended then. True where it ended by itself and without an
 * error.
 */
export function runBounded(
  program: string,
  args: readonly string[],
  { folder, timeLimit }: RunPlace,
): Promise<boolean> {
  const detached = !isInPool();
  return new Promise((done) => {
    const child = spawn('/bin/sh', ['-c', `${bounds} exec "$0" "$@"`, program, ...args], {
      cwd: folder,
      detached,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, http_proxy: nowhere, https_proxy: nowhere },
    });
    const end = () => {
      if (child.pid === undefined) return;
      if (detached) endGroup(child.pid);
      else {
        child.kill('SIGKILL');
        endOthersOfGroup();
      }
    };
    const timer = setTimeout(end, timeLimit);
    child.on('error', () => {
      clearTimeout(timer);
      done(false);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      end();
      done(code === 0);
    });
  });
}

// A program that is killed as soon as it has started a process of a pool. Prints what it would leave behind.
import { readdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openPool } from '../pool.ts';
import type { hostileTasks } from './hostile-tasks.ts';

const pool = openPool<typeof hostileTasks>({ entry: new URL('hostile-process.ts', import.meta.url), processes: 1 });
void pool.run('echo', null);
writeSync(1, `${readdirSync(tmpdir()).length}`);
process.kill(process.pid, 'SIGKILL');

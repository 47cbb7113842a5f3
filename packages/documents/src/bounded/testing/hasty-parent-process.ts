// A program that is killed as soon as it has started a process of a pool.
import { openPool } from '../pool.ts';
import type { hostileTasks } from './hostile-tasks.ts';

const pool = openPool<typeof hostileTasks>({ entry: new URL('hostile-process.ts', import.meta.url), processes: 1 });
void pool.run('echo', null);
process.kill(process.pid, 'SIGKILL');

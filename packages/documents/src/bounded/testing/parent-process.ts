// A program that opens a pool, lets it work on a document that never ends, and waits to be killed itself.
import { openPool } from '../pool.ts';
import type { hostileTasks } from './hostile-tasks.ts';

const pool = openPool<typeof hostileTasks>({ entry: new URL('hostile-process.ts', import.meta.url), processes: 1 });
await pool.run('litter', process.argv[2] ?? '');

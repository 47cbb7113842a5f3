import { availableParallelism } from 'node:os';
import type { Bounded, Pool } from '@nianbao/documents/bounded';
import { isPlain } from '@nianbao/documents/files';
import type { tasks } from '../tasks/tasks.ts';

type Tasks = Pool<typeof tasks>;

/** How one kind of work on a file is done: in this process, or in one of the pool's. */
export interface WorkKind<I, O> {
  readonly here: (input: I) => Promise<O>;
  readonly there: (pool: Tasks, input: I) => Promise<Bounded<O>>;
}

/** Where the files of a run are worked on. */
export interface Work {
  /** How many files are worth having under way at a time. */
  readonly width: number;
  run<I extends { readonly from: string | Uint8Array }, O>(kind: WorkKind<I, O>, input: I): Promise<Bounded<O>>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/**
 * So few short pages and texts are done sooner here than processes start: that takes as long as reading some forty of
 * them. What comes packed (PDF, Word, Excel) is always read in a process of its own.
 */
const fewFiles = 40;
/** Files under way for each process: enough that none waits while an earlier, slow file holds up the output. */
const underWay = 32;

async function openTaskPool(processes: number): Promise<Tasks> {
  const { openPool } = await import('@nianbao/documents/bounded');
  return openPool<typeof tasks>({ entry: new URL('../tasks/process.ts', import.meta.url), processes });
}

/** Opens the work of a run over so many files, on `jobs` processes or as many as there are cores. */
export function openWork({ files, jobs }: { readonly files: number; readonly jobs: number | null }): Work {
  const processes = Math.min(jobs ?? availableParallelism(), Math.max(files, 1));
  const isFew = files <= fewFiles;
  let pool: Promise<Tasks> | null = null;
  let closed = false;
  return {
    width: isFew ? processes : processes * underWay,
    async run(kind, input) {
      if (closed) return { ok: false, failure: 'STOPPED' };
      if (!(isFew && (await isPlain(input.from)))) {
        pool ??= openTaskPool(processes);
        return kind.there(await pool, input);
      }
      try {
        return { ok: true, value: await kind.here(input) };
      } catch {
        return { ok: false, failure: 'CRASHED' };
      }
    },
    async close() {
      closed = true;
      await (await pool)?.close();
    },
  };
}

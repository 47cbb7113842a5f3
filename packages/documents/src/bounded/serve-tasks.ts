import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { isInPool, parentVariable } from './in-pool.ts';
import { endGroup, removeFolder } from './process-end.ts';
import type { Outcome, Reply, Request, TaskTable } from './task.ts';
import { withoutAnswer } from './task.ts';

/** What a process needs to know of its pool, as variables of its environment. */
export interface PoolVariables {
  /** A folder for this process alone; the pool makes and removes it. */
  readonly NIANBAO_FOLDER: string;
  readonly [parentVariable]: string;
  readonly NIANBAO_ANSWER_MB: string;
}

const isRequest = (message: unknown): message is Request =>
  typeof message === 'object' && message !== null && 'task' in message && 'input' in message;

/** What V8 says when something does not fit into memory, though the heap holds. */
const noRoom = /allocation failed|Invalid (?:array |string |typed array )?length/;

async function outcomeOf(tasks: TaskTable, { task, input }: Request): Promise<Outcome> {
  try {
    const answer = serialize(await tasks[task]?.run(input));
    const tooLarge = answer.length > Number(process.env.NIANBAO_ANSWER_MB) * 1_048_576;
    return tooLarge ? withoutAnswer('TOO_MUCH_MEMORY') : { ok: true, answer };
  } catch (error) {
    return withoutAnswer(error instanceof Error && noRoom.test(error.message) ? 'TOO_MUCH_MEMORY' : 'CRASHED');
  }
}

/**
 * The whole of a process that works for a pool: does the work of the table, one document at a time, until the pool lets
 * it go or is gone itself.
 */
export function serveTasks(tasks: TaskTable): void {
  const folder = process.env.NIANBAO_FOLDER;
  // Started by hand it has no work, and no folder of its own to remove.
  if (folder === undefined || !isInPool()) return;
  new Worker(new URL('parent-watch.ts', import.meta.url), {
    workerData: { parent: Number(process.env[parentVariable]), folder },
  }).unref();
  const leave = () => {
    removeFolder(folder);
    endGroup(process.pid);
  };
  process.on('disconnect', leave);
  // The pool may have gone while this program was loaded.
  if (!process.connected) leave();
  const send = (message: Reply) =>
    process.send?.(message, undefined, undefined, (error) => {
      if (error !== null) leave();
    });
  process.on('message', (message) => {
    if (isRequest(message)) void outcomeOf(tasks, message).then(send);
  });
  send('ready');
}

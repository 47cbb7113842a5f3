import { readMutated } from './reading.ts';

/** What a process of the soak can be asked for. */
export const mutatedTasks = { read: { run: readMutated } };

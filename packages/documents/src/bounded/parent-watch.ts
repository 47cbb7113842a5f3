import { workerData } from 'node:worker_threads';
import { endGroup, removeFolder } from './process-end.ts';

// A thread of its own in every process of a pool: when the parent is gone, however it ended, it ends the process even
// where a document keeps the main thread busy for ever.
const { parent, folder } = workerData;

setInterval(() => {
  if (process.ppid === parent) return;
  removeFolder(folder);
  endGroup(process.pid);
}, 500);

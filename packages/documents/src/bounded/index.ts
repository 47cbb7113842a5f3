export type { Limits } from './limits.ts';
export { usualLimits } from './limits.ts';
export type { Pool, PoolOptions } from './pool.ts';
export { openPool } from './pool.ts';
export type { ReadingPool } from './reading-pool.ts';
export { openReadingPool } from './reading-pool.ts';
export type { GivenDocument } from './reading-tasks.ts';
export { serveTasks } from './serve-tasks.ts';
export type { Bounded, BoundFailure, Task, TaskTable } from './task.ts';

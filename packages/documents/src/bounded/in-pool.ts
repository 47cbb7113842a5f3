/** Names the process of the pool to the processes that it starts. */
export const parentVariable = 'NIANBAO_PARENT';

/**
 * Whether this is a process of a pool. What it starts must stay in its group: the pool ends the group as a whole, and
 * whatever had left it would be left behind.
 */
export const isInPool = (): boolean => process.env[parentVariable] !== undefined;

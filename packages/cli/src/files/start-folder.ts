import { resolve } from 'node:path';

/** Where relative paths start: the folder that the person is in, not the one that npm runs scripts in. */
export const startFolder = (): string => process.env.INIT_CWD ?? process.cwd();

export const atStart = (path: string): string => resolve(startFolder(), path);

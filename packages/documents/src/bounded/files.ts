export { isPlain } from './is-plain.ts';
export type { FileBytes } from './read-bytes.ts';
export { readBytes } from './read-bytes.ts';

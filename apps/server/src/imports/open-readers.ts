import type { ReadingPool } from '@nianbao/documents/bounded';
import { openReadingPool } from '@nianbao/documents/bounded';

/**
 * Opens the readers of a server: two files at a time, and eight more waiting.
 * Their processes start with the first file and end when none has come for some minutes.
 */
export function openReaders(): ReadingPool {
  return openReadingPool({ processes: 2, limits: { waiting: 8 } });
}

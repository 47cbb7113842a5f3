import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';
import type { Operation } from './operation.ts';
import { restore } from './restore.ts';
import { seed } from './seed.ts';
import { verifyAudit } from './verify-audit.ts';

/** What `nianbao` does to a whole installation, besides serving. */
export const operations: Readonly<Record<string, Operation>> = {
  migrate,
  seed,
  backup,
  restore,
  'verify-audit': verifyAudit,
  doctor,
};

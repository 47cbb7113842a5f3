import type { AnyJobKind } from '@nianbao/database';
import { jobKinds } from '../jobs/job-kinds.ts';

/** Every kind of job that there is. */
export const allKinds = (): readonly AnyJobKind[] => Object.values(jobKinds);

/** Kinds that send themselves anew, and so are in no backup. */
export const repeatingKinds = (): ReadonlySet<string> =>
  new Set(allKinds().flatMap(({ name, every }) => (every === undefined ? [] : [name])));

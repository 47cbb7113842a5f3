import { reportStates } from '@nianbao/core';
import { z } from 'zod';

/** The board's filters as they stand in the address; what cannot be read there is left out. */
export const boardSearchSchema = z.object({
  year: z.int().optional().catch(undefined),
  state: z.enum(reportStates).optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
});
export type BoardSearch = z.infer<typeof boardSearchSchema>;

import { z } from 'zod';
import { appRouter } from '../router.ts';

/** What a procedure of the router says of itself. */
export interface ProcedureParts {
  readonly type: 'query' | 'mutation';
  /** Reaches nothing but what is published, and so answers everybody the same. */
  readonly isPublic: boolean;
  /** The schema of its input; none where it takes none. */
  readonly inputs: readonly unknown[];
  readonly output: unknown;
}

const definition = z.object({
  inputs: z.array(z.unknown()).max(1),
  output: z.unknown(),
  type: z.enum(['query', 'mutation']),
  meta: z.object({ access: z.string() }),
});

function partsOf(procedure: unknown): ProcedureParts {
  const known = typeof procedure === 'function' && '_def' in procedure ? procedure._def : null;
  const { inputs, output, type, meta } = definition.parse(known);
  return { inputs, output, type, isPublic: meta.access === 'published.read' };
}

/** Every procedure by its name. */
export const procedures: ReadonlyMap<string, ProcedureParts> = new Map(
  Object.entries<unknown>(appRouter._def.procedures).map(([name, procedure]) => [name, partsOf(procedure)]),
);

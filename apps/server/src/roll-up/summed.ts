import type { AgencyNode, Format, RollUp } from '@nianbao/core';
import { agencyTree, defaultRegionSettings, formatForYear, kindOf, rollUp } from '@nianbao/core';
import type { Database, FigureBasis, ReportedFigures } from '@nianbao/database';
import { figureBases, listAgencyNodes, loadFigures, lowerGovernmentOrders, nodesOfYear } from '@nianbao/database';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';

/** How a sum is to be made; what is left out is as most regions do it. */
export const summingInput = {
  /** From the versions in force in public, or from approved reports where there are such. */
  basis: z.enum(figureBases).default('published'),
  /** Count bodies that are managed vertically (tax, customs) in. */
  includeVertical: z.boolean().default(defaultRegionSettings.verticalBodiesInRollUp),
  /** Whether a lower government counts as it reported or by its members. */
  lowerGovernments: z.enum(lowerGovernmentOrders).default('asReported'),
};

export interface Summing {
  readonly basis: FigureBasis;
  readonly includeVertical: boolean;
  readonly lowerGovernments: (typeof lowerGovernmentOrders)[number];
}

/** The sums of a government and of all governments below it for a year. */
export interface Summed {
  readonly government: AgencyNode;
  readonly nodes: ReadonlyMap<string, AgencyNode>;
  readonly format: Format;
  readonly result: RollUp;
  readonly figures: ReadonlyMap<string, ReportedFigures>;
}

/**
 * Adds a government's members up, from their rows as they are now. Throws `NO_ROLL_UP` for an agency that is no government,
 * or a year without the official tables.
 */
export async function sumUp(
  database: Database,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
  { basis, ...options }: Summing,
): Promise<Summed> {
  const format = formatForYear(year);
  const tree = agencyTree(nodesOfYear(await listAgencyNodes(database, [agencyId]), year));
  const government = tree.nodeOf.get(agencyId);
  if (format === null || government === undefined || kindOf(government) !== 'government') {
    throw new ServiceError('NO_ROLL_UP');
  }
  const byYear = await loadFigures(database, { roots: [agencyId], years: [year], basis });
  const figures = byYear.get(year) ?? new Map<string, ReportedFigures>();
  const rows = new Map([...figures].map(([id, { row }]) => [id, row]));
  return { government, nodes: tree.nodeOf, format, figures, result: rollUp(tree, { format, rows, options }) };
}

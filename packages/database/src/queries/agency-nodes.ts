import type { AgencyNode, AgencyProfile } from '@nianbao/core';
import { nameIn } from '@nianbao/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import type { AgencyRow } from './agencies.ts';
import { idsBelow } from './agencies.ts';

/** An agency as a roll-up takes it, with what differs by year: light enough for a nation. */
export interface DatedAgencyNode extends AgencyNode, Pick<AgencyRow, 'formerNames' | 'endedAfter'> {}

interface Columns extends Pick<AgencyRow, 'id' | 'name' | 'kind' | 'level' | 'powers'>, Record<string, unknown> {
  readonly parent_id: string | null;
  readonly former_names: AgencyRow['formerNames'];
  readonly may_make_regulations: boolean | null;
  readonly ended_after: number | null;
}

function profileIn({ name, kind, level, powers, may_make_regulations: may }: Columns): AgencyProfile | null {
  return kind === null ? null : { name, kind, level, powers, mayMakeRegulations: may };
}

/** The given agencies and all below them, in the official order. */
export async function listAgencyNodes(database: Database, roots: readonly string[]): Promise<DatedAgencyNode[]> {
  if (roots.length === 0) return [];
  const { id, parentId, name, kind, level, mayMakeRegulations, powers, formerNames, endedAfter } = agency;
  const rows = await database.execute<Columns>(sql`
    select ${id}, ${parentId}, ${name}, ${kind}, ${level}, ${mayMakeRegulations}, ${powers}, ${formerNames}, ${endedAfter}
    from ${agency} where ${id} in ${idsBelow(roots)} order by ${agency.position}, ${name}`);
  return rows.map((row) => ({
    ...{ id: row.id, parent: row.parent_id, name: row.name, profile: profileIn(row) },
    ...{ formerNames: row.former_names, endedAfter: row.ended_after },
  }));
}

/** The agencies that report for a year, under the names that they had then. */
export function nodesOfYear(nodes: readonly DatedAgencyNode[], year: number): readonly AgencyNode[] {
  return nodes
    .filter(({ endedAfter }) => endedAfter === null || endedAfter >= year)
    .map((node) => ({
      ...{ id: node.id, parent: node.parent, profile: node.profile },
      name: node.formerNames.length === 0 ? node.name : nameIn(node, year),
    }));
}

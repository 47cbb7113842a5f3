import type { Definition } from './definition.ts';
import { applicantDefinitions, applicationDefinitions } from './definitions-applications.ts';
import { disclosureColumnDefinitions, disclosureDefinitions } from './definitions-disclosure.ts';
import { disputeDefinitions, outcomeDefinitions } from './definitions-disputes.ts';
import type { Cell, TableId } from './format.ts';

/** What a figure counts: the meaning of its row and of its column; null where a label says all there is to say. */
export interface CellDefinition {
  readonly row: Definition | null;
  readonly column: Definition | null;
}

type Definitions = Readonly<Record<string, Definition>>;

const definitions: Readonly<Record<TableId, { readonly rows: Definitions; readonly columns: Definitions }>> = {
  t2: { rows: disclosureDefinitions, columns: disclosureColumnDefinitions },
  t3: { rows: applicationDefinitions, columns: applicantDefinitions },
  t4: { rows: disputeDefinitions, columns: outcomeDefinitions },
};

/** The definition of a figure by its row and column. */
export function definitionOf(cell: Pick<Cell, 'table' | 'row' | 'column'>): CellDefinition {
  const { rows, columns } = definitions[cell.table];
  return { row: rows[cell.row] ?? null, column: columns[cell.column] ?? null };
}

import { isCreditCode } from '../agencies/credit-code.ts';
import { isRegionFor } from '../agencies/region-code.ts';
import { canonicalJson } from '../report/digest.ts';
import type { AgencyColumn, AgencyEntry, StandingAgency } from './columns.ts';
import type { TableIssue, TableIssueCode } from './issues.ts';
import type { ReadRow } from './read-rows.ts';

/** The agency that one comes to stand under: one that is there, or one that another row of the table adds. */
export type ParentReference = { readonly id: string } | { readonly row: number };

export interface EntryChange {
  readonly field: keyof AgencyEntry;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a row of the table does. */
export type TableStep =
  | {
      readonly kind: 'create';
      readonly row: number;
      readonly parent: ParentReference;
      readonly values: Partial<AgencyEntry> & Pick<AgencyEntry, 'name'>;
    }
  | {
      readonly kind: 'change';
      readonly row: number;
      readonly id: string;
      /** The name that it has now. */
      readonly name: string;
      readonly changes: readonly EntryChange[];
      /** Where it moves to, and from where; null where it stays. */
      readonly move: { readonly from: string | null; readonly to: ParentReference } | null;
    };

export interface TablePlan {
  readonly steps: readonly TableStep[];
  /** Rows that say what is recorded already. */
  readonly unchanged: number;
  readonly issues: readonly TableIssue[];
}

/** What a table of agencies is held against. */
export interface Standing {
  /** The agency at the top of the table's reach, which itself is not moved. */
  readonly root: string;
  /** It and all below it that have not ended. */
  readonly agencies: readonly StandingAgency[];
  /** Credit codes that other agencies have. */
  readonly takenCodes: ReadonlySet<string>;
}

/** An agency as it would be afterwards; `read` is its row, null where the table does not list it. */
interface Node {
  readonly before: StandingAgency | null;
  readonly read: ReadRow | null;
  readonly name: string;
  readonly creditCode: string | null;
  readonly regionCode: string | null;
  parent: Node | null;
}

/** Nodes by what a table may call them: their names as the table has them, those they had so far, their codes and ids. */
interface Named {
  readonly names: ReadonlyMap<string, readonly Node[]>;
  readonly formerly: ReadonlyMap<string, readonly Node[]>;
  readonly codes: ReadonlyMap<string, Node>;
}

type Wrong = readonly [column: AgencyColumn, code: TableIssueCode];

class Planner {
  readonly issues: TableIssue[] = [];
  readonly #standing: Standing;
  readonly #byId: ReadonlyMap<string, StandingAgency>;
  readonly nodes: Node[] = [];

  constructor(standing: Standing) {
    this.#standing = standing;
    this.#byId = new Map(standing.agencies.map((agency) => [agency.id, agency]));
  }

  #issue(read: ReadRow | null, [column, code]: Wrong, values: TableIssue['values'] = {}): null {
    if (read !== null) this.issues.push({ row: read.row, column, code, values });
    return null;
  }

  /** Whether what a row says of the parent is where an agency stands now. */
  #standsThere(agency: StandingAgency, { parent }: ReadRow): boolean {
    const above = agency.parentId === null ? undefined : this.#byId.get(agency.parentId);
    if (agency.id === this.#standing.root) return parent === '';
    return above !== undefined && [above.id, above.name, above.creditCode].includes(parent);
  }

  /** The agency that a row is about: by its id, else by its code, else by its name and place; null for a new one. */
  #agencyOf(read: ReadRow): StandingAgency | null {
    const { agencies } = this.#standing;
    if (read.id !== '') {
      return this.#byId.get(read.id) ?? this.#issue(read, ['id', 'id-unknown'], { value: read.id });
    }
    const { creditCode, name } = read.fields;
    const byCode = creditCode ? agencies.find((agency) => agency.creditCode === creditCode) : undefined;
    return byCode ?? agencies.find((agency) => agency.name === name && this.#standsThere(agency, read)) ?? null;
  }

  lay(rows: readonly ReadRow[]): void {
    const rowOf = new Map<string, ReadRow>();
    for (const read of rows) {
      const before = this.#agencyOf(read);
      const other = before === null ? undefined : rowOf.get(before.id);
      if (other !== undefined) this.#issue(read, ['name', 'row-repeated'], { other: other.row });
      else this.#add(before, read);
      if (before !== null && other === undefined) rowOf.set(before.id, read);
    }
    for (const agency of this.#standing.agencies) if (!rowOf.has(agency.id)) this.#add(agency, null);
  }

  #add(before: StandingAgency | null, read: ReadRow | null): void {
    const { name = '', creditCode = null, regionCode = null } = { ...before, ...read?.fields };
    this.nodes.push({ before, read, name, creditCode, regionCode, parent: null });
  }

  #parentOf({ before, read }: Node, { names, formerly, codes }: Named): Node | null {
    const standing = before?.parentId ?? null;
    if (read === null) return (standing !== null && codes.get(standing)) || null;
    if (before?.id === this.#standing.root) {
      return read.parent === '' ? null : this.#issue(read, ['parent', 'root-not-moved']);
    }
    const value = read.parent;
    if (value === '') return this.#issue(read, ['parent', 'parent-missing']);
    const byCode = codes.get(value.toLowerCase()) ?? codes.get(value.toUpperCase());
    if (byCode !== undefined) return byCode;
    const [found, ...others] = names.get(value) ?? formerly.get(value) ?? [];
    if (found === undefined) return this.#issue(read, ['parent', 'parent-unknown'], { value });
    return others.length === 0 ? found : this.#issue(read, ['parent', 'parent-ambiguous'], { value });
  }

  /** Puts every node under its parent, whether that is there already or comes with the table. */
  place(): void {
    const names = new Map<string, Node[]>();
    const formerly = new Map<string, Node[]>();
    const codes = new Map<string, Node>();
    const name = (all: Map<string, Node[]>, text: string, node: Node) =>
      all.set(text, [...(all.get(text) ?? []), node]);
    for (const node of this.nodes) {
      name(names, node.name, node);
      if (node.before !== null) name(formerly, node.before.name, node);
      if (node.creditCode !== null) codes.set(node.creditCode, node);
      if (node.before !== null) codes.set(node.before.id, node);
    }
    for (const node of this.nodes) node.parent = this.#parentOf(node, { names, formerly, codes });
  }

  checkCycles(): void {
    for (const node of this.nodes) {
      const way: Node[] = [node];
      for (let above = node.parent; above !== null && !way.includes(above); above = above.parent) way.push(above);
      if (way.at(-1)?.parent !== node) continue;
      this.#issue(node.read, ['parent', 'cycle'], { names: [...way, node].map(({ name }) => name).join(' → ') });
    }
  }

  checkCodes(): void {
    const holders = new Map<string, Node>();
    for (const node of this.nodes) {
      const { before, read, creditCode: code, regionCode } = node;
      if (
        regionCode !== null &&
        regionCode !== before?.regionCode &&
        !isRegionFor(regionCode, node.parent?.regionCode ?? null)
      ) {
        this.#issue(read, ['regionCode', 'region-code-wrong'], { value: regionCode });
      }
      if (code === null) continue;
      const holder = holders.get(code);
      holders.set(code, node);
      if (holder !== undefined) {
        const [one, other] = read === null ? [holder, node] : [node, holder];
        this.#issue(one.read, ['creditCode', 'credit-code-repeated'], { other: other.read?.row ?? '—' });
      } else if (code !== before?.creditCode && !isCreditCode(code)) {
        this.#issue(read, ['creditCode', 'credit-code-wrong'], { value: code });
      } else if (this.#standing.takenCodes.has(code)) this.#issue(read, ['creditCode', 'credit-code-taken']);
    }
  }

  checkNames(): void {
    const siblings = new Map<Node, Map<string, Node>>();
    for (const node of this.nodes) {
      if (node.parent === null) continue;
      const known = siblings.get(node.parent) ?? new Map<string, Node>();
      siblings.set(node.parent, known);
      const other = known.get(node.name);
      if (other === undefined) known.set(node.name, node);
      else this.#issue(node.read ?? other.read, ['name', 'name-repeated'], { value: node.name });
    }
  }
}

function referenceTo({ before, read }: Node): ParentReference {
  return before === null ? { row: read?.row ?? 0 } : { id: before.id };
}

function changesOf(before: StandingAgency, fields: ReadRow['fields']): EntryChange[] {
  const keys = [
    'name',
    'creditCode',
    'kind',
    'level',
    'regionCode',
    'mayMakeRegulations',
    'powers',
    'position',
  ] as const;
  return keys.flatMap((field) => {
    const after = fields[field];
    if (after === undefined || canonicalJson(after) === canonicalJson(before[field])) return [];
    return [{ field, before: before[field], after }];
  });
}

function stepOf({ before, read, parent }: Node): TableStep | null {
  if (read === null) return null;
  const { row, fields } = read;
  if (before === null)
    return parent === null ? null : { kind: 'create', row, parent: referenceTo(parent), values: fields };
  const changes = changesOf(before, fields);
  const to = parent === null ? null : referenceTo(parent);
  const stays = to === null || ('id' in to && to.id === before.parentId);
  const move = stays ? null : { from: before.parentId, to };
  if (changes.length === 0 && move === null) return null;
  return { kind: 'change', row, id: before.id, name: before.name, changes, move };
}

/**
 * What a table of agencies would do: which it adds, changes and moves. Agencies that it does not list stay as they are.
 * Where anything is wrong with it the issues say so, all of them, and there are no steps.
 */
export function planAgencyTable(rows: readonly ReadRow[], standing: Standing): TablePlan {
  const planner = new Planner(standing);
  planner.lay(rows);
  planner.place();
  planner.checkCycles();
  planner.checkCodes();
  planner.checkNames();
  const issues = planner.issues.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  if (issues.length > 0) return { steps: [], unchanged: 0, issues };
  const steps = planner.nodes.flatMap((node) => stepOf(node) ?? []);
  return { steps, unchanged: rows.length - steps.length, issues };
}

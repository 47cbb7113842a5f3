import type { FigureRow } from '../figures/figure-row.ts';
import type { Format } from '../formats/format.ts';
import type { Member } from '../rules/rule.ts';
import type { AgencyNode, AgencyTree } from './agency-tree.ts';
import { kindOf, memberRole, membersUnder } from './agency-tree.ts';
import type { GroupSums } from './roll-up-rows.ts';
import { rollUpEach } from './roll-up-rows.ts';

export interface RollUpOptions {
  /** Count vertically managed bodies (tax, customs) in; otherwise they are left out, and named. */
  readonly includeVertical?: boolean;
  /**
   * Whether a lower government counts with the report it filed, or with the sum of its members. Either way the other is
   * taken where the first is not there.
   */
  readonly lowerGovernments?: 'asReported' | 'fromMembers';
}

/**
 * How a member takes part in a sum: with its own report, with the sum of its own members, or not at all: it has not
 * reported, has reported in another format, is managed vertically, or is in the sum already.
 */
export type MemberStatus = 'reported' | 'fromMembers' | 'missing' | 'otherFormat' | 'vertical' | 'repeated';

export interface RollUpMember {
  readonly agency: AgencyNode;
  readonly role: Member['role'];
  readonly status: MemberStatus;
}

/** A government with its members. */
export interface RollUpGroup {
  readonly government: AgencyNode;
  readonly members: readonly RollUpMember[];
  /** Organs without a report that can be summed, here and below, as far as those below count here. */
  readonly notReported: number;
}

/** The sums of all governments of a tree, for one format and year. */
export interface RollUp {
  readonly format: Format;
  readonly rows: ReadonlyMap<string, FigureRow>;
  readonly groupOf: ReadonlyMap<string, number>;
  readonly groups: readonly RollUpGroup[];
  readonly sums: GroupSums;
}

class Builder {
  readonly groups: RollUpGroup[] = [];
  readonly parents: number[] = [];
  readonly groupOf = new Map<string, number>();
  readonly #members = new Map<string, readonly AgencyNode[]>();
  readonly #reporting = new Map<string, boolean>();
  readonly #tree: AgencyTree;
  readonly #format: Format;
  readonly #rows: ReadonlyMap<string, FigureRow>;
  readonly #options: RollUpOptions;

  constructor(tree: AgencyTree, source: RollUpSource) {
    this.#tree = tree;
    this.#format = source.format;
    this.#rows = source.rows;
    this.#options = source.options ?? {};
  }

  addAll(nodes: readonly AgencyNode[]): void {
    for (const node of nodes) {
      if (kindOf(node) === 'government') this.#add(node, -1);
      else this.addAll(this.#tree.childrenOf.get(node.id) ?? []);
    }
  }

  /** Adds a government and those below it; gives how many organs are missing from its sum. */
  #add(government: AgencyNode, parent: number): number {
    const at = this.groups.length;
    this.parents.push(parent);
    this.groupOf.set(government.id, at);
    const under = this.#under(government);
    const seen = new Set<string>();
    const members = under.map((agency): RollUpMember => {
      const status = seen.has(agency.name) ? 'repeated' : this.#statusOf(agency);
      if (status !== 'missing') seen.add(agency.name);
      return { agency, role: memberRole(agency), status };
    });
    for (const agency of this.#tree.repeated) {
      if (under.some(({ id }) => id === agency.id))
        members.push({ agency, role: memberRole(agency), status: 'repeated' });
    }
    this.groups.push({ government, members, notReported: 0 });
    let notReported = members.filter(({ status }) => status === 'missing' || status === 'otherFormat').length;
    for (const { agency, status } of members) {
      if (kindOf(agency) !== 'government' || this.groupOf.has(agency.id)) continue;
      const below = this.#add(agency, status === 'fromMembers' ? at : -1);
      if (status === 'fromMembers') notReported += below;
    }
    this.groups[at] = { government, members, notReported };
    return notReported;
  }

  #statusOf(agency: AgencyNode): MemberStatus {
    const kind = kindOf(agency);
    if (kind === 'verticalBody' && this.#options.includeVertical !== true) return 'vertical';
    const row = this.#rows.get(agency.id);
    const reported = row?.format.id === this.#format.id;
    const summed = kind === 'government' && this.#hasReports(agency);
    if (summed && (!reported || this.#options.lowerGovernments === 'fromMembers')) return 'fromMembers';
    if (reported) return 'reported';
    return row === undefined ? 'missing' : 'otherFormat';
  }

  #under({ id }: AgencyNode): readonly AgencyNode[] {
    const known = this.#members.get(id) ?? membersUnder(this.#tree, id);
    this.#members.set(id, known);
    return known;
  }

  #hasReports(government: AgencyNode): boolean {
    const known = this.#reporting.get(government.id);
    if (known !== undefined) return known;
    const reporting = this.#under(government).some((agency) => {
      const status = this.#statusOf(agency);
      return status === 'reported' || status === 'fromMembers';
    });
    this.#reporting.set(government.id, reporting);
    return reporting;
  }
}

export interface RollUpSource {
  readonly format: Format;
  /** The figures of each organ that has reported, by its id. */
  readonly rows: ReadonlyMap<string, FigureRow>;
  readonly options?: RollUpOptions;
}

/**
 * Rolls up the figures of a tree for every government in it. A government's own report is what its sum is held against
 * and is not part of it; in the sum of the government above, it counts once.
 */
export function rollUp(tree: AgencyTree, source: RollUpSource): RollUp {
  const { format, rows } = source;
  const builder = new Builder(tree, source);
  builder.addAll(tree.roots);
  const { groups, groupOf } = builder;
  const sums = rollUpEach(format, summedRows(groups, rows), Int32Array.from(builder.parents));
  return { format, rows, groupOf, groups, sums };
}

function* summedRows(
  groups: readonly RollUpGroup[],
  rows: RollUpSource['rows'],
): Iterable<{ row: FigureRow; group: number }> {
  for (const [group, { members }] of groups.entries()) {
    for (const { agency, status } of members) {
      const row = status === 'reported' ? rows.get(agency.id) : undefined;
      if (row !== undefined) yield { row, group };
    }
  }
}

import type { AgencyKind, AgencyProfile } from '../agencies/agency.ts';
import { isGovernmentOffice, profileFromName } from '../agencies/agency-name.ts';
import type { Report } from '../report/report.ts';
import type { Member } from '../rules/rule.ts';

/** One organ of a tree; `parent` is the organ it stands under, null at the top. */
export interface AgencyNode {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly profile: AgencyProfile | null;
}

export interface AgencyTree {
  readonly roots: readonly AgencyNode[];
  readonly nodeOf: ReadonlyMap<string, AgencyNode>;
  readonly childrenOf: ReadonlyMap<string, readonly AgencyNode[]>;
  /** Entries whose id was there already; the first entry counts. */
  readonly repeated: readonly AgencyNode[];
}

/**
 * Lays out organs as a tree, in the order given. An organ whose parent is not among them is a root. Throws a RangeError
 * that names an organ which stands above itself.
 */
export function agencyTree(nodes: readonly AgencyNode[]): AgencyTree {
  const nodeOf = new Map<string, AgencyNode>();
  const repeated: AgencyNode[] = [];
  for (const node of nodes) {
    if (nodeOf.has(node.id)) repeated.push(node);
    else nodeOf.set(node.id, node);
  }
  const roots: AgencyNode[] = [];
  const childrenOf = new Map<string, AgencyNode[]>();
  for (const node of nodeOf.values()) {
    const siblings = node.parent !== null && nodeOf.has(node.parent) ? (childrenOf.get(node.parent) ?? []) : roots;
    if (siblings !== roots && node.parent !== null) childrenOf.set(node.parent, siblings);
    siblings.push(node);
  }
  const reached = new Set<string>();
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    reached.add(node.id);
    open.push(...(childrenOf.get(node.id) ?? []));
  }
  const lost = [...nodeOf.values()].find(({ id }) => !reached.has(id));
  if (lost !== undefined) throw new RangeError(`${lost.name} stands above itself`);
  return { roots, nodeOf, childrenOf, repeated };
}

/** What an organ is, from its profile or else from its name. */
export function kindOf({ profile, name }: AgencyNode): AgencyKind | null {
  return profile === null ? profileFromName(name).kind : profile.kind;
}

/** As what an organ counts in the roll-up of the government it stands under. */
export function memberRole(node: AgencyNode): Member['role'] {
  const kind = kindOf(node);
  if (kind === 'government' || kind === 'township') return 'lowerGovernment';
  return isGovernmentOffice(node.name) ? 'ownOffice' : 'organ';
}

/**
 * The members of a government's roll-up: its own office, its organs with the organs under those, and the governments
 * right below it. What stands under a lower government counts there.
 */
export function membersUnder(tree: AgencyTree, government: string): readonly AgencyNode[] {
  return (tree.childrenOf.get(government) ?? []).flatMap((node) =>
    kindOf(node) === 'government' ? [node] : [node, ...membersUnder(tree, node.id)],
  );
}

/** The members of a government's roll-up as the rules take them, each with its report or none. */
export function checkedMembers(
  tree: AgencyTree,
  government: string,
  reports: ReadonlyMap<string, Report>,
): readonly Member[] {
  return membersUnder(tree, government).map((node) => ({
    id: node.id,
    name: node.name,
    role: memberRole(node),
    profile: node.profile,
    report: reports.get(node.id) ?? null,
  }));
}

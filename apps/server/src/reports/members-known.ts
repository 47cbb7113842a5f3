import type { AgencyNode, AgencyTree, Format, Member, RollUp } from '@nianbao/core';
import { additionsMember, agencyTree, defaultRegionSettings, formatOf, membersInSum, rollUp } from '@nianbao/core';
import type {
  AgencyRow,
  Database,
  FigureBasis,
  FiguresByYear,
  ReportedFigures,
  ReportRow,
  RollUpTakeRow,
} from '@nianbao/database';
import { listAdditions, listAgencyNodes, listTakes, loadFigures, nodesOfYear } from '@nianbao/database';
import { additionsOf, isGovernment } from '../roll-up/government.ts';

/** Who stands under a government, for the check of its report. */
export interface KnownMembers {
  /** Differs whenever a member or its figures do. */
  readonly version: unknown;
  /** The members with their figures, laid out when they are first asked for. */
  readonly members: () => readonly Member[] | null;
}

interface GovernmentReport {
  readonly report: ReportRow;
  readonly agency: AgencyRow;
}

const usual = {
  basis: 'published',
  includeVertical: defaultRegionSettings.verticalBodiesInRollUp,
  lowerGovernments: 'asReported',
} as const satisfies Partial<RollUpTakeRow>;

async function figuresOf(
  database: Database,
  reports: readonly GovernmentReport[],
  bases: ReadonlySet<FigureBasis>,
): Promise<ReadonlyMap<FigureBasis, FiguresByYear>> {
  const roots = [...new Set(reports.map(({ agency }) => agency.id))];
  const years = [...new Set(reports.map(({ report }) => report.year))];
  const loaded = [...bases].map(
    async (basis) => [basis, await loadFigures(database, { roots, years, basis })] as const,
  );
  return new Map(await Promise.all(loaded));
}

/**
 * What is known of the members of governments, by the id of the government's report: their figures on the basis that its
 * sum was taken from, with the office's own additions as one more member. Reports of other agencies have none.
 */
export async function membersKnown(
  database: Database,
  judged: readonly GovernmentReport[],
): Promise<ReadonlyMap<string, KnownMembers>> {
  const reports = judged.filter(({ agency }) => isGovernment(agency));
  if (reports.length === 0) return new Map();
  const ids = reports.map(({ report }) => report.id);
  const [takes, additions, nodes] = await Promise.all([
    listTakes(database, ids),
    listAdditions(database, ids),
    listAgencyNodes(database, [...new Set(reports.map(({ agency }) => agency.id))]),
  ]);
  const takeOf = new Map(takes.map((take) => [take.reportId, take]));
  const optionsOf = (report: ReportRow) => takeOf.get(report.id) ?? usual;
  const figures = await figuresOf(database, reports, new Set(reports.map(({ report }) => optionsOf(report).basis)));
  const years = new Set(reports.map(({ report }) => report.year));
  const trees = new Map([...years].map((year) => [year, agencyTree(nodesOfYear(nodes, year))]));
  const treeOf = ({ year }: ReportRow) => trees.get(year) ?? agencyTree([]);
  const sums = new Map<string, RollUp>();
  /** Reports of several governments of one tree share the sums of a year. */
  const sumsOf = (format: Format, report: ReportRow): RollUp => {
    const { basis, ...options } = optionsOf(report);
    const name = [format.id, report.year, basis, options.includeVertical, options.lowerGovernments].join();
    const reported = figures.get(basis)?.get(report.year) ?? new Map<string, ReportedFigures>();
    const rows = new Map([...reported].map(([id, { row }]) => [id, row]));
    const known = sums.get(name) ?? rollUp(treeOf(report), { format, rows, options });
    sums.set(name, known);
    return known;
  };
  return new Map(
    reports.map(({ report, agency }): [string, KnownMembers] => {
      const { basis, includeVertical, lowerGovernments } = optionsOf(report);
      const reported = figures.get(basis)?.get(report.year);
      const own = additionsOf(report, additions);
      const below = nodesBelow(treeOf(report), agency.id).map(({ id, parent, name, profile }) => {
        const from = reported?.get(id);
        return [id, parent, name, profile?.kind, from?.version, from?.revision];
      });
      const format = formatOf(report.content);
      const government = treeOf(report).nodeOf.get(agency.id);
      const members = () => {
        if (format === null || government === undefined || below.length === 0) return null;
        const added = additionsMember(format, report.year, own);
        const found = membersInSum(sumsOf(format, report), government, report.year);
        return added === null ? found : [...found, added];
      };
      return [report.id, { version: [basis, includeVertical, lowerGovernments, own, below], members }];
    }),
  );
}

function nodesBelow({ childrenOf }: AgencyTree, id: string): AgencyNode[] {
  const below = [...(childrenOf.get(id) ?? [])];
  for (let at = 0; at < below.length; at += 1) below.push(...(childrenOf.get(below[at]?.id ?? '') ?? []));
  return below;
}

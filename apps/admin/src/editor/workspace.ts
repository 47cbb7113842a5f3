import type { Format, Report, TableId } from '@nianbao/core';
import { formatOf, tableGrid } from '@nianbao/core';
import type { Outputs } from '../api/trpc.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import type { GridMap } from '../figures/grid-map.ts';
import { gridMap } from '../figures/grid-map.ts';
import type { Total } from '../figures/totals.ts';
import { totalsByCell } from '../figures/totals.ts';
import type { LiveFindings } from '../findings/live-findings.ts';
import { followReport } from '../findings/live-findings.ts';
import type { Readable, Store } from './store.ts';
import { createStore } from './store.ts';

export type ReportDetail = Outputs['reports']['get'];

/** A report that is open on the screen: its draft, what the check says of it, and which finding is being looked at. */
export interface Workspace {
  readonly id: string;
  readonly format: Format | null;
  readonly prior: Report | null;
  readonly totals: ReadonlyMap<string, Total>;
  readonly maps: ReadonlyMap<TableId, GridMap>;
  readonly draft: DraftSession;
  readonly report: Readable<Report>;
  readonly findings: Store<LiveFindings>;
  /** Key of the finding that the person last went to. */
  readonly selected: Store<string | null>;
}

/** Puts the parts of an open report together. The check follows every edit of the draft. */
export function openWorkspace(detail: ReportDetail, draft: DraftSession): Workspace {
  const report: Readable<Report> = { get: () => draft.snapshot().report, subscribe: draft.subscribe };
  const format = formatOf(report.get());
  const totals = format === null ? new Map<string, Total>() : totalsByCell(format);
  const follow = followReport(report.get(), { agency: detail.agency.profile, prior: detail.prior, totals });
  const findings = createStore(follow(report.get()));
  let checked = report.get();
  draft.subscribe(() => {
    if (report.get() === checked) return;
    checked = report.get();
    findings.set(follow(checked));
  });
  const maps = new Map(format?.tables.map((table) => [table.id, gridMap(tableGrid(format, table))] as const));
  return {
    id: detail.id,
    format,
    prior: detail.prior,
    totals,
    maps,
    draft,
    report,
    findings,
    selected: createStore<string | null>(null),
  };
}

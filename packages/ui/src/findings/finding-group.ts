import type { Finding, Severity } from '@nianbao/core';

/** Where in a report a finding belongs, in the order in which a reader meets them. */
export const findingGroups = ['source', 'report', 'text', 't2', 't3', 't4'] as const;
export type FindingGroup = (typeof findingGroups)[number];

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** The part of the report that a finding is about: the table of its first cell, else its place. */
export function groupOf(finding: Finding): FindingGroup {
  const table = finding.cells[0]?.slice(0, 2);
  if (table === 't2' || table === 't3' || table === 't4') return table;
  return finding.place?.kind ?? 'report';
}

/** Findings by part of the report, errors before warnings before notices; parts without findings are left out. */
export function groupFindings(
  findings: readonly Finding[],
): readonly { readonly group: FindingGroup; readonly findings: readonly Finding[] }[] {
  return findingGroups.flatMap((group) => {
    const own = findings.filter((finding) => groupOf(finding) === group);
    if (own.length === 0) return [];
    return [{ group, findings: own.sort((a, b) => order[a.severity] - order[b.severity]) }];
  });
}

import type { ReportState } from '@nianbao/core';

interface Listed {
  readonly state: ReportState;
  readonly overdue: boolean;
  readonly due: string | null;
  readonly year: number;
  readonly agencyName: string;
}

type Role = 'reviewer' | 'editor';

/** Which states wait for a person of the role, most pressing first. */
const waitingStates: Readonly<Record<Role, readonly ReportState[]>> = {
  reviewer: ['submitted', 'approved'],
  editor: ['returned', 'draft'],
};

/** True for a report that somebody of the role has to act on. */
export function waitsFor(role: Role, report: Pick<Listed, 'state'>): boolean {
  return waitingStates[role].includes(report.state);
}

/** What waits for the person first, the most pressing on top; then the rest by year and name. */
export function boardOrder<T extends Listed>(role: Role, reports: readonly T[]): T[] {
  const rank = ({ state }: Listed) => {
    const at = waitingStates[role].indexOf(state);
    return at === -1 ? waitingStates[role].length : at;
  };
  return reports.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.year - a.year ||
      Number(b.overdue) - Number(a.overdue) ||
      (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
      a.agencyName.localeCompare(b.agencyName, 'zh-CN'),
  );
}

/** The report after the given one that waits for the role, going round at the end; null when none does. */
export function nextWaiting<T extends Listed & { readonly id: string }>(
  role: Role,
  reports: readonly T[],
  current: string,
): T | null {
  const queue = boardOrder(role, reports);
  const at = queue.findIndex(({ id }) => id === current);
  const following = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  return following.find((report) => report.id !== current && waitsFor(role, report)) ?? null;
}

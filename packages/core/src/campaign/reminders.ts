import { daysBetween } from '../calendar/deadlines.ts';
import type { DueReport } from './completeness.ts';
import { progressOf } from './completeness.ts';

/** Days before a deadline on which those who have not done their part are reminded; negative: after it. */
const reminderDays = [14, 7, 3, 1, 0, -1, -3, -7, -14, -21, -28] as const;

export interface Reminder {
  readonly agencyId: string;
  readonly name: string;
  /** What has to be done, by when (ISO date), and how many days are left; negative once it is late. */
  readonly what: 'submit' | 'publish';
  readonly by: string;
  readonly daysLeft: number;
}

const handedIn = new Set(['submitted', 'approved', 'published']);

function nextDuty(report: DueReport): Pick<Reminder, 'what' | 'by'> | null {
  const progress = progressOf(report);
  if (progress === 'published') return null;
  return handedIn.has(progress)
    ? { what: 'publish', by: report.dates.publishBy }
    : { what: 'submit', by: report.dates.submitBy };
}

/**
 * Whom to remind on a day (ISO date). Looks back `since` the day after the last look, so that nobody is left out when a
 * day passed without one; each body gets one reminder, the latest that fell due.
 */
export function remindersOn(reports: readonly DueReport[], today: string, since: string): readonly Reminder[] {
  return reports.flatMap((report) => {
    const duty = nextDuty(report);
    if (duty === null) return [];
    const daysLeft = daysBetween(today, duty.by);
    const passed = daysBetween(since, today);
    const falls = reminderDays.some((days) => days >= daysLeft && days <= daysLeft + passed);
    return falls ? [{ agencyId: report.agencyId, name: report.name, ...duty, daysLeft }] : [];
  });
}

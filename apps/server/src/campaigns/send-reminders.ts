import type { DueReport, Reminder } from '@nianbao/core';
import { chinaDate, progressOf, remindersOn, timelinessOf } from '@nianbao/core';
import type { CampaignRow, Database } from '@nianbao/database';
import { listAgenciesBelow, listDueReports, listHolders, lockUnreminded, updateCampaign } from '@nianbao/database';
import type { NotificationKind } from '../notifications/notification-kinds.ts';
import type { Notice } from '../notifications/notify.ts';
import { notify } from '../notifications/notify.ts';
import { asDueReport } from './due-reports.ts';

const kinds = {
  submit: { before: 'reminder.submit', today: 'reminder.submitToday', late: 'reminder.submitLate' },
  publish: { before: 'reminder.publish', today: 'reminder.publishToday', late: 'reminder.publishLate' },
} as const satisfies Readonly<Record<Reminder['what'], Readonly<Record<string, NotificationKind>>>>;

function kindOf({ what, daysLeft }: Reminder): NotificationKind {
  return kinds[what][daysLeft > 0 ? 'before' : daysLeft === 0 ? 'today' : 'late'];
}

const dayAfter = (date: string) => new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Most names in one sentence; the list itself has all of them. */
const mostNames = 20;

function isBehind(report: DueReport, today: string): boolean {
  if (progressOf(report) === 'published') return false;
  const { dates, submittedOn, publishedOn } = report;
  return [timelinessOf(dates.submitBy, submittedOn, today), timelinessOf(dates.publishBy, publishedOn, today)].includes(
    'overdue',
  );
}

interface Day {
  readonly campaign: CampaignRow;
  readonly reports: readonly DueReport[];
  readonly reminders: readonly Reminder[];
  readonly today: string;
}

/** Editors and heads of the agencies that are to act, each once a day. */
async function toAgencies(transaction: Database, { campaign, reminders, today }: Day): Promise<Notice[]> {
  const ids = reminders.map(({ agencyId }) => agencyId);
  const holders = await listHolders(transaction, ids, ['editor', 'agencyHead']);
  return reminders.flatMap((reminder) => {
    const { agencyId, name, by, daysLeft } = reminder;
    const values = { agency: name, year: campaign.year, by, daysLeft, daysLate: -daysLeft };
    const people = new Set(holders.filter((one) => one.agencyId === agencyId).map(({ userId }) => userId));
    const key = `reminder:${campaign.id}:${agencyId}:${today}`;
    return [...people].map((userId) => ({ userId, kind: kindOf(reminder), values, link: '/admin', key }));
  });
}

/** Reviewers where the campaign was opened, with the names of those who are behind, when there is somebody to remind. */
async function toReviewers(transaction: Database, { campaign, reports, reminders, today }: Day): Promise<Notice[]> {
  const behind = reports.filter((report) => isBehind(report, today));
  if (behind.length === 0 || reminders.length === 0) return [];
  const names = behind.slice(0, mostNames).map(({ name }) => name);
  const more = behind.length > mostNames ? '…' : '';
  const values = { year: campaign.year, count: behind.length, names: `${names.join('、')}${more}` };
  const reviewers = await listHolders(transaction, [campaign.agencyId], ['reviewer']);
  const key = `missing:${campaign.id}:${today}`;
  return reviewers.map(({ userId }) => ({ userId, kind: 'reminder.missing', values, link: '/admin', key }));
}

async function remind(transaction: Database, campaign: CampaignRow, now: Date): Promise<void> {
  const today = chinaDate(now.toISOString());
  const agencies = await listAgenciesBelow(transaction, [campaign.agencyId]);
  const rows = await listDueReports(
    transaction,
    agencies.map(({ id }) => id),
    campaign.year,
  );
  // Lists of governments further down remind by themselves.
  const reports = rows.filter(({ due }) => due.due && due.campaignId === campaign.id).map(asDueReport);
  const since = campaign.remindedOn === null ? today : dayAfter(campaign.remindedOn);
  const day = { campaign, reports, reminders: remindersOn(reports, today, since), today };
  await notify(transaction, [...(await toAgencies(transaction, day)), ...(await toReviewers(transaction, day))], now);
  await updateCampaign(transaction, campaign.id, { remindedOn: today });
}

/** Reminds those who are to act, before and after the deadlines of every open campaign; once a day, whoever asks. */
export async function sendReminders(transaction: Database, now: Date): Promise<void> {
  const campaigns = await lockUnreminded(transaction, chinaDate(now.toISOString()));
  for (const campaign of campaigns) await remind(transaction, campaign, now);
}

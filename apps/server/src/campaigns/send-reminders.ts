import type { DueReport, Reminder } from '@nianbao/core';
import { chinaDate, progressOf, remindersOn, timelinessOf } from '@nianbao/core';
import type { CampaignRow, Database, DueReportWithState, JobQueue } from '@nianbao/database';
import {
  listAgenciesBelow,
  listDueReports,
  listHolders,
  listMailable,
  lockUnreminded,
  updateCampaign,
} from '@nianbao/database';
import { mailOf } from '../identity/mail-address.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
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
  readonly rows: readonly DueReportWithState[];
  readonly reports: readonly DueReport[];
  readonly reminders: readonly Reminder[];
  readonly today: string;
}

/** Editors and heads of the agencies that are to act, each once a day. */
async function toAgencies(transaction: Database, { campaign, rows, reminders, today }: Day): Promise<Notice[]> {
  const ids = reminders.map(({ agencyId }) => agencyId);
  const reportOf = new Map(rows.map(({ agency, reportId }) => [agency.id, reportId]));
  const holders = await listHolders(transaction, ids, ['editor', 'agencyHead']);
  return reminders.flatMap((reminder) => {
    const { agencyId, name, by, daysLeft } = reminder;
    const values = { agency: name, year: campaign.year, by, daysLeft, daysLate: -daysLeft };
    const people = new Set(holders.filter((one) => one.agencyId === agencyId).map(({ userId }) => userId));
    const key = `reminder:${campaign.id}:${agencyId}:${today}`;
    const reportId = reportOf.get(agencyId) ?? null;
    const link = reportId === null ? '/admin' : `/admin/reports/${reportId}`;
    return [...people].map((userId) => ({ userId, kind: kindOf(reminder), values, link, key }));
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

interface Sending {
  readonly jobs: Pick<JobQueue, 'send'>;
  /** Whether a mail server is configured. */
  readonly sendsMail: boolean;
  readonly now: Date;
}

/** Tells people in the application, and by mail those who have an address and want mails. */
async function tell(transaction: Database, notices: readonly Notice[], { jobs, sendsMail, now }: Sending) {
  const told = await notify(transaction, notices, now);
  const ids = sendsMail ? told.map(({ id }) => id) : [];
  for (const { notification, email } of await listMailable(transaction, ids)) {
    if (mailOf(email) === null) continue;
    await jobs.send(transaction, { kind: jobKinds.mailReminder, data: { notificationId: notification.id } });
  }
}

async function remind(transaction: Database, campaign: CampaignRow, sending: Sending): Promise<void> {
  const { now } = sending;
  const today = chinaDate(now.toISOString());
  const agencies = await listAgenciesBelow(transaction, [campaign.agencyId]);
  const listed = await listDueReports(
    transaction,
    agencies.map(({ id }) => id),
    campaign.year,
  );
  // Lists of governments further down remind by themselves.
  const rows = listed.filter(({ due }) => due.due && due.campaignId === campaign.id);
  const reports = rows.map(asDueReport);
  const since = campaign.remindedOn === null ? today : dayAfter(campaign.remindedOn);
  const day = { campaign, rows, reports, reminders: remindersOn(reports, today, since), today };
  const notices = [...(await toAgencies(transaction, day)), ...(await toReviewers(transaction, day))];
  await tell(transaction, notices, sending);
  await updateCampaign(transaction, campaign.id, { remindedOn: today });
}

/** Reminds those who are to act, before and after the deadlines of every open campaign; once a day, whoever asks. */
export async function sendReminders(transaction: Database, sending: Sending): Promise<void> {
  const campaigns = await lockUnreminded(transaction, chinaDate(sending.now.toISOString()));
  for (const campaign of campaigns) await remind(transaction, campaign, sending);
}

import { usualDeadlines } from '@nianbao/core';
import { schema, updatePerson } from '@nianbao/database';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jobKinds } from '../jobs/job-kinds.ts';
import { openMailer } from '../mail/mailer.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer } from '../testing/index.ts';
import type { TestMailServer } from '../testing/mail-server.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { mailReminder } from './mail-reminder.ts';

const year = 2025;
const mailOfEditor = 'editor@yunxi.example';
const mailOfReviewer = 'reviewer@yunxi.example';

const dayBefore = new Date('2026-01-30T01:00:00.000Z');
const dayAfter = new Date('2026-02-01T01:00:00.000Z');

let smtp: TestMailServer;
let server: TestServer;
let reportId: string;

async function giveMail(username: string, email: string): Promise<string> {
  const person = await server.database.query.user.findFirst({ where: (row, { eq }) => eq(row.username, username) });
  await updatePerson(server.database, person?.id ?? '', { email });
  return person?.id ?? '';
}

beforeEach(async () => {
  smtp = await startMailServer();
  server = await createTestServer({ works: true, mail: smtp.settings });
  const [editor, reviewer] = [await server.as('editor'), await server.as('reviewer')];
  const lastDay = { submitBy: '2026-01-31', publishBy: '2026-01-31' };
  const settings = { year, deadlines: { ...usualDeadlines(year), departments: lastDay }, note: null };
  await reviewer.campaigns.open.mutate({ agencyId: server.agencies.county.id, settings });
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year }));
  await giveMail('editor', mailOfEditor);
  await giveMail('reviewer', mailOfReviewer);
  server.clock = dayAfter;
});
afterEach(async () => {
  await server.close();
  await smtp.close();
});

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

/** Looks whom to remind, and waits until nothing of it is left to do. */
async function remind(): Promise<void> {
  await server.jobs.send(server.database, { kind: jobKinds.remind, data: {} });
  await until(async () => {
    const open = `select count(*)::int as open from jobs.job where name in ('remind', 'mail-reminder') and state in ('created', 'retry', 'active')`;
    expect(await server.database.execute(open)).toMatchObject([{ open: 0 }]);
  });
}

test('a reminder goes out by mail once, in both languages, with the link to the report', async () => {
  server.clock = dayBefore;
  await remind();
  const [mail] = smtp.mailsTo(mailOfEditor);
  const told = (await (await server.as('editor')).notifications.list.query({})).notifications[0];
  expect(told?.link).toBe(`/admin/reports/${reportId}`);
  expect(mail?.text).toContain(told?.zh);
  expect(mail?.text).toContain(told?.en);
  expect(mail?.text).toContain('2026-01-31');
  expect(mail?.text).toContain(`http://nianbao.test/admin/reports/${reportId}\r\n`);
  await remind();
  expect(smtp.received.map(({ to }) => to)).toEqual([mailOfEditor]);
  server.clock = dayAfter;
  await remind();
  expect(smtp.mailsTo(mailOfReviewer)[0]?.text).toContain('云溪县教育局');
  expect(smtp.mailsTo(mailOfEditor).map(({ text }) => /逾期1天|还有1天/.exec(text)?.[0])).toEqual([
    '还有1天',
    '逾期1天',
  ]);
});

test('whoever has no address, or wants no mails, is told in the application alone', async () => {
  const reviewer = await server.as('reviewer');
  expect(await reviewer.account.get.query()).toMatchObject({ mail: mailOfReviewer, reminderMails: true });
  await reviewer.account.setReminderMails.mutate({ reminderMails: false });
  expect(await reviewer.account.get.query()).toMatchObject({ reminderMails: false });
  await remind();
  expect(smtp.received.map(({ to }) => to)).toEqual([mailOfEditor]);
  for (const person of ['reviewer', 'colleague', 'agencyHead'] as const) {
    expect(await (await server.as(person)).notifications.list.query({})).toMatchObject({ unread: 1 });
  }
});

test('a mail that was refused is sent again; a reminder of the day before is not', async () => {
  smtp.refusing = 1;
  await server.jobs.send(server.database, { kind: jobKinds.remind, data: {} });
  // The wait before the next attempt is skipped.
  const tryAgain = `update jobs.job set start_after = now() where name = 'mail-reminder' and state = 'retry'`;
  await until(async () => {
    await server.database.execute(tryAgain);
    expect(smtp.received.map(({ to }) => to).sort()).toEqual([mailOfEditor, mailOfReviewer]);
  });
  expect(smtp.refusing).toBe(0);
  const rows = await server.database.select().from(schema.notification);
  const late = await giveMail('colleague', 'colleague@yunxi.example');
  const told = rows.find(({ userId }) => userId === late);
  const mailer = openMailer(smtp.settings);
  const parts = { database: server.database, mailer, publicUrl: 'https://nianbao.example' };
  await mailReminder(parts, told?.id ?? '', new Date('2026-02-02T01:00:00.000Z'));
  expect(smtp.received).toHaveLength(2);
  await mailReminder(parts, told?.id ?? '', server.clock);
  await mailReminder(parts, told?.id ?? '', server.clock);
  expect(smtp.received.map(({ to }) => to).slice(2)).toEqual(['colleague@yunxi.example']);
  expect(smtp.received[2]?.messageId).toBe(`<reminder-${told?.id}@nianbao.example>`);
  mailer.close();
});

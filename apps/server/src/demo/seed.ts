import { randomBytes } from 'node:crypto';
import type { Report } from '@nianbao/core';
import { changesBetween, grantsOf, usualDeadlines } from '@nianbao/core';
import type { AgencyRow, Database, JobQueue } from '@nianbao/database';
import { fillEmptyDatabase, findCampaign, findReport, insertAgency, insertMembership } from '@nianbao/database';
import { renameAgency } from '../agencies/rename-agency.ts';
import { mergeAgencies } from '../agencies/reorganise.ts';
import { agencyIdSchema, reportIdSchema } from '../api/ids.ts';
import { extend } from '../campaigns/due-agency.ts';
import { openCampaign } from '../campaigns/open-campaign.ts';
import { startThread } from '../comments/write-comment.ts';
import { createPerson } from '../identity/create-person.ts';
import type { Person } from '../identity/person.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { createReport } from '../reports/create-report.ts';
import type { ReportContext } from '../reports/make-move.ts';
import { moveReport } from '../reports/move-report.ts';
import { writeChanges } from '../reports/write-changes.ts';
import { demoAccounts } from './accounts.ts';
import type { DemoAgency } from './agencies.ts';
import { demoAgencies, demoMerger, demoRegion } from './agencies.ts';
import { begun, demoReport, unfinished, wrongFees } from './reports.ts';
import type { Course, Draft, Step } from './season.ts';
import { demoCampaign, demoSeason } from './season.ts';

type Key = DemoAgency['key'];

interface Cast {
  readonly jobs: JobQueue;
  readonly agencies: ReadonlyMap<Key, AgencyRow>;
  readonly editors: ReadonlyMap<Key, Person>;
  readonly reviewer: Person;
  readonly administrator: Person;
}

async function seedAgencies(database: Database): Promise<Map<Key, AgencyRow>> {
  const rows = new Map<Key, AgencyRow>();
  for (const [position, { key, name: now, former, kind, level, creditCode }] of demoAgencies.entries()) {
    const name = former?.name ?? now;
    const parentId = rows.get('county')?.id ?? null;
    const row = { name, kind, level, creditCode, position, parentId, regionCode: demoRegion };
    rows.set(key, await insertAgency(database, { ...row, mayMakeRegulations: false }));
  }
  return rows;
}

async function seedPeople(database: Database, agencies: ReadonlyMap<Key, AgencyRow>): Promise<Omit<Cast, 'jobs'>> {
  const editors = new Map<Key, Person>();
  let reviewer: Person | null = null;
  let administrator: Person | null = null;
  for (const { username, name, password, roles } of demoAccounts) {
    const memberships = roles.flatMap(({ agency, role }) => {
      const row = agencies.get(agency);
      return row === undefined ? [] : [{ agencyId: row.id, agencyName: row.name, role }];
    });
    const keeper = memberships[0]?.agencyId;
    const id = await createPerson(database, {
      ...{ name, username, password: password ?? randomBytes(24).toString('hex') },
      ...(keeper === undefined ? {} : { agencyId: keeper }),
    });
    for (const { agencyId, role } of memberships) await insertMembership(database, { userId: id, agencyId, role });
    const person: Person = { id, name, username, memberships };
    for (const { agency, role } of roles) if (role === 'editor') editors.set(agency, person);
    if (roles.some(({ role }) => role === 'reviewer')) reviewer = person;
    if (roles.some(({ role }) => role === 'administrator')) administrator = person;
  }
  if (reviewer === null || administrator === null)
    throw new Error('the demonstration has no reviewer or administrator');
  return { agencies, editors, reviewer, administrator };
}

const drafts: Readonly<Record<Draft, (report: Report) => Report>> = {
  finished: (report) => report,
  unfinished,
  begun,
  wrongFees,
};

const editorsMoves: ReadonlySet<string> = new Set(['submit', 'withdraw']);

const isReviewers = (step: Step) => 'comment' in step || ('move' in step && !editorsMoves.has(step.move));

function agencyOf(cast: Cast, key: Key): AgencyRow {
  const agency = cast.agencies.get(key);
  if (agency === undefined) throw new Error(`there is no ${key}`);
  return agency;
}

const contextsOf =
  (database: Database, { jobs }: Cast) =>
  (person: Person, day: string) => ({
    ...{ database, jobs, person },
    ...{ requestId: 'demonstration', door: 'system' as const, address: null },
    now: new Date(`${day}T02:30:00.000Z`),
  });

/** What became of the county's bodies between the two years: a merger, and new names. */
async function reorganise(database: Database, cast: Cast): Promise<void> {
  const context = contextsOf(database, cast)(cast.administrator, '2025-04-08');
  const idOf = (key: Key) => agencyIdSchema.parse(agencyOf(cast, key).id);
  const { year, from, to } = demoMerger;
  await mergeAgencies({ ...context, agency: agencyOf(cast, to) }, { agencyId: idOf(to), year, from: from.map(idOf) });
  for (const { key, name, former } of demoAgencies) {
    if (former === undefined) continue;
    await renameAgency({ ...context, agency: agencyOf(cast, key) }, { agencyId: idOf(key), name, fromYear: year });
  }
}

/** Opens this year for the county, and gives one body more time. */
async function openYear(database: Database, cast: Cast): Promise<void> {
  const { year, openedOn, note, extension } = demoCampaign;
  const contextOn = (day: string) => contextsOf(database, cast)(cast.reviewer, day);
  const agency = agencyOf(cast, 'county');
  const settings = { year, deadlines: usualDeadlines(year), note };
  const input = { agencyId: agencyIdSchema.parse(agency.id), settings };
  const { id: campaignId } = await openCampaign({ ...contextOn(openedOn), agency }, input);
  const campaign = await findCampaign(database, campaignId);
  if (campaign === null) throw new Error('the campaign was opened');
  const { day, agency: key, until, reason } = extension;
  const extended = { campaignId, agencyId: agencyIdSchema.parse(agencyOf(cast, key).id), until, reason };
  await extend({ ...contextOn(day), campaign }, extended);
}

/** Plays one report through its steps as the people would, by the same use cases. */
async function play(database: Database, cast: Cast, { agency: key, year, steps }: Course): Promise<void> {
  const agency = cast.agencies.get(key);
  const editor = cast.editors.get(key);
  const body = demoAgencies.find((candidate) => candidate.key === key);
  if (agency === undefined || editor === undefined || body === undefined) throw new Error(`nobody fills in ${key}`);
  const contextOf = contextsOf(database, cast);
  const first = contextOf(editor, steps[0]?.day ?? `${year + 1}-01-01`);
  const created = await createReport({ ...first, agency }, { agencyId: agencyIdSchema.parse(agency.id), year });
  const id = reportIdSchema.parse(created.id);
  for (const step of steps) {
    const person = isReviewers(step) ? cast.reviewer : editor;
    const found = await findReport(database, id);
    if (found === null) throw new Error(`no report ${id}`);
    const opened = { ...found, grants: grantsOf(person.memberships, found.lineage) };
    await take({ ...contextOf(person, step.day), opened }, step, demoReport(body, year));
  }
}

async function take(context: ReportContext, step: Step, finished: Report): Promise<void> {
  const { report } = context.opened;
  if ('write' in step) {
    const changes = changesBetween(report.content, drafts[step.write](finished));
    await writeChanges(context, { revision: report.revision, changes, action: 'report.save' });
    return;
  }
  if ('comment' in step) {
    const reportId = reportIdSchema.parse(report.id);
    await startThread(context, { reportId, anchor: step.about, text: step.comment, followUp: true });
    return;
  }
  const { move, reason = null } = step;
  await moveReport(context, { id: reportIdSchema.parse(report.id), revision: report.revision, move, reason });
}

/** Fills a database with the invented county, if it is empty: its bodies, people, last year's reports, this year's campaign and work. */
export async function seedDemonstration(database: Database, jobs: JobQueue): Promise<boolean> {
  return fillEmptyDatabase(database, async (transaction) => {
    const cast = { ...(await seedPeople(transaction, await seedAgencies(transaction))), jobs };
    for (const course of demoSeason[2024]) await play(transaction, cast, course);
    await reorganise(transaction, cast);
    await openYear(transaction, cast);
    for (const course of demoSeason[2025]) await play(transaction, cast, course);
    await jobs.send(transaction, { kind: jobKinds.indexAgencies, data: {}, key: 'demonstration' });
  });
}

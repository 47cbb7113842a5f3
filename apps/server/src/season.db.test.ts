import type { Report } from '@nianbao/core';
import { cellDifferences, formatById, usualDeadlines } from '@nianbao/core';
import { insertAgency, insertMembership, verifyAuditTrail, verifyPublications } from '@nianbao/database';
import { readReport } from '@nianbao/documents';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { agencyIdSchema } from './api/ids.ts';
import type { DemoAgency } from './demo/agencies.ts';
import { demoAgencies } from './demo/agencies.ts';
import { addFigures, factsFrom } from './demo/figures.ts';
import { demoFigures } from './demo/figures-by-year.ts';
import { narrate } from './demo/narrative.ts';
import { demoReport, wrongFees } from './demo/reports.ts';
import { createPerson } from './identity/create-person.ts';
import { jobKinds } from './jobs/job-kinds.ts';
import type { TestServer } from './testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, secretIn, testClient } from './testing/index.ts';

type Caller = ReturnType<typeof testClient>['api'];
type AgencyId = z.infer<typeof agencyIdSchema>;

const [lastYear, year] = [2024, 2025] as const;
const format = formatById['2021'];
const inForce = 't2.normativeDocuments.inForce';
const password = 'a password for the season';

/** The bodies of the county, with what they report. */
const body = (key: DemoAgency['key']): DemoAgency => {
  const found = demoAgencies.find((agency) => agency.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

/** A body of the city above, which has the same tasks. */
const ofCity = (key: 'county' | 'office' | 'forestry'): DemoAgency => {
  const [name, self] = [body(key).name, body(key).self].map((text) =>
    text.replace('云溪县', '澄江市').replace('县', '市'),
  );
  return { ...body(key), name: name ?? '', self: self ?? '' };
};

const countyMembers = ['office', 'development', 'education', 'forestry', 'qinglan', 'shiqiao'] as const;
const merging = ['culture', 'tourism'] as const;

let server: TestServer;
/** Everybody of the season: one person each at the two governments, and one editor for the bodies of each. */
let people: Readonly<
  Record<'cityAdministrator' | 'cityReviewer' | 'cityEditor' | 'countyReviewer' | 'countyEditor', Caller>
>;
/** Ids of the agencies: of the county by their keys, of the city with a prefix. */
const ids: Record<string, AgencyId> = {};
const campaigns = { city: '', county: '' };

const idOf = (key: string): AgencyId => {
  const id = ids[key];
  if (id === undefined) throw new Error(`no ${key}`);
  return id;
};

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

const on = (day: string) => {
  server.clock = new Date(`${day}T02:00:00.000Z`);
};

async function signIn(username: string): Promise<Caller> {
  const client = testClient(server);
  expect((await client.post('/sign-in/username', { username, password })).status).toBe(200);
  return client.api;
}

/** Invites somebody, who sets a password by the link and signs in. */
async function invite(
  administrator: Caller,
  agencies: readonly string[],
  role: 'editor' | 'reviewer',
  username: string,
) {
  const [agencyId = '', ...more] = agencies;
  const { id, link } = await administrator.people.create.mutate({ agencyId, name: username, username, role });
  for (const other of more) await administrator.people.grantRole.mutate({ agencyId: other, personId: id, role });
  await testClient(server).api.account.setPassword.mutate({ secret: secretIn(link.address), password });
  return signIn(username);
}

beforeAll(async () => {
  server = await createTestServer({ works: true });
  on('2025-01-08');
  const { database } = server;
  // An installation begins with one government and its administrator.
  const city = await insertAgency(database, {
    name: '澄江市人民政府',
    kind: 'government',
    level: 'prefectural',
    mayMakeRegulations: false,
    parentId: null,
  });
  const first = await createPerson(database, { name: '市管理员', username: 'cityadmin', password });
  await insertMembership(database, { userId: first, agencyId: city.id, role: 'administrator' });
  const cityAdministrator = await signIn('cityadmin');
  ids['city.county'] = agencyIdSchema.parse(city.id);
  const add = async (name: string, parentId: string, { kind, level }: Pick<DemoAgency, 'kind' | 'level'>) => {
    const fields = { parentId, name, kind, level, mayMakeRegulations: false };
    return agencyIdSchema.parse((await cityAdministrator.agencies.create.mutate(fields)).id);
  };
  for (const key of ['office', 'forestry'] as const) {
    ids[`city.${key}`] = await add(ofCity(key).name, city.id, { kind: 'department', level: 'prefectural' });
  }
  ids.county = await add(body('county').name, city.id, body('county'));
  for (const key of [...countyMembers, ...merging]) {
    ids[key] = await add(body(key).name, idOf('county'), body(key));
  }
  const below = [...countyMembers, ...merging].map(idOf);
  people = {
    cityAdministrator,
    cityReviewer: await invite(cityAdministrator, [city.id], 'reviewer', 'cityreviewer'),
    cityEditor: await invite(
      cityAdministrator,
      [city.id, idOf('city.office'), idOf('city.forestry')],
      'editor',
      'cityeditor',
    ),
    countyReviewer: await invite(cityAdministrator, [idOf('county')], 'reviewer', 'countyreviewer'),
    countyEditor: await invite(cityAdministrator, [idOf('county'), ...below], 'editor', 'countyeditor'),
  };
});
afterAll(() => server.close());

/** Has all texts compared that were saved: the pause in which more may be saved is left out. */
async function compared() {
  const waiting = `name = '${jobKinds.indexReport.name}' and state in ('created', 'retry', 'active')`;
  await until(async () => {
    await server.database.execute(`update jobs.job set start_after = now() where ${waiting} and start_after > now()`);
    const open = await server.database.execute(`select count(*)::int as open from jobs.job where ${waiting}`);
    expect(open).toMatchObject([{ open: 0 }]);
  });
}

/** Answers every warning that stands, as an editor does who has looked into it. */
async function explain(editor: Caller, id: string) {
  const { findings } = await editor.reports.get.query({ id });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const { rule, instance, severity } of findings) {
    if (severity === 'warning') await editor.reports.explain.mutate({ id, rule, instance, text: '经核对，情况属实。' });
  }
}

async function submitted(editor: Caller, key: string, content: Report): Promise<string> {
  const { id } = await editor.reports.create.mutate({ agencyId: idOf(key), year: content.year ?? year });
  await fillIn(editor, id, content);
  if (key.startsWith('city.')) await compared();
  await explain(editor, id);
  await move(editor, id, { move: 'submit' });
  return id;
}

async function published(editor: Caller, reviewer: Caller, key: string, content: Report): Promise<string> {
  const id = await submitted(editor, key, content);
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
  return id;
}

/** What the public reads: the JSON of the version in force. */
async function publicFacts(key: string) {
  const answer = await server.request(`/agencies/${idOf(key)}/${year}.json`);
  expect(answer.status).toBe(200);
  const read = await readReport(new Uint8Array(await answer.arrayBuffer()), { fileName: 'report.json' });
  if (!read.ok) throw new Error(read.error.code);
  return read.report.facts;
}

/** Adds figures up anew, in the smallest unit, from nothing but what is public. */
async function recount(keys: readonly string[]) {
  const all = await Promise.all(keys.map(publicFacts));
  return Object.fromEntries(
    format.cells.flatMap(({ key }) => {
      const values = all.map((facts) => facts[key]).filter((value) => typeof value === 'number');
      const hundredths = values.reduce((sum, value) => sum + Math.round(value * 100), 0);
      return values.length === 0 ? [] : [[key, hundredths / 100]];
    }),
  );
}

const publicNumbers = async (key: string) =>
  Object.fromEntries(Object.entries(await publicFacts(key)).filter(([, value]) => typeof value === 'number'));

const completenessAt = async (caller: Caller, which: 'city' | 'county') => {
  const { nodes } = await caller.campaigns.get.query({ campaignId: campaigns[which] });
  return new Map(nodes.map(({ agencyId, completeness }) => [agencyId, completeness]));
};

test('a season of twelve bodies on two levels, from opening the year to the last correction', {
  timeout: 60_000,
}, async () => {
  const { cityAdministrator, cityReviewer, cityEditor, countyReviewer, countyEditor } = people;
  expect(Object.keys(ids)).toHaveLength(12);

  // Last year, which the merger carries over.
  for (const key of merging) await published(countyEditor, countyReviewer, key, demoReport(body(key), lastYear));

  // The city opens the year for all; the county opens it for itself, with a day of its own.
  on('2026-01-05');
  const settings = { year, deadlines: usualDeadlines(year), note: null };
  const opened = await cityReviewer.campaigns.open.mutate({ agencyId: idOf('city.county'), settings });
  expect(opened).toMatchObject({ due: 12, notDue: 0 });
  const earlier = { ...settings.deadlines, departments: { submitBy: '2026-01-15', publishBy: '2026-01-28' } };
  const own = await countyReviewer.campaigns.open.mutate({
    ...{ agencyId: idOf('county'), settings: { ...settings, deadlines: earlier } },
  });
  // Its own report stays on the city's list.
  expect(own).toMatchObject({ due: 8 });
  Object.assign(campaigns, { city: opened.id, county: own.id });
  const shiqiao = { campaignId: own.id, agencyId: idOf('shiqiao'), until: '2026-02-20', reason: '街道搬迁' };
  await countyReviewer.campaigns.extend.mutate(shiqiao);

  // Most hand in; one is sent back and mends it, one publishes a wrong figure, one is to be public at a minute.
  on('2026-01-12');
  await published(countyEditor, countyReviewer, 'office', demoReport(body('office'), year));
  const education = await published(
    countyEditor,
    countyReviewer,
    'education',
    wrongFees(demoReport(body('education'), year)),
  );
  const forestry = await published(countyEditor, countyReviewer, 'forestry', demoReport(body('forestry'), year));
  const qinglan = await submitted(countyEditor, 'qinglan', demoReport(body('qinglan'), year));
  await move(countyReviewer, qinglan, { move: 'return', reason: '请写清补贴公开到哪一级。' });
  const development = await submitted(countyEditor, 'development', demoReport(body('development'), year));
  await move(countyReviewer, development, { move: 'approve' });
  const { revision } = await countyReviewer.reports.get.query({ id: development });
  await countyReviewer.reports.schedule.mutate({ id: development, revision, at: '2026-01-20T09:00' });

  // Mid-way the bodies for culture and tourism become one: on the list at once, with what both carried over.
  on('2026-01-16');
  const { id: both } = await cityAdministrator.agencies.create.mutate({
    ...{ parentId: idOf('county'), name: body('cultureTourism').name, kind: 'department' as const },
    ...{ level: 'county' as const, mayMakeRegulations: false },
  });
  ids.cultureTourism = agencyIdSchema.parse(both);
  await cityAdministrator.agencies.merge.mutate({ agencyId: both, year, from: merging.map(idOf) });
  const editorId = (await cityAdministrator.people.list.query({ search: 'countyeditor' })).people[0]?.id ?? '';
  await cityAdministrator.people.grantRole.mutate({ agencyId: both, personId: editorId, role: 'editor' });
  const { list } = await countyReviewer.campaigns.get.query({ campaignId: own.id });
  expect(list.filter(({ due }) => due).map(({ agencyId }) => agencyId)).toEqual(expect.arrayContaining([both]));
  expect((await completenessAt(countyReviewer, 'county')).get(idOf('county'))?.due).toBe(8);
  const { id: merged } = await countyEditor.reports.create.mutate({ agencyId: both, year });
  const begun = await countyEditor.reports.get.query({ id: merged });
  expect(begun.report.facts).toMatchObject({ 't3.carriedIn.total': 2, [inForce]: 5 });
  expect(begun.due).toBe('2026-01-28');
  const written = demoReport(body('cultureTourism'), year);
  // One document more in force than last year's stock, less what was repealed, gives: to be explained.
  await fillIn(countyEditor, merged, { ...written, facts: { ...written.facts, [inForce]: 6 } });
  expect(await refusalOf(move(countyEditor, merged, { move: 'submit' }))).toMatchObject({ code: 'MOVE_REFUSED' });
  await explain(countyEditor, merged);
  await move(countyEditor, merged, { move: 'submit' });
  await move(countyReviewer, merged, { move: 'approve' });
  await move(countyReviewer, merged, { move: 'publish' });
  await move(countyEditor, qinglan, { move: 'submit' });
  await move(countyReviewer, qinglan, { move: 'approve' });
  await move(countyReviewer, qinglan, { move: 'publish' });

  // The minute comes.
  on('2026-01-20');
  await server.database.execute(
    `update jobs.job set start_after = now() where name = '${jobKinds.publishScheduled.name}'`,
  );
  await until(async () => expect((await countyEditor.reports.get.query({ id: development })).state).toBe('published'));

  // Past the day: who is missing, who has more time, at both levels.
  on('2026-02-03');
  const atCounty = (await completenessAt(countyReviewer, 'county')).get(idOf('county'));
  expect(atCounty).toMatchObject({
    due: 8,
    progress: { published: 6, notStarted: 2 },
    publication: { onTime: 6, late: 0, open: 2, overdue: 0 },
  });
  const atCity = (await completenessAt(cityReviewer, 'city')).get(idOf('city.county'));
  expect(atCity).toMatchObject({ due: 11, progress: { published: 6, notStarted: 5 } });
  expect(atCity?.missing.filter(({ overdue }) => overdue).map(({ name }) => name)).toEqual(['澄江市林业局']);
  await published(countyEditor, countyReviewer, 'shiqiao', demoReport(body('shiqiao'), year));
  expect((await countyEditor.reports.get.query({ id: forestry })).findings).toEqual([]);

  // The county takes the sum in, and is told when a source is corrected, with what was changed and why.
  on('2026-02-25');
  const countyReport = { ...demoReport(body('county'), year), facts: {} };
  const { id: county } = await countyEditor.reports.create.mutate({ agencyId: idOf('county'), year });
  await fillIn(countyEditor, county, countyReport);
  const take = async (editor: Caller, reportId: string) => {
    const { revision: seen } = await editor.reports.get.query({ id: reportId });
    return editor.rollUp.take.mutate({ reportId, revision: seen, basis: 'published' });
  };
  expect((await take(countyEditor, county)).coverage).toMatchObject({ missing: [] });
  const note = '收费金额误填，应为41.2万元，现予更正。';
  await move(countyEditor, education, { move: 'correct', reason: note });
  await fillIn(countyEditor, education, demoReport(body('education'), year));
  await explain(countyEditor, education);
  await move(countyEditor, education, { move: 'submit' });
  await move(countyReviewer, education, { move: 'approve' });
  await move(countyReviewer, education, { move: 'publish' });
  const anyone = await server.as(null);
  expect(
    (await anyone.published.get.query({ agencyId: idOf('education'), year })).versions.map((version) => version.note),
  ).toEqual([null, note]);
  const stale = await countyEditor.rollUp.state.query({ reportId: county });
  expect(stale.sources).toMatchObject([
    { agencyId: idOf('education'), kind: 'corrected', takenVersion: 1, version: 2 },
  ]);
  expect((await take(countyEditor, county)).changed.map(({ key }) => key)).toEqual(['t2.fees.amount']);

  // It is approved at the county and accepted by the city before it is public; until then nothing of it is.
  await explain(countyEditor, county);
  await move(countyEditor, county, { move: 'submit' });
  await move(countyReviewer, county, { move: 'approve' });
  expect(await refusalOf(move(countyReviewer, county, { move: 'accept' }))).toMatchObject({ code: 'NOT_ALLOWED' });
  await move(cityReviewer, county, { move: 'accept' });
  const early = anyone.published.get.query({ agencyId: idOf('county'), year });
  expect(await refusalOf(early)).toMatchObject({ code: 'NOT_FOUND' });
  await move(countyReviewer, county, { move: 'publish' });

  // The city counts its own bodies and the county as it reported.
  on('2026-03-10');
  for (const key of ['office', 'forestry'] as const) {
    const id = await published(cityEditor, cityReviewer, `city.${key}`, demoReport(ofCity(key), year));
    // It repeats what the county's body has published, and had to say why.
    const { findings, explanations } = await cityEditor.reports.get.query({ id });
    const repeats = { rule: 'TEXT-SIMILAR', instance: body(key).name };
    expect(findings).toContainEqual(expect.objectContaining(repeats));
    expect(explanations).toMatchObject([{ ...repeats, stands: true }]);
  }
  const sum = addFigures(
    [demoFigures[year].county, demoFigures[year].office, demoFigures[year].forestry].flatMap((one) => one ?? []),
  );
  const cityBody = ofCity('county');
  const plain = demoReport(cityBody, year);
  const told = narrate(year, { agency: cityBody, figures: sum }, plain.sections);
  const { id: city } = await cityEditor.reports.create.mutate({ agencyId: idOf('city.county'), year });
  await fillIn(cityEditor, city, { ...plain, ...told, facts: {} });
  await take(cityEditor, city);
  await compared();
  await explain(cityEditor, city);
  await move(cityEditor, city, { move: 'submit' });
  await move(cityReviewer, city, { move: 'approve' });
  await move(cityReviewer, city, { move: 'publish' });

  // Every sum is that of a count from scratch, from what the public reads.
  const members = [...countyMembers, 'cultureTourism'];
  expect(await publicNumbers('county')).toEqual(await recount(members));
  expect(await publicNumbers('city.county')).toEqual(await recount(['county', 'city.office', 'city.forestry']));
  const beside = cellDifferences(format, factsFrom(sum), await publicFacts('city.county'));
  expect(beside.map(({ key }) => key)).toEqual([inForce]);
  expect((await anyone.published.get.query({ agencyId: both, year })).explanations).toHaveLength(1);

  // Nobody is missing anywhere, and the trail tells it all.
  for (const which of ['city', 'county'] as const) {
    const counted = [...(await completenessAt(which === 'city' ? cityReviewer : countyReviewer, which)).values()];
    expect(counted.every(({ missing, due, progress }) => missing.length === 0 && progress.published === due)).toBe(
      true,
    );
  }
  expect(await verifyAuditTrail(server.database)).toMatchObject({ faults: [], faultsInAll: 0 });
  expect(await verifyPublications(server.database)).toMatchObject({ faults: [], publications: 14 });
  const { history } = await countyEditor.reports.get.query({ id: county });
  expect(history.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['report.rollUp', 'report.submit', 'report.approve', 'report.accept', 'report.publish']),
  );

  // Texts that were taken from one another are found, and words where they stand.
  await until(async () => {
    const { pairs } = await cityReviewer.similarity.list.query({ year, kind: 'peers' });
    const names = pairs.map(({ one, other }) => [one.agencyName, other.agencyName].sort().join());
    expect(names).toContain(['云溪县林业局', '澄江市林业局'].sort().join());
  });
  await until(async () => {
    const { items } = await anyone.published.search.query({ query: '加装电梯' });
    expect(items.map(({ agencyName }) => agencyName)).toEqual(['云溪县石桥街道办事处']);
  });
});

import { schema } from '@nianbao/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson, TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, testPeople } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const county = () => server.agencies.county.id;
const admin = async () => (await server.as('administrator')).agencies;

function form(content: string | Uint8Array<ArrayBuffer>, plan?: string | null): FormData {
  const data = new FormData();
  data.set('agencyId', county());
  data.set('file', new File([content], 'agencies.csv'));
  if (plan) data.set('plan', plan);
  return data;
}

const download = (person: TestPerson | null, file: string, agencyId = county()) =>
  server.requestAs(person, `/api/agencies/${agencyId}/${file}`);

const bytesOf = async (file: string) => new Uint8Array(await (await download('administrator', file)).arrayBuffer());
const countAgencies = async () => (await (await admin()).list.query()).length;

const rows = (...lines: string[]) => ['单位名称,上级单位,单位类别,统一社会信用代码,编号', ...lines].join('\r\n');

test.each(['csv', 'xlsx'])('the tree as %s, imported as it is, is no change', async (ending) => {
  const answer = await download('administrator', `agencies.${ending}`);
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
    `云溪县人民政府单位名册.${ending}`,
  );
  const shown = await (await admin()).previewTable.mutate(form(await bytesOf(`agencies.${ending}`)));
  expect(shown).toMatchObject({ created: 0, changed: 0, moved: 0, unchanged: 3, steps: [], issues: [], ignored: [] });
});

test('the template has the heads alone', async () => {
  const shown = await (await admin()).previewTable.mutate(form(await bytesOf('template.xlsx')));
  expect(shown.issues.map(({ code }) => code)).toEqual(['table-empty']);
});

test.each([...testPeople, null])('%s gets it or not', async (person) => {
  const answer = await download(person, 'agencies.csv');
  const { status } = answer;
  await answer.arrayBuffer();
  const sees: readonly (TestPerson | null)[] = ['reviewer', 'auditor', 'service'];
  const due = person === null ? 401 : person === 'administrator' ? 200 : sees.includes(person) ? 403 : 404;
  expect(status).toBe(due);
});

test('what is not there is not there', async () => {
  expect((await download('administrator', 'agencies.docx')).status).toBe(404);
  expect((await download('administrator', 'agencies.csv', server.agencies.neighbour.id)).status).toBe(404);
});

test('a preview changes nothing, and what it showed is done, whole, with the file in the trail', async () => {
  const agencies = await admin();
  const content = rows(
    '云溪县林业站,云溪县农林局,,,',
    '云溪县农林局,云溪县人民政府,工作部门,,',
    `云溪县林业局,云溪县农林局,工作部门,,${server.agencies.forestry.id}`,
  );
  const before = await countAgencies();
  const shown = await agencies.previewTable.mutate(form(content));
  expect(shown).toMatchObject({ created: 2, changed: 0, moved: 1, unchanged: 0, issues: [] });
  expect(shown.steps.map(({ name, moved }) => [name, moved])).toEqual([
    ['云溪县林业站', { from: null, to: '云溪县农林局' }],
    ['云溪县农林局', { from: null, to: '云溪县人民政府' }],
    ['云溪县林业局', { from: '云溪县人民政府', to: '云溪县农林局' }],
  ]);
  expect(await countAgencies()).toBe(before);
  expect(await agencies.applyTable.mutate(form(content, shown.plan))).toEqual({ created: 2, changed: 1 });
  const list = await agencies.list.query();
  const bureau = list.find(({ name }) => name === '云溪县农林局');
  expect(
    list
      .filter(({ parentId }) => parentId === bureau?.id)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['云溪县林业局', '云溪县林业站'].sort());
  const events = await server.database.select().from(schema.auditEvent);
  const imported = events.filter(({ file }) => file !== null);
  expect(imported.map(({ action }) => action).sort()).toEqual(['agency.change', 'agency.create', 'agency.create']);
  expect(imported[0]?.file).toMatchObject({ name: 'agencies.csv', kind: 'csv' });
  expect((await agencies.previewTable.mutate(form(content))).unchanged).toBe(3);
});

test('what was previewed is refused once the agencies have changed', async () => {
  const agencies = await admin();
  const content = rows('云溪县教育局,云溪县人民政府,工作部门,11990421009904241X');
  const shown = await agencies.previewTable.mutate(form(content));
  expect(shown.steps[0]?.changes).toEqual([{ field: 'creditCode', before: null, after: '11990421009904241X' }]);
  await agencies.change.mutate({ agencyId: server.agencies.education.id, kind: null });
  expect(await refusalOf(agencies.applyTable.mutate(form(content, shown.plan)))).toMatchObject({
    code: 'TREE_CHANGED',
  });
  expect(await refusalOf(agencies.applyTable.mutate(form(content)))).toMatchObject({ code: 'BAD_INPUT' });
  const again = await agencies.previewTable.mutate(form(content));
  await agencies.applyTable.mutate(form(content, again.plan));
  const changed = await agencies.get.query({ agencyId: server.agencies.education.id });
  expect(changed).toMatchObject({ kind: 'department', creditCode: '11990421009904241X' });
});

test('an error in one row keeps all of them out, and is told with its row, its column and what to do', async () => {
  const agencies = await admin();
  const content = rows('云溪县审计局,云溪县人民政府,,', '云溪县统计局,望河县人民政府,,11990421009904241X');
  const shown = await agencies.previewTable.mutate(form(content));
  expect(shown).toMatchObject({ plan: null, steps: [], issueCount: 1 });
  expect(shown.issues[0]).toMatchObject({ row: 3, column: '上级单位', code: 'parent-unknown' });
});

test('thousands of agencies come in at once, each under its own parent, wherever that stands in the table', async () => {
  const { previewTable, applyTable, list } = await admin();
  const towns = Array.from({ length: 30 }, (_, town) => `云溪县第${town}镇人民政府`);
  const offices = towns.flatMap((town) => Array.from({ length: 40 }, (_, at) => [`${town}第${at}所`, town] as const));
  const content = rows(
    ...offices.map(([name, town]) => `${name},${town},工作部门,,`),
    ...towns.map((town) => `${town},云溪县人民政府,乡镇人民政府,,`),
  );
  const before = (await list.query()).length;
  const { plan } = await previewTable.mutate(form(content));
  expect(await applyTable.mutate(form(content, plan))).toEqual({ created: 1230, changed: 0 });
  const all = await list.query();
  expect(all).toHaveLength(before + 1230);
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  const parentOf = new Map(all.map(({ name, parentId }) => [name, byId.get(parentId ?? '')?.name]));
  for (const [name, town] of offices) expect(parentOf.get(name)).toBe(town);
  for (const town of towns) expect(parentOf.get(town)).toBe('云溪县人民政府');
  const added = all.filter(({ name }) => parentOf.get(name) === towns[0]).map(({ id }) => id);
  const events = await server.database.select().from(schema.auditEvent);
  const told = events.filter(({ action, agencyId }) => action === 'agency.create' && added.includes(agencyId ?? ''));
  expect(told).toHaveLength(40);
  expect(told[0]?.changes).toContainEqual(expect.objectContaining({ field: 'parentId', before: null }));
});

test('codes may change hands in one table', async () => {
  const agencies = await admin();
  const codeOf = async () =>
    (await agencies.list.query())
      .filter(({ creditCode }) => creditCode !== null)
      .map(({ name, creditCode }) => [name, creditCode]);
  const [first, second] = ['11990421009904241X', '1199042100990425XM'];
  const give = async (forestry: string | null, education: string | null) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(await bytesOf('agencies.csv'));
    const content = text
      .split('\r\n')
      .map((line) => {
        const fields = line.split(',');
        if (fields[0] === '云溪县林业局') fields[2] = forestry ?? '';
        if (fields[0] === '云溪县教育局') fields[2] = education ?? '';
        return fields.join(',');
      })
      .join('\r\n');
    const { plan } = await agencies.previewTable.mutate(form(content));
    await agencies.applyTable.mutate(form(content, plan));
  };
  await give(second, first);
  await give(first, second);
  expect(Object.fromEntries(await codeOf())).toEqual({ 云溪县林业局: first, 云溪县教育局: second });
});

test.each([
  ['an empty file', '', 'UNREADABLE_FILE'],
  ['a picture', '\u0089PNG\r\n', 'UNREADABLE_FILE'],
  ['a text that is no table', '云溪县林业局', 'UNREADABLE_FILE'],
])('%s is refused with a reason', async (_, content, code) => {
  const refusal = await refusalOf((await admin()).previewTable.mutate(form(content)));
  expect(refusal.code).toBe(code);
  expect(refusal.details.reason?.zh).toBeTruthy();
});

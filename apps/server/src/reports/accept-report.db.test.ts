import { schema } from '@nianbao/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let above: typeof editor;
let id: string;

beforeEach(async () => {
  server = await createTestServer();
  // The government of the stranger becomes the one above the county.
  await server.database.update(schema.agency).set({ parentId: server.agencies.neighbour.id });
  await server.database.execute(`update agency set parent_id = null where id = '${server.agencies.neighbour.id}'`);
  const { forestry, county } = server.agencies;
  await server.database.execute(`update agency set parent_id = '${county.id}' where id = '${forestry.id}'`);
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
  above = await server.as('stranger');
  ({ id } = await editor.reports.create.mutate({ agencyId: forestry.id, year: 2025 }));
  await fillIn(editor, id, soundReport());
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
});
afterEach(() => server.close());

const refusalCodes = async (call: Promise<unknown>) => {
  const { code, details } = await refusalOf(call);
  return [code, ...(details.refusals ?? []).map((refusal) => refusal.code)];
};

test('the government above accepts what was approved, and everybody who works on the report sees it', async () => {
  await move(above, id, { move: 'accept' });
  const { approval, acceptances, state, history } = await editor.reports.get.query({ id });
  expect(state).toBe('approved');
  expect(approval).toMatchObject({ level: { name: '云溪县人民政府' }, stands: true });
  expect(acceptances).toMatchObject([{ level: { name: '望河县人民政府' }, digest: approval?.digest, stands: true }]);
  expect(history[0]).toMatchObject({ action: 'report.accept', by: 'stranger' });
  const again = move(reviewer, id, { move: 'accept' });
  expect(await refusalCodes(again)).toEqual(['MOVE_REFUSED', 'level-done', 'own-approval']);
});

test('while it stands nothing below moves, until it is taken back with a reason', async () => {
  await move(above, id, { move: 'accept' });
  const reason = '需要修改。';
  expect(await refusalCodes(move(reviewer, id, { move: 'return', reason }))).toEqual([
    'MOVE_REFUSED',
    'accepted-above',
  ]);
  expect(await refusalCodes(move(reviewer, id, { move: 'unapprove', reason }))).toEqual([
    'MOVE_REFUSED',
    'accepted-above',
  ]);
  expect(await refusalOf(fillIn(editor, id, { ...soundReport(), title: '另一个标题' }))).toMatchObject({
    code: 'NOT_EDITABLE',
  });
  expect(await refusalCodes(move(above, id, { move: 'unaccept' }))).toEqual(['MOVE_REFUSED', 'reason-missing']);
  await move(above, id, { move: 'unaccept', reason });
  await fillIn(editor, id, { ...soundReport(), title: '另一个标题' });
  expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'draft', approval: null, acceptances: [] });
});

test('a publication keeps who accepted it', async () => {
  await move(above, id, { move: 'accept' });
  await move(reviewer, id, { move: 'publish' });
  const [published] = await server.database.select().from(schema.publication);
  expect(published?.acceptances).toMatchObject([{ level: server.agencies.neighbour.id }]);
  expect(published?.acceptances[0]?.digest).toBe(published?.approval.digest);
});

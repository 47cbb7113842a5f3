import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let id: string;

const corrected = () => {
  const report = soundReport();
  const [overview, ...rest] = report.sections;
  if (overview === undefined) throw new Error('no overview');
  const at = overview.blocks.findIndex(({ kind }) => kind === 'paragraph');
  const blocks = overview.blocks.map((block, position) =>
    position === at && block.kind === 'paragraph' ? { ...block, text: `${block.text}特此更正。` } : block,
  );
  return {
    ...report,
    facts: { ...report.facts, 't2.penalties.decisions': 40 },
    sections: [{ ...overview, blocks }, ...rest],
  };
};

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  const reviewer = await server.as('reviewer');
  ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
  const makePublic = async () => {
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'approve' });
    await move(reviewer, id, { move: 'publish' });
  };
  await fillIn(editor, id, soundReport());
  await makePublic();
  await move(reviewer, id, { move: 'correct', reason: '行政处罚数误填，现予更正。' });
  await fillIn(editor, id, corrected());
  await makePublic();
  await move(reviewer, id, { move: 'correct', reason: '更正标题。' });
  await fillIn(editor, id, { ...corrected(), title: '新标题' });
});
afterAll(() => server.close());

test('the public sees what a correction changed, cell by cell and word by word', async () => {
  const anyone = await server.as(null);
  const key = { agencyId: server.agencies.forestry.id, year: 2025 };
  const { cells, head, sections } = await anyone.published.compare.query({ ...key, from: 1, to: 2 });
  expect(cells).toEqual([{ key: 't2.penalties.decisions', before: 41, after: 40 }]);
  expect(head).toEqual([]);
  const changed = sections.flatMap(({ blocks }) => blocks.filter(({ change }) => change !== 'none'));
  expect(changed).toMatchObject([{ change: 'changed' }]);
  const words = changed[0]?.words?.filter(({ change }) => change !== 'none') ?? [];
  expect(words.every(({ change }) => change === 'added')).toBe(true);
  expect(words.map(({ text }) => text).join('')).toBe('特此更正。');
  const missing = anyone.published.compare.query({ ...key, from: 2, to: 3 });
  expect(await refusalOf(missing)).toMatchObject({ code: 'NOT_FOUND' });
});

test('those who work on it compare the draft too', async () => {
  const { cells, head } = await editor.reports.compare.query({ id, from: 2, to: 'draft' });
  expect(cells).toEqual([]);
  expect(head.map(({ field }) => field)).toEqual(['title', 'publishedOn']);
  const back = await editor.reports.compare.query({ id, from: 'draft', to: 1 });
  expect(back.cells).toEqual([{ key: 't2.penalties.decisions', before: 40, after: 41 }]);
});

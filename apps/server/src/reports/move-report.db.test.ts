import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let id: string;

const refusalCodes = async (call: Promise<unknown>) => {
  const { code, details } = await refusalOf(call);
  return [code, ...(details.refusals ?? []).map((refusal) => refusal.code)];
};

async function makePublic(report: string): Promise<void> {
  await move(editor, report, { move: 'submit' });
  await move(reviewer, report, { move: 'approve' });
  await move(reviewer, report, { move: 'publish' });
}

describe('a report on its way to the public', () => {
  beforeEach(async () => {
    server = await createTestServer();
    editor = await server.as('editor');
    reviewer = await server.as('reviewer');
    ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
  });
  afterEach(() => server.close());

  test('errors keep it from being submitted, and the refusal says how many in both languages', async () => {
    await fillIn(editor, id, { ...soundReport(), facts: { ...soundReport().facts, 't3.received.total': 999 } });
    const refusal = await refusalOf(move(editor, id, { move: 'submit' }));
    expect(refusal).toMatchObject({ code: 'MOVE_REFUSED', httpStatus: 422 });
    expect(refusal.details.refusals?.[0]).toMatchObject({ code: 'errors-remain', zh: expect.stringContaining('错误') });
  });

  test('submitted, approved and published, it is public under the digest of its content', async () => {
    await fillIn(editor, id, soundReport());
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'approve' });
    expect(await move(reviewer, id, { move: 'publish' })).toMatchObject({ state: 'published' });
    const anyone = await server.as(null);
    const { items } = await anyone.published.list.query({ year: 2025 });
    expect(items).toMatchObject([{ agencyName: '云溪县林业局', version: 1 }]);
    const agencyId = server.agencies.forestry.id;
    const published = await anyone.published.get.query({ agencyId, year: 2025 });
    expect(published.report).toEqual({ ...soundReport(), publishedOn: '2026-01-20' });
    expect(published.digest).toBe(items[0]?.digest);
  });

  test('while it is under review its editor cannot change it, but can take it back', async () => {
    await fillIn(editor, id, soundReport());
    await move(editor, id, { move: 'submit' });
    const save = fillIn(editor, id, { ...soundReport(), title: '另一个标题' });
    expect(await refusalOf(save)).toMatchObject({ code: 'NOT_EDITABLE', httpStatus: 422 });
    await move(editor, id, { move: 'withdraw' });
    await fillIn(editor, id, { ...soundReport(), title: '另一个标题' });
    expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'draft' });
  });

  test('an edit after approval voids it: the report is a draft again and cannot be published', async () => {
    await fillIn(editor, id, soundReport());
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'approve' });
    expect((await reviewer.reports.get.query({ id })).approval).toMatchObject({ stands: true });
    await fillIn(editor, id, { ...soundReport(), indexNumber: '00990425X/2026-00009' });
    expect(await reviewer.reports.get.query({ id })).toMatchObject({ state: 'draft', approval: null });
    expect(await refusalCodes(move(reviewer, id, { move: 'publish' }))).toEqual(['MOVE_REFUSED', 'wrong-state']);
  });

  test('what is approved is what was looked at: another revision is refused', async () => {
    await fillIn(editor, id, soundReport());
    const { revision } = await move(editor, id, { move: 'submit' });
    const stale = reviewer.reports.move.mutate({ id, revision: revision - 1, move: 'approve' });
    expect(await refusalOf(stale)).toMatchObject({ code: 'STALE_REVISION', details: { revision } });
  });

  test('it is returned with a reason, which the editor reads in the history', async () => {
    await fillIn(editor, id, soundReport());
    await move(editor, id, { move: 'submit' });
    expect(await refusalCodes(move(reviewer, id, { move: 'return' }))).toEqual(['MOVE_REFUSED', 'reason-missing']);
    await move(reviewer, id, { move: 'return', reason: '总体情况太简略。' });
    const { state, history } = await editor.reports.get.query({ id });
    expect(state).toBe('returned');
    expect(history[0]).toMatchObject({ action: 'report.return', by: 'reviewer', reason: '总体情况太简略。' });
  });

  test('that it came back, its editors and the head of the agency are told, with the reason, and nobody else', async () => {
    await fillIn(editor, id, soundReport());
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'return', reason: '总体情况太简略。' });
    const zh = '云溪县林业局2025年度报告已被reviewer退回：总体情况太简略。';
    for (const person of ['editor', 'colleague', 'agencyHead'] as const) {
      const { notifications, unread } = await (await server.as(person)).notifications.list.query({});
      expect([unread, notifications[0]?.zh, notifications[0]?.link]).toEqual([1, zh, `/admin/reports/${id}`]);
    }
    for (const person of ['otherEditor', 'reviewer', 'auditor'] as const) {
      expect(await (await server.as(person)).notifications.list.query({})).toMatchObject({ unread: 0 });
    }
  });

  test('a correction leaves the former version public until the new one is, with its note', async () => {
    await fillIn(editor, id, soundReport());
    await makePublic(id);
    await move(reviewer, id, { move: 'correct', reason: '行政处罚数误填，现予更正。' });
    const corrected = { ...soundReport(), facts: { ...soundReport().facts, 't2.penalties.decisions': 40 } };
    await fillIn(editor, id, { ...corrected, publishedOn: '2026-01-20' });
    const anyone = await server.as(null);
    const key = { agencyId: server.agencies.forestry.id, year: 2025 };
    expect(await anyone.published.get.query(key)).toMatchObject({ version: 1, note: null });
    await makePublic(id);
    const now = await anyone.published.get.query(key);
    expect(now).toMatchObject({ version: 2, note: '行政处罚数误填，现予更正。' });
    expect(now.report.facts['t2.penalties.decisions']).toBe(40);
    const former = await anyone.published.get.query({ ...key, version: 1 });
    expect(former.report.facts['t2.penalties.decisions']).toBe(41);
    expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'corrected' });
  });

  test('a report that is published late says so, and can still be corrected', async () => {
    server.clock = new Date('2026-11-24T02:00:00.000Z');
    await fillIn(editor, id, soundReport());
    await makePublic(id);
    const late = await editor.reports.get.query({ id });
    expect(late.findings.map(({ rule }) => rule)).toEqual(['PUBLISHED-LATE']);
    await move(reviewer, id, { move: 'correct', reason: '更正索引号。' });
    await fillIn(editor, id, { ...soundReport(), indexNumber: '00990425X/2026-00009' });
    await makePublic(id);
    expect((await editor.reports.get.query({ id })).findings).toEqual([]);
  });

  test('a correction that is given up puts the public content back', async () => {
    await fillIn(editor, id, soundReport());
    await makePublic(id);
    await move(reviewer, id, { move: 'correct', reason: '拟更正标题。' });
    await fillIn(editor, id, { ...soundReport(), title: '错误的标题' });
    await move(reviewer, id, { move: 'abandonCorrection' });
    const { state, report, publications } = await editor.reports.get.query({ id });
    expect({ state, title: report.title }).toEqual({ state: 'published', title: soundReport().title });
    expect(publications).toHaveLength(1);
  });
});

describe('explaining a warning', () => {
  /** Fewer documents in force than were issued this year: a warning, and nothing else is wrong. */
  const fewInForce = (inForce: number) => ({
    ...soundReport(),
    facts: { ...soundReport().facts, 't2.normativeDocuments.inForce': inForce, 't2.normativeDocuments.issued': 5 },
  });

  beforeAll(async () => {
    server = await createTestServer();
    editor = await server.as('editor');
    ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
  });
  afterAll(() => server.close());

  test('a warning keeps the report from being submitted until it is explained, and an edit of its figures asks again', async () => {
    await fillIn(editor, id, fewInForce(3));
    const { findings, counts } = await editor.reports.get.query({ id });
    const [warning] = findings.filter(({ severity }) => severity === 'warning');
    if (warning === undefined) throw new Error('no warning');
    expect(counts).toEqual({ errors: 0, warnings: 1, explained: 0, notices: 0 });
    expect(await refusalCodes(move(editor, id, { move: 'submit' }))).toEqual(['MOVE_REFUSED', 'warnings-unexplained']);

    const { rule, instance } = warning;
    await editor.reports.explain.mutate({ id, rule, instance, text: '两件自印发之日起半年有效，已经失效。' });
    const explained = await editor.reports.get.query({ id });
    expect(explained.counts).toMatchObject({ warnings: 1, explained: 1 });
    expect(explained.explanations).toMatchObject([{ rule, by: 'editor', stands: true }]);

    const [row] = await editor.reports.list.query({ year: 2025 });
    expect(row?.counts).toEqual(explained.counts);

    const colleague = await server.as('colleague');
    const other = { id, rule, instance, text: '另有两件转为其他文种。' };
    const refusal = await refusalOf(colleague.reports.explain.mutate(other));
    expect(refusal).toMatchObject({
      ...{ code: 'CONFLICT', httpStatus: 409 },
      details: {
        conflicts: [
          { field: `explanation:${rule}`, mine: other.text, theirs: expect.stringContaining('半年'), by: 'editor' },
        ],
      },
    });
    const theirs = '两件自印发之日起半年有效，已经失效。';
    await colleague.reports.explain.mutate({ ...other, replaces: theirs });
    expect((await editor.reports.get.query({ id })).explanations).toMatchObject([
      { text: other.text, by: 'colleague' },
    ]);

    await editor.reports.unexplain.mutate({ id, rule, instance });
    expect((await editor.reports.get.query({ id })).explanations).toEqual([]);
    await editor.reports.explain.mutate({ id, rule, instance, text: '两件自印发之日起半年有效，已经失效。' });
    await fillIn(editor, id, fewInForce(2));
    expect((await editor.reports.get.query({ id })).explanations).toMatchObject([{ rule, stands: false }]);
    expect(await refusalCodes(move(editor, id, { move: 'submit' }))).toEqual(['MOVE_REFUSED', 'warnings-unexplained']);
    await fillIn(editor, id, fewInForce(3));
    await move(editor, id, { move: 'submit' });
  });

  test('what is not there cannot be explained', async () => {
    const call = editor.reports.explain.mutate({ id, rule: 'T3-BALANCE', instance: null, text: '没有问题。' });
    expect(await refusalOf(call)).toMatchObject({ code: 'NOTHING_TO_EXPLAIN' });
  });
});

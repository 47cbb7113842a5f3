import { anchorAt } from '@nianbao/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let reportId: string;
let year = 2018;

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
});
afterAll(() => server.close());
beforeEach(async () => {
  year += 1;
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year }));
});

const cell = { kind: 'cell', key: 't3.received.total' } as const;
const start = (caller: typeof editor, followUp = false) =>
  caller.comments.start.mutate({ reportId, anchor: cell, text: '与台账不一致，请核对。', followUp });

describe('a conversation', () => {
  test('is begun, answered, resolved and opened again; the one who began it is told of the answer', async () => {
    const { id: threadId } = await start(reviewer);
    await editor.comments.reply.mutate({ reportId, threadId, text: '已经核对，应为21件。' });
    const { notifications } = await reviewer.notifications.list.query({});
    expect(notifications[0]).toMatchObject({ kind: 'comment.replied', zh: expect.stringContaining('editor') });
    const resolved = await reviewer.comments.settle.mutate({ reportId, threadId, resolved: true });
    expect(resolved).toMatchObject({ resolved: { by: 'reviewer' }, anchor: cell, where: null });
    expect(resolved.comments.map(({ by, text, mine }) => [by, text, mine])).toEqual([
      ['reviewer', '与台账不一致，请核对。', true],
      ['editor', '已经核对，应为21件。', false],
    ]);
    const reopened = await editor.comments.reply.mutate({ reportId, threadId, text: '还有一处。' });
    expect(reopened.resolved).toBeNull();
    const { history } = await editor.reports.get.query({ id: reportId });
    expect(history.slice(0, 2).map(({ action }) => action)).toEqual(['comment.reply', 'comment.resolve']);
  });

  test('counts among the open ones of its report until it is resolved, flagged ones apart', async () => {
    await start(reviewer);
    const { id: threadId } = await start(reviewer, true);
    const open = async () => (await editor.reports.get.query({ id: reportId })).openComments;
    expect(await open()).toEqual({ comments: 2, followUps: 1 });
    await editor.comments.flag.mutate({ reportId, threadId, followUp: false });
    expect(await open()).toEqual({ comments: 2, followUps: 0 });
    await editor.comments.settle.mutate({ reportId, threadId, resolved: true });
    expect(await open()).toEqual({ comments: 1, followUps: 0 });
  });

  test('is changed by its author alone, for a quarter of an hour, and shows that it was', async () => {
    const { id: threadId, comments } = await start(reviewer);
    const key = { reportId, threadId, commentId: comments[0]?.id ?? '' };
    expect(await refusalOf(editor.comments.edit.mutate({ ...key, text: '改' }))).toMatchObject({ code: 'NOT_YOURS' });
    const edited = await reviewer.comments.edit.mutate({ ...key, text: '请再核对。' });
    expect(edited.comments).toMatchObject([{ text: '请再核对。', editedAt: expect.any(String), mayEdit: true }]);
    const before = server.clock;
    server.clock = new Date(before.getTime() + 16 * 60 * 1000);
    const late = reviewer.comments.edit.mutate({ ...key, text: '太晚了' });
    expect(await refusalOf(late)).toMatchObject({ code: 'NOT_YOURS' });
    server.clock = before;
  });

  test('leaves a trace where something was deleted', async () => {
    const { id: threadId, comments } = await start(reviewer);
    const key = { reportId, threadId, commentId: comments[0]?.id ?? '' };
    expect(await refusalOf(editor.comments.delete.mutate(key))).toMatchObject({ code: 'NOT_YOURS' });
    const deleted = await reviewer.comments.delete.mutate(key);
    expect(deleted.comments).toMatchObject([{ text: null, by: 'reviewer', deletedAt: expect.any(String) }]);
  });

  test('about a cell that there is not is refused', async () => {
    const anchor = { kind: 'cell', key: 't3.received.totals' } as const;
    const call = editor.comments.start.mutate({ reportId, anchor, text: '？' });
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_INPUT' });
  });
});

test('a comment on a passage finds it again after edits, and says when it is gone', async () => {
  const wanted = soundReport();
  await fillIn(editor, reportId, wanted);
  const { report } = await editor.reports.get.query({ id: reportId });
  const anchor = anchorAt(report, 0, [4, 24]);
  const { where } = await reviewer.comments.start.mutate({ reportId, anchor, text: '请写明依据。' });
  expect(where).toMatchObject({ state: 'found', section: 0, text: anchor.quote });
  const [overview, ...rest] = wanted.sections;
  if (overview === undefined) throw new Error('no overview');
  const rewritten = async (blocks: typeof overview.blocks) => {
    await fillIn(editor, reportId, { ...wanted, sections: [{ ...overview, blocks }, ...rest] });
    return (await reviewer.comments.list.query({ reportId })).threads[0]?.where;
  };
  const more = { kind: 'paragraph', text: '开头新增的一段。' } as const;
  expect(await rewritten([more, ...overview.blocks])).toMatchObject({ state: 'found', text: anchor.quote });
  expect(await rewritten([more])).toEqual({ state: 'lost' });
  const again = reviewer.comments.start.mutate({ reportId, anchor, text: '请写明依据。' });
  expect(await refusalOf(again)).toMatchObject({ code: 'BAD_INPUT' });
});

test('what is said about a report is never public', async () => {
  await fillIn(editor, reportId, { ...soundReport(), year: 2025 });
  await start(reviewer);
  const anyone = await server.as(null);
  expect(await refusalOf(anyone.comments.list.query({ reportId }))).toMatchObject({ code: 'NOT_SIGNED_IN' });
  const stranger = await server.as('stranger');
  expect(await refusalOf(stranger.comments.list.query({ reportId }))).toMatchObject({ code: 'NOT_FOUND' });
  await move(editor, reportId, { move: 'submit' });
  await move(reviewer, reportId, { move: 'approve' });
  await move(reviewer, reportId, { move: 'publish' });
  const published = await anyone.published.get.query({ agencyId: server.agencies.forestry.id, year });
  expect(JSON.stringify(published)).not.toContain('与台账不一致');
});

import type { Change } from '@nianbao/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putInState } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let colleague: typeof editor;
let id: string;
let year = 2019;
let usualClock: Date;

beforeAll(async () => {
  server = await createTestServer();
  usualClock = server.clock;
  editor = await server.as('editor');
  colleague = await server.as('colleague');
});
afterAll(() => server.close());
beforeEach(async () => {
  year += 1;
  ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year }));
});

const fact = (key: string, value: number | null): Change => ({ kind: 'fact', key, value });
const section = (position: number, text: string): Change => ({
  kind: 'section',
  position,
  title: '总体情况',
  blocks: [{ kind: 'paragraph', text }],
});

describe('saving by field', () => {
  test('every kind of field is there when the report is read again', async () => {
    const contact = { name: '办公室', address: null, postcode: null, phones: ['0990-5550145'], emails: [] };
    const changes: Change[] = [
      fact('t3.received.total', 12),
      { kind: 'fact', key: 't3.granted.total', value: '/' },
      { kind: 'fact', key: 't3.partial.total', value: { unreadable: '3？' } },
      { kind: 'head', field: 'title', value: '云溪县林业局年度报告' },
      { kind: 'head', field: 'writtenOn', value: '2026-01-09' },
      { kind: 'head', field: 'indexNumber', value: '00990425X/2026-00001' },
      { kind: 'head', field: 'contact', value: contact },
      { kind: 'preface', blocks: [{ kind: 'paragraph', text: '根据条例编制。' }] },
      section(0, '全年工作情况。'),
    ];
    const { revision } = await editor.reports.save.mutate({ id, revision: 1, changes });
    expect(revision).toBe(2);
    const { report } = await editor.reports.get.query({ id });
    expect(report).toMatchObject({
      facts: { 't3.received.total': 12, 't3.granted.total': '/', 't3.partial.total': { unreadable: '3？' } },
      title: '云溪县林业局年度报告',
      writtenOn: '2026-01-09',
      contact,
      preface: [{ text: '根据条例编制。' }],
    });
    expect(report.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: '全年工作情况。' }]);
  });

  test('a save that changes nothing makes no revision', async () => {
    const changes = [fact('t3.received.total', 12)];
    await editor.reports.save.mutate({ id, revision: 1, changes });
    expect(await editor.reports.save.mutate({ id, revision: 1, changes })).toMatchObject({ revision: 2 });
  });

  test('changes of different fields made on one revision both go in', async () => {
    await editor.reports.save.mutate({ id, revision: 1, changes: [fact('t3.received.total', 12)] });
    const { revision } = await colleague.reports.save.mutate({
      id,
      revision: 1,
      changes: [fact('t3.granted.total', 5), section(4, '人手不足。')],
    });
    expect(revision).toBe(3);
    const { report } = await editor.reports.get.query({ id });
    expect(report.facts).toMatchObject({ 't3.received.total': 12, 't3.granted.total': 5 });
  });

  test('the same field changed meanwhile is a conflict that names both values, and nothing is written', async () => {
    await editor.reports.save.mutate({ id, revision: 1, changes: [fact('t3.received.total', 12), section(0, '甲')] });
    const changes = [fact('t3.received.total', 13), section(0, '乙'), fact('t3.granted.total', 5)];
    const refusal = await refusalOf(colleague.reports.save.mutate({ id, revision: 1, changes }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', httpStatus: 409, details: { revision: 2 } });
    expect(refusal.details.conflicts).toEqual([
      expect.objectContaining({
        field: 'fact:t3.received.total',
        mine: fact('t3.received.total', 13),
        theirs: fact('t3.received.total', 12),
        by: 'editor',
      }),
      expect.objectContaining({ field: 'section:0', mine: section(0, '乙'), theirs: section(0, '甲') }),
    ]);
    const { report, revision } = await editor.reports.get.query({ id });
    expect(revision).toBe(2);
    expect(report.facts).toEqual({ 't3.received.total': 12 });
  });

  test('the same value typed by two people is no conflict', async () => {
    const changes = [fact('t3.received.total', 12)];
    await editor.reports.save.mutate({ id, revision: 1, changes });
    expect(await colleague.reports.save.mutate({ id, revision: 1, changes })).toMatchObject({ revision: 2 });
  });

  test('of many saves at once every one is there', async () => {
    const keys = ['t2.licences.decisions', 't2.penalties.decisions', 't2.coercions.decisions', 't3.received.total'];
    const saves = keys.map((key, at) => editor.reports.save.mutate({ id, revision: 1, changes: [fact(key, at + 1)] }));
    const revisions = (await Promise.all(saves)).map(({ revision }) => revision);
    expect([...revisions].sort()).toEqual([2, 3, 4, 5]);
    const { report } = await editor.reports.get.query({ id });
    expect(report.facts).toMatchObject(Object.fromEntries(keys.map((key, at) => [key, at + 1])));
  });

  describe('while somebody types, when a job to index the report waits already', () => {
    // The clock that jobs are done by.
    beforeEach(() => {
      server.clock = new Date();
    });
    afterEach(() => {
      server.clock = usualClock;
    });

    test('figures saved one after another alter nothing but themselves', async () => {
      let revision = 1;
      const save = async (...changes: Change[]) => {
        ({ revision } = await editor.reports.save.mutate({ id, revision, changes }));
        return revision;
      };
      expect(await save(section(0, '全年工作情况。'), fact('t2.fees.amount', 3.25))).toBe(2);
      expect(await save(fact('t3.received.total', 12))).toBe(3);
      expect(await save(fact('t3.received.total', 13), { kind: 'fact', key: 't3.granted.total', value: '/' })).toBe(4);
      expect(await save(fact('t3.received.total', 13))).toBe(4);
      expect(await save({ kind: 'fact', key: 't3.partial.total', value: { unreadable: '3？' } })).toBe(5);
      expect(await save(fact('t3.received.total', null), fact('t3.refused.stateSecret.total', 0))).toBe(6);
      const { report } = await editor.reports.get.query({ id });
      expect(report.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: '全年工作情况。' }]);
      expect(report.facts).toEqual({
        't2.fees.amount': 3.25,
        't3.granted.total': '/',
        't3.partial.total': { unreadable: '3？' },
        't3.refused.stateSecret.total': 0,
      });
      const history = await editor.reports.fieldHistory.query({ id, field: 'fact:t3.received.total' });
      expect(history.map(({ before, after }) => [before, after])).toEqual([
        [13, null],
        [12, 13],
        [null, 12],
      ]);
    });

    test.each([
      ['a cell that the format does not have', fact('t9.nothing', 1)],
      ['half an application', fact('t3.received.total', 1.5)],
    ])('%s is refused, and what came with it is not written', async (_, wrong) => {
      const first = fact('t3.partial.total', 12);
      await editor.reports.save.mutate({ id, revision: 1, changes: [first] });
      const saving = editor.reports.save.mutate({ id, revision: 2, changes: [fact('t3.partial.total', 13), wrong] });
      expect((await refusalOf(saving)).code).toBe('BAD_INPUT');
      expect((await editor.reports.get.query({ id })).report.facts).toEqual({ 't3.partial.total': 12 });
    });

    test('a report under review cannot be saved', async () => {
      await putInState(server.database, id, 'submitted');
      const changes = [fact('t3.partial.total', 12)];
      expect((await refusalOf(editor.reports.save.mutate({ id, revision: 1, changes }))).code).toBe('NOT_EDITABLE');
    });
  });

  test('the history tells one sitting as one entry, with its fields', async () => {
    await editor.reports.save.mutate({ id, revision: 1, changes: [fact('t3.received.total', 1)] });
    await editor.reports.save.mutate({ id, revision: 2, changes: [fact('t3.granted.total', 1)] });
    const { history } = await editor.reports.get.query({ id });
    expect(history.map(({ action, by }) => [action, by])).toEqual([
      ['report.save', 'editor'],
      ['report.create', 'editor'],
    ]);
    expect(history[0]?.fields).toEqual(['fact:t3.granted.total', 'fact:t3.received.total']);
  });
});

describe('what is not saved', () => {
  const text = (value: string): Change => ({ kind: 'preface', blocks: [{ kind: 'paragraph', text: value }] });
  test.each([
    ['a cell that the format does not have', fact('t3.received.totals', 1)],
    ['a cell named like a built-in member', fact('constructor', 1)],
    ['half an application', fact('t3.received.total', 0.5)],
    ['a negative count', fact('t3.received.total', -1)],
    ['a number beyond exactness', fact('t3.received.total', 2 ** 53)],
    ['a section that is not there', section(6, '第七部分')],
    ['a NUL in a text', text('a\0b')],
    ['half a character', text('\ud842')],
  ])('%s', async (_title, change) => {
    const refusal = await refusalOf(editor.reports.save.mutate({ id, revision: 1, changes: [change] }));
    expect(refusal).toMatchObject({ code: 'BAD_INPUT', httpStatus: 400 });
    expect(refusal.details.issues).not.toHaveLength(0);
    expect(await editor.reports.get.query({ id })).toMatchObject({ revision: 1 });
  });

  test('a revision that does not exist yet', async () => {
    const refusal = await refusalOf(editor.reports.save.mutate({ id, revision: 9, changes: [text('甲')] }));
    expect(refusal).toMatchObject({ code: 'STALE_REVISION', details: { revision: 1 } });
  });

  test('a second report of one agency for one year', async () => {
    const again = editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year });
    expect(await refusalOf(again)).toMatchObject({ code: 'ALREADY_EXISTS', details: { id } });
  });
});

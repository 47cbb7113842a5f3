import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listEvents } from '@nianbao/database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, refusalOf, soundReport } from '../testing/index.ts';

const page = readFileSync(new URL('../../examples/yunxi-forestry-2025.html', import.meta.url));
const nothing = { text: false, head: false } as const;

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let year = 2021;
let id: string;
beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
});
afterAll(() => server.close());
beforeEach(async () => {
  year += 1;
  ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year }));
});

function upload(content: string | Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.set('reportId', id);
  form.set('file', new File([content], name));
  return form;
}
const readPage = () => editor.imports.read.mutate(upload(page, '林业局年报.html'));
const draft = async () => (await editor.reports.get.query({ id })).report;

describe('what is shown of a file before anything is taken over', () => {
  test('names the file, its kind, its digest and its size', async () => {
    const { file, copy } = await readPage();
    const digest = createHash('sha256').update(page).digest('hex');
    expect(file).toEqual({ name: '林业局年报.html', kind: 'html', digest, size: page.length });
    expect(copy).toBe('none');
  });

  test('has for every figure its cell among the lines around it', async () => {
    const { figures, lines } = await readPage();
    expect(figures).toHaveLength(200);
    for (const { text, context } of figures) {
      const line = lines.find(({ index }) => index === context?.index);
      expect(line?.cells[context?.cell ?? -1]).toBe(text);
    }
    const licences = figures.find(({ key }) => key === 't2.licences.decisions')?.context;
    const around = lines.filter(({ index }) => Math.abs(index - (licences?.index ?? -9)) <= 2);
    expect(around.map(({ cells }) => cells[0])).toEqual([
      '第二十条第（五）项',
      '信息内容',
      '行政许可',
      '第二十条第（六）项',
      '信息内容',
    ]);
  });

  test('says why a figure is doubtful, which rows are missing, and finds reading before content', async () => {
    const text = `云溪县林业局${year}年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t12\t3
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t约2件
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0`;
    const read = await editor.imports.read.mutate(upload(text, '年报.txt'));
    expect(read.missing).toContain('t3.granted.total');
    expect(read.understood.facts).toMatchObject({ 't3.carriedIn.total': { unreadable: '约2件' } });
    const stages = read.findings.map(({ stage }) => stage);
    expect(stages.indexOf('content')).toBeGreaterThan(0);
    expect(stages.slice(stages.indexOf('content'))).not.toContain('reading');
    const fewer = read.findings.find(({ rule }) => rule === 'READ-CELLS-FEWER');
    expect(fewer).toMatchObject({ stage: 'reading', source: { line: 3 } });
    expect(fewer?.context).not.toBeNull();
  });

  test('changes nothing in the draft and nothing in its history', async () => {
    const before = await editor.reports.get.query({ id });
    await readPage();
    expect(await editor.reports.get.query({ id })).toEqual(before);
  });

  test('comes back from a report in its own data form, which has no lines', async () => {
    const read = await editor.imports.read.mutate(upload(JSON.stringify(soundReport()), 'report.json'));
    expect(read).toMatchObject({ file: { kind: 'json' }, understood: soundReport(), figures: [], lines: [] });
  });
});

describe('taking over', () => {
  test('takes chosen cells, sections and head fields and leaves the others', async () => {
    const { understood: report, file, receipt } = await readPage();
    await editor.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report, source: { file, receipt } },
      keys: ['t2.licences.decisions', 't3.received.total'],
      parts: { text: [0], head: ['writtenOn'] },
    });
    const taken = await draft();
    expect(taken.facts).toEqual({
      't2.licences.decisions': report.facts['t2.licences.decisions'],
      't3.received.total': report.facts['t3.received.total'],
    });
    expect(taken.sections[0]?.blocks).toEqual(report.sections[0]?.blocks);
    expect(taken.sections.slice(1).flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(taken).toMatchObject({ writtenOn: report.writtenOn, indexNumber: null, preface: [] });
    expect(taken.title).toContain(`${year}年`);
  });

  test('the history names the file, its kind and digest, and every field that was taken', async () => {
    const { understood: report, file, receipt } = await readPage();
    await editor.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report, source: { file, receipt } },
      ...{ keys: ['t2.licences.decisions'], parts: { text: ['preface', 4], head: false } },
    });
    const [event] = await listEvents(server.database, id, 1);
    const { name, kind, digest } = file;
    expect(event).toMatchObject({ action: 'report.import', actorName: 'editor', file: { name, kind, digest } });
    expect(event?.changes.map(({ field }) => field).sort()).toEqual([
      'fact:t2.licences.decisions',
      'preface',
      'section:4',
    ]);
    const { history } = await editor.reports.get.query({ id });
    expect(history[0]?.summary.zh).toBe('从“林业局年报.html”导入 3 处');
  });

  test.each([
    ['another file', (digest: string) => ({ digest: digest.replace(/./g, '0'), facts: {} })],
    ['another figure', (digest: string) => ({ digest, facts: { 't2.licences.decisions': 999 } })],
  ])('a receipt does not vouch for %s', async (_title, forge) => {
    const { understood, file, receipt } = await readPage();
    const { digest, facts } = forge(file.digest);
    const report = { ...understood, facts: { ...understood.facts, ...facts } };
    const call = editor.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report, parts: nothing },
      source: { file: { ...file, digest }, receipt },
    });
    expect(await refusalOf(call)).toMatchObject({
      code: 'BAD_INPUT',
      details: { issues: [{ path: ['source', 'receipt'] }] },
    });
    expect((await draft()).facts).toEqual({});
  });

  test('a receipt of another person is none', async () => {
    const { understood: report, file, receipt } = await readPage();
    const colleague = await server.as('colleague');
    const call = colleague.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report, parts: nothing, source: { file, receipt } },
    });
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('a cell that somebody changed meanwhile is not written over, and nothing else is either', async () => {
    const { understood: report } = await readPage();
    const colleague = await server.as('colleague');
    const change = { kind: 'fact', key: 't2.licences.decisions', value: 7 } as const;
    await colleague.reports.save.mutate({ id, revision: 1, changes: [change] });
    const accept = (revision: number) =>
      editor.imports.accept.mutate({ reportId: id, revision, report, parts: { text: true, head: true } });
    const refusal = await refusalOf(accept(1));
    expect(refusal).toMatchObject({ code: 'CONFLICT', details: { revision: 2 } });
    expect(refusal.details.conflicts?.map(({ field, by }) => [field, by])).toEqual([
      ['fact:t2.licences.decisions', 'colleague'],
    ]);
    expect((await draft()).facts).toEqual({ 't2.licences.decisions': 7 });
    await accept(2);
    expect((await draft()).facts).toEqual(report.facts);
  });

  test('cells that the format does not have are refused by name', async () => {
    const { understood: report } = await readPage();
    const call = editor.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report, keys: ['t9.nothing'], parts: nothing },
    });
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('never empties a section that the file does not have', async () => {
    await fillIn(editor, id, { ...soundReport(), title: (await draft()).title });
    const { revision, report: before } = await editor.reports.get.query({ id });
    const { understood } = await readPage();
    const report = { ...understood, preface: [], sections: understood.sections.slice(0, 1), facts: {} };
    await editor.imports.accept.mutate({ reportId: id, revision, report, parts: { text: true, head: false } });
    const after = await draft();
    expect(after.sections.slice(1)).toEqual(before.sections.slice(1));
    expect(after.preface).toEqual(before.preface);
  });
});

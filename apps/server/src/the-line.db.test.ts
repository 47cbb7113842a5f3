import { readFileSync } from 'node:fs';
import type { Change, Report } from '@nianbao/core';
import { ruleById, sectionHeading, describe as sentences } from '@nianbao/core';
import { createViewer } from '@nianbao/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewerData } from './site/viewer-data.ts';
import type { TestServer } from './testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from './testing/index.ts';

const assets = { stylesheet: '/assets/site.css', files: new Map() };

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
beforeAll(async () => {
  server = await createTestServer({
    mountSite: (database) => (app) => void app.route('/', createViewer(viewerData(database), { assets })),
  });
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
});
afterAll(() => server.close());

const upload = (reportId: string, file: File) => {
  const form = new FormData();
  form.set('reportId', reportId);
  form.set('file', file);
  return form;
};

/** The report of 云溪县林业局 for 2025 as a web page: a sum of 表三, a figure in the text and a stock of documents are off. */
const page = readFileSync(new URL('../examples/yunxi-forestry-2025.html', import.meta.url));

const pageOf = () => `/agencies/${server.agencies.forestry.id}/2025`;

describe('a report from a file to the public', () => {
  let id: string;

  beforeAll(async () => {
    const { id: lastYear } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2024 });
    await fillIn(editor, lastYear, soundReport(2024));
    await move(editor, lastYear, { move: 'submit' });
    await move(reviewer, lastYear, { move: 'approve' });
    await move(reviewer, lastYear, { move: 'publish' });
    ({ id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
  });

  test('the editor reads a file and sees figures, findings in both languages, and what differs from the draft', async () => {
    const before = await editor.reports.get.query({ id });
    const read = await editor.imports.read.mutate(upload(id, new File([page], 'report.html')));
    expect(read.understood.facts).toMatchObject({ 't2.licences.decisions': 1309 });
    expect(read.differences).toContainEqual({ key: 't2.licences.decisions', draft: null, read: 1309 });
    expect(read).toMatchObject({ otherFormat: false, otherAgency: false, otherYear: false });
    const rules = read.findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
    expect(rules.sort()).toEqual(['T3-BALANCE', 'T3-PROCESSED-SUM', 'T3-ROW-TOTAL', 'TEXT-FIGURE', 'YEAR-IN-FORCE']);
    const sum = read.findings.find(({ rule }) => rule === 'T3-PROCESSED-SUM');
    expect(sum?.zh?.message).toMatch(/\p{Script=Han}/u);
    expect(sum?.en?.instruction).toMatch(/[a-z]/);
    expect((await editor.reports.get.query({ id })).report).toEqual(before.report);
  });

  test('takes it over, mends what the findings say, explains the warning, and submits', async () => {
    const { understood } = await editor.imports.read.mutate(upload(id, new File([page], 'report.html')));
    const { revision } = await editor.imports.accept.mutate({
      ...{ reportId: id, revision: 1, report: understood, parts: { text: true, head: true } },
    });
    const draft = await editor.reports.get.query({ id });
    expect({ ...draft.report, sections: [] }).toEqual({
      ...{ ...understood, agency: '云溪县林业局', publishedOn: null, sections: [] },
      // The file names nobody to ask: last year's contact stays.
      contact: soundReport(2024).contact,
    });
    const words = (sections: Report['sections']) =>
      sections.map((section) => [sectionHeading(section), section.blocks]);
    expect(words(draft.report.sections)).toEqual(words(understood.sections));

    const repairs = new Map(draft.findings.flatMap(({ repair }) => (repair ? [[repair.cell, repair.value]] : [])));
    expect([...repairs]).toEqual([['t3.processedTotal.naturalPerson', 19]]);
    const overview = draft.report.sections[0];
    if (overview === undefined) throw new Error('no overview');
    const blocks = overview.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: block.text.replace('收到申请20件', '收到申请21件') } : block,
    );
    const mended: Change[] = [
      ...[...repairs].map(([key, value]): Change => ({ kind: 'fact', key, value })),
      { kind: 'section', position: 0, title: overview.title, blocks },
    ];
    await editor.reports.save.mutate({ id, revision, changes: mended });
    const { findings } = await editor.reports.get.query({ id });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['YEAR-IN-FORCE', 'warning']]);
    const [{ rule, instance } = { rule: '', instance: null }] = findings;
    await editor.reports.explain.mutate({ id, rule, instance, text: '集中清理时有一件自行失效，不计入本年废止。' });
    expect(await move(editor, id, { move: 'submit' })).toMatchObject({ state: 'submitted' });
  });

  test('nobody outside sees it before it is published', async () => {
    expect((await server.request(pageOf())).status).toBe(404);
    const anyone = await server.as(null);
    expect((await anyone.published.list.query({ year: 2025 })).total).toBe(0);
  });

  test('the reviewer approves and publishes it, and everybody reads it', async () => {
    await move(reviewer, id, { move: 'approve' });
    await move(reviewer, id, { move: 'publish' });
    const answer = await server.request(pageOf());
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('云溪县林业局2025年政府信息公开工作年度报告');
    expect(html).toContain('1309');
    expect(await (await server.request('/')).text()).toContain('云溪县林业局');
    expect(html).toContain('集中清理时有一件自行失效');
  });

  test('its public page, read back from a file, is the same report', async () => {
    const html = await (await server.request(pageOf())).text();
    const other = await server.as('otherEditor');
    const { id: copy } = await other.reports.create.mutate({ agencyId: server.agencies.education.id, year: 2025 });
    const read = await other.imports.read.mutate(upload(copy, new File([html], 'page.html', { type: 'text/html' })));
    expect(read.understood.facts).toEqual((await editor.reports.get.query({ id })).report.facts);
    expect(read).toMatchObject({ otherAgency: true, otherYear: false });
    expect(read.figures.every(({ line, confidence }) => line > 0 && confidence > 0.9)).toBe(true);
  });

  test('findings name rules that people can look up', async () => {
    const { findings } = await reviewer.reports.get.query({ id });
    for (const finding of findings) {
      const kind = ruleById.get(finding.rule);
      expect(kind && sentences(kind, finding, 'zh').message).toBeTruthy();
    }
  });
});

describe('files that are no report', () => {
  test.each([
    ['an empty file', new File([], 'empty.html')],
    ['random bytes', new File([new Uint8Array(5000).map((_, at) => (at * 7919) % 251)], 'x.bin')],
    ['a PDF', new File(['%PDF-1.7 …'], 'report.pdf')],
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'scan.png')],
  ])('%s is refused with a reason in both languages', async (_title, file) => {
    const { id } = (await editor.reports.list.query({ year: 2025 }))[0] ?? { id: '' };
    const refusal = await refusalOf(editor.imports.read.mutate(upload(id, file)));
    expect(refusal).toMatchObject({ code: 'UNREADABLE_FILE', httpStatus: 422 });
    expect(refusal.details.reason).toMatchObject({ zh: expect.stringMatching(/。/), en: expect.stringMatching(/\./) });
  });

  test('a form without a file says so', async () => {
    const { id } = (await editor.reports.list.query({ year: 2025 }))[0] ?? { id: '' };
    const form = new FormData();
    form.set('reportId', id);
    expect(await refusalOf(editor.imports.read.mutate(form))).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('tables of another format are not taken over', async () => {
    const { id, revision } = await (async () => {
      const { id: draft } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2020 });
      return editor.reports.get.query({ id: draft });
    })();
    const accept = editor.imports.accept.mutate({
      ...{ reportId: id, revision, report: soundReport(), parts: { text: false, head: false } },
    });
    expect(await refusalOf(accept)).toMatchObject({ code: 'OTHER_FORMAT' });
  });
});

test('content filled over the API is what the check sees', async () => {
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2023 });
  await fillIn(editor, id, soundReport());
  expect((await editor.reports.get.query({ id })).report).toMatchObject({ year: 2023, facts: soundReport().facts });
});

import { findAll } from '@nianbao/ui/testing';
import { describe, expect, it } from 'vitest';
import { demoData } from '../testing/demo-data.ts';
import { openViewer } from '../testing/open-viewer.ts';
import type { PublishedReport } from '../viewer-data.ts';

const { open, read } = openViewer();
const report = '/agencies/forestry/2025';

describe('a published report', () => {
  it('has its particulars', async () => {
    const page = await read(report);
    const particulars = findAll(page, 'dl', ['class', 'metadata'])[0]?.text ?? '';
    for (const said of [
      '539901-012/2026-00007',
      '云溪县林业局',
      '2026年1月12日',
      '2026年1月19日',
      '第2版',
      '91ac44e7',
      '0000-1234567',
    ]) {
      expect(particulars).toContain(said);
    }
    expect(findAll(page, 'meta', ['name', 'PubDate'])[0]?.attributes.get('content')).toBe('2026-01-19');
  });

  it('says that it was corrected and why, and keeps the former version readable', async () => {
    const text = await (await open(report)).text();
    expect(text).toContain('更正说明');
    expect(text).toContain('经核对台账更正为3件');
    const former = await read(`${report}/versions/1`);
    expect(findAll(former, 'p', ['data-kind', 'superseded'])[0]?.text).toContain('您正在看的是第1版，已被第2版更正');
  });

  it('publishes warnings with the organ’s answers', async () => {
    const page = await read(report);
    const warning = findAll(page, 'li').find(({ text }) => text.includes('T2-IN-FORCE-UNDER-ISSUED'));
    expect(warning?.text).toContain('提示');
    expect(warning?.text).toContain('移交县自然资源局');
  });

  it('shows rates with formula and numbers, and why there is none', async () => {
    const rows = findAll(await read(report), 'tr').map(({ text }) => text);
    expect(rows).toContain('公开率77.8%（予以公开 + 部分公开）÷ 办理结果总计21 ÷ 27');
    expect(await (await open(report)).text()).toContain('未列出：复议纠错率、诉讼纠错率（分母不足10，不计算）。');
  });

  it('offers each kind of document with what it is good for, and for a former version that version', async () => {
    const links = async (path: string) =>
      findAll(await read(path), 'a', ['download', '']).map(({ text, attributes }) => [text, attributes.get('href')]);
    expect(await links(report)).toEqual([
      ['DOCX', `${report}.docx`],
      ['PDF', `${report}.pdf`],
      ['XLSX', `${report}.xlsx`],
      ['HTML', `${report}.html`],
      ['CSV', `${report}.csv`],
      ['JSON', `${report}.json`],
    ]);
    expect((await links(`${report}/versions/1`))[0]).toEqual(['DOCX', `${report}/versions/1.docx`]);
    const text = findAll(await read(report), 'details', ['class', 'downloads'])[0]?.text;
    expect(text).toContain('可编辑、打印');
  });

  it('makes every figure a link to its explanation', async () => {
    const page = await read(report);
    const figures = findAll(page, 'a', ['class', 'figure']);
    expect(figures).toHaveLength(215);
    expect(figures[0]?.attributes.get('href')).toBe(`${report}?figure=t2.regulations.issued#t2`);
  });
});

describe('last year beside this year', () => {
  it('shows both values and the change', async () => {
    const page = await read(`${report}?compare=1`);
    const cell = findAll(page, 'td', ['data-cell', 't3.received.total'])[0];
    expect(cell?.text).toBe('27上年 31↓减少 4');
  });

  it('says nothing where both years are 0', async () => {
    const cell = findAll(await read(`${report}?compare=1`), 'td', ['data-cell', 't3.refused.stateSecret.total'])[0];
    expect(cell?.text).toBe('0');
  });

  it('is not offered where there is no report of last year', async () => {
    expect(await (await open('/agencies/township/2020')).text()).not.toContain('与上年对照');
  });
});

describe('the explanation of a figure', () => {
  const explained = async (path: string) => findAll(await read(path), 'aside')[0]?.text ?? '';

  it('has meaning, article, sums with their verdict, and the years', async () => {
    const text = await explained(`${report}?figure=t3.granted.total`);
    for (const said of [
      '三、本年度办理结果 › （一）予以公开 › 总计',
      '17件',
      '《政府信息公开条例》第三十六条第（一）项',
      '总计 17=自然人 15+商业企业 2+其余4项为0✓ 相符',
      '（七）总计 27=（一）予以公开 17',
      '20232024202592117',
    ]) {
      expect(text.replaceAll('  ', ' ')).toContain(said);
    }
  });

  it('says where there is no official definition', async () => {
    expect(await explained(`${report}?figure=t4.review.upheld`)).toContain('未见官方定义');
  });

  it('points out the cells that the figure sums', async () => {
    const page = await read(`${report}?figure=t4.review.total`);
    const emphasis = findAll(page, 'td').flatMap(({ attributes }) =>
      attributes.has('data-emphasis') ? [[attributes.get('data-cell'), attributes.get('data-emphasis')]] : [],
    );
    expect(emphasis.slice(0, 5)).toEqual([
      ['t4.review.upheld', 'related'],
      ['t4.review.corrected', 'related'],
      ['t4.review.otherOutcome', 'related'],
      ['t4.review.pending', 'related'],
      ['t4.review.total', 'selected'],
    ]);
  });

  it('opens nothing for a figure that the format does not have', async () => {
    const response = await open(`${report}?figure=t9.nothing`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<aside');
  });

  it('cites articles in English for English readers', async () => {
    expect(await explained(`${report}?figure=t3.granted.total&lang=en`)).toContain('Article 36 (1)');
  });
});

it('keeps markup in a report’s words as words', async () => {
  const hostile = '</title><script>alert(1)</script>';
  const demo = await demoData.getPublished({ agencyId: 'forestry', year: 2025, version: null });
  if (demo === null) throw new Error('the demonstration report is gone');
  const published: PublishedReport = {
    ...demo,
    agency: { ...demo.agency, name: hostile },
    report: {
      ...demo.report,
      agency: hostile,
      title: hostile,
      indexNumber: hostile,
      contact: { name: hostile, address: hostile, postcode: hostile, phones: [hostile], emails: [hostile] },
    },
    versions: demo.versions.map((version) => ({ ...version, note: hostile })),
    explanations: demo.explanations.map((explanation) => ({ ...explanation, text: hostile })),
  };
  const page = await openViewer({ getPublished: async () => published }).read(`${report}?figure=t3.received.total`);
  expect(findAll(page, 'script')).toEqual([]);
  expect(findAll(page, 'h1')[0]?.text).toBe(hostile);
  expect(page.errors).toEqual([]);
});

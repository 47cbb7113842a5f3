import type { Block, Report } from '@nianbao/core';
import { emptyReport, formatById, formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { carry, findInside } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { attribute, isElement, isText } from '../../html/elements.ts';
import { readReport } from '../../read-report.ts';
import { publication, writtenRuns } from '../../testing/publication.ts';
import { editions } from '../editions.ts';
import { writeHtml } from './write-html.ts';

type Element = DefaultTreeAdapterTypes.Element;

interface Page {
  readonly errors: readonly string[];
  readonly elements: readonly Element[];
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const own = isElement(node) ? [node] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (isText(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

async function write(
  report: Report,
  mark: typeof publication | null = null,
): Promise<Page & { readonly html: string }> {
  const html = new TextDecoder().decode(await writeHtml(carry(report, mark)));
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  return { html, errors, elements: elementsOf(document) };
}

const named = ({ elements }: Page, ...names: readonly string[]): readonly Element[] =>
  elements.filter(({ tagName }) => names.includes(tagName));

const base: Report = emptyReport('云溪县林业局', 2024, formatById['2021']);

const withBlocks = (blocks: readonly Block[]): Report => ({
  ...base,
  sections: base.sections.map((section, at) => (at === 0 ? { ...section, blocks: [...blocks] } : section)),
});

/** Elements and attributes that run, or that call something up when the page is opened. */
function active({ elements }: Page): string[] {
  return elements.flatMap(({ tagName, attrs }) => [
    ...(['script', 'iframe', 'object', 'embed', 'link', 'form'].includes(tagName) ? [tagName] : []),
    ...attrs.flatMap(({ name, value }) =>
      /^on|^style$/.test(name) || (/^(?:src|srcset|href)$/.test(name) && tagName !== 'a' && !value.startsWith('data:'))
        ? [name]
        : [],
    ),
  ]);
}

/** Ids that come twice, and heads named by cells that are not there. */
function brokenIds({ elements }: Page): string[] {
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  const used = elements.flatMap((element) => (attribute(element, 'headers') ?? '').split(' ').filter(Boolean));
  return [...ids.filter((id, at) => ids.indexOf(id) !== at), ...used.filter((id) => !ids.includes(id))];
}

describe.each(formats)('a report in the format of $id as HTML', (format) => {
  it('is a page without errors, without anything that runs, whose figures all name their heads', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const page = await write(report, publication);
        expect(page.errors).toEqual([]);
        expect(active(page)).toEqual([]);
        expect(brokenIds(page)).toEqual([]);
        const figures = page.elements.filter((element) => attribute(element, 'headers') !== null);
        expect(figures.filter(({ tagName }) => tagName === 'td')).toHaveLength(format.cells.length);
      }),
      { numRuns: writtenRuns },
    );
  });

  it('reads back as the report that it carries, with nothing altered on the way', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), fc.constantFrom(publication, null), async (report, mark) => {
        const carried = carry(report, mark);
        const read = await readReport(await writeHtml(carried), { fileName: 'report.html' });
        expect(read).toMatchObject({ ok: true, report, findings: [], copy: { kind: 'unaltered', carried } });
      }),
      { numRuns: writtenRuns },
    );
  });

  it('carries the report inside its article, and is the same page each time', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const page = await write(report, publication);
        const reversed = { ...report, facts: Object.fromEntries(Object.entries(report.facts).reverse()) };
        expect((await write(reversed, publication)).html).toBe(page.html);
        const [article] = named(page, 'article');
        const inside = article === undefined ? [] : elementsOf(article);
        const [text] = inside.flatMap((element) => attribute(element, carriers.htmlAttribute) ?? []);
        expect(findInside(text ?? '')).toEqual({
          kind: 'sound',
          carried: carry(report, publication),
          edition: editions.html,
        });
      }),
      { numRuns: writtenRuns },
    );
  });
});

describe('what a page says of itself', () => {
  it('marks a draft, and keeps the mark out of what is read', async () => {
    expect((await write(base)).html).toContain('草稿（未发布）');
    const read = await readReport(await writeHtml(carry(base, null)), { fileName: 'draft.html' });
    expect(JSON.stringify(read.ok ? read.report : read.error)).not.toContain('草稿');
  });

  it('names the version, its day, its address and its code at the foot', async () => {
    const page = await write(base, publication);
    const foot = named(page, 'footer').map(textOf).join();
    expect(foot).toContain(`第2版 · 2025年1月20日发布 · 校验码 ${carry(base, null).digest.slice(0, 12)}`);
    expect(named(page, 'a').map((link) => attribute(link, 'href'))).toEqual([publication.address]);
    expect(page.html).not.toContain('草稿');
  });

  it('links no address that could run', async () => {
    const page = await write(base, { ...publication, address: 'javascript:alert(1)' });
    expect(named(page, 'a')).toEqual([]);
  });

  it('has its title, language and what government sites ask for in the head', async () => {
    const page = await write({ ...base, publishedOn: '2025-01-20', indexNumber: 'YX03/2024-00012' });
    expect(named(page, 'title').map(textOf)).toEqual(['云溪县林业局2024年政府信息公开工作年度报告']);
    expect(named(page, 'html').map((html) => attribute(html, 'lang'))).toEqual(['zh-CN']);
    const metadata = named(page, 'meta').map((meta) => [attribute(meta, 'name'), attribute(meta, 'content')]);
    expect(metadata).toContainEqual(['PubDate', '2025-01-20']);
    expect(metadata).toContainEqual(['ContentSource', '云溪县林业局']);
  });
});

describe('the text', () => {
  it('has headings in an unbroken outline', async () => {
    const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });
    const page = await write(withBlocks([heading(4, '甲'), heading(2, '乙'), heading(4, '丙')]));
    const outline = named(page, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tagName }) => tagName);
    expect(outline.slice(0, 5)).toEqual(['h1', 'h2', 'h3', 'h3', 'h4']);
  });

  it('shows characters of markup as what they are', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"&amp;\u0000\ud800';
    const report: Report = { ...withBlocks([{ kind: 'paragraph', text: hostile }]), title: hostile, agency: hostile };
    const page = await write({ ...report, facts: { 't3.received.total': { unreadable: hostile } } });
    expect(page.errors).toEqual([]);
    expect(active(page)).toEqual([]);
    expect(named(page, 'p').map(textOf)).toContain('<script>alert(1)</script><img src=x onerror=alert(1)>"&amp;');
  });

  it('is carried unchanged, whatever characters it holds', async () => {
    const report = withBlocks([{ kind: 'paragraph', text: '\u0000\u000b\u0085\ud800\ufdd0\uffff "<&>\u3000\r\n' }]);
    const page = await write(report);
    const [text] = page.elements.flatMap((element) => attribute(element, carriers.htmlAttribute) ?? []);
    expect(findInside(text ?? '')).toMatchObject({ kind: 'sound', carried: { report } });
  });

  it('names blank heads of a table as plain cells, and lets short rows reach to its end', async () => {
    const rows = [['', '条数'], ['网站', '5'], ['合计5条']];
    const page = await write({ ...withBlocks([{ kind: 'table', caption: null, headRows: 1, rows }]), format: null });
    expect(named(page, 'th').map(textOf)).toEqual(['条数']);
    expect(named(page, 'td').map((cell) => attribute(cell, 'colspan'))).toEqual([null, null, null, '2']);
  });

  it('never calls up a picture elsewhere', async () => {
    const page = await write(withBlocks([{ kind: 'image', source: 'https://example.com/tu.png', alt: '流程图' }]));
    expect(named(page, 'img')).toEqual([]);
    expect(named(page, 'p').map(textOf)).toContain('〔图：流程图〕');
  });
});

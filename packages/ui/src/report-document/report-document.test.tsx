import type { Report } from '@nianbao/core';
import { emptyReport, formatById } from '@nianbao/core';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { brokenIds, findAll, parseHtml } from '../testing/index.ts';
import type { ReportDocumentProps } from './report-document.tsx';
import { ReportDocument } from './report-document.tsx';

const report: Report = emptyReport('云溪县林业局', 2025, formatById['2021']);

const shown = (changes: Partial<Report>, props: Partial<ReportDocumentProps> = {}) =>
  parseHtml(renderToString(<ReportDocument report={{ ...report, ...changes }} locale="zh" {...props} />));

const withBlocks = (blocks: Report['sections'][number]['blocks']) =>
  shown({ sections: report.sections.map((section, at) => (at === 0 ? { ...section, blocks } : section)) });

describe('a report as a document', () => {
  it('has the title, the six numbered sections in order, and each table in its section', () => {
    const page = shown({});
    expect(findAll(page, 'h1').map(({ text }) => text)).toEqual(['云溪县林业局2025年政府信息公开工作年度报告']);
    expect(findAll(page, 'h2').map(({ text }) => text)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    const order = page.elements.flatMap(({ name, attributes }) =>
      name === 'h2' ? 'heading' : name === 'table' ? (attributes.get('data-layout') ?? []) : [],
    );
    expect(order).toEqual([
      'heading',
      'heading',
      'bands',
      'heading',
      'matrix',
      'heading',
      'groups',
      'heading',
      'heading',
    ]);
    expect(page.errors).toEqual([]);
    expect(brokenIds(page)).toEqual([]);
  });

  it('keeps a heading as it was written, number and all', () => {
    const page = shown({ sections: [{ id: 'overview', title: '一.  总体情况', blocks: [] }] });
    expect(findAll(page, 'h2')[0]?.text).toBe('一. 总体情况');
  });

  it('shows the tables of sections that the report lacks at the end', () => {
    const page = shown({ sections: report.sections.filter(({ id }) => id !== 'applications') });
    expect(findAll(page, 'table', ['data-layout', 'matrix'])).toHaveLength(1);
    expect(findAll(page, 'h2').at(-1)?.text).toBe('收到和处理政府信息公开申请情况');
  });

  it('shows a report from before the official tables as text alone', () => {
    const page = shown({ format: null, facts: {}, sections: [{ id: null, title: '概述', blocks: [] }] });
    expect(findAll(page, 'table')).toEqual([]);
    expect(findAll(page, 'h2').map(({ text }) => text)).toEqual(['概述']);
  });

  it('ends with the agency and the day of writing', () => {
    const page = shown({ writtenOn: '2026-01-12' });
    expect(findAll(page, 'footer')[0]?.text).toBe('云溪县林业局2026年1月12日');
  });
});

describe('the text', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>“&amp;';

  it('is text and never markup, wherever it stands', () => {
    const page = shown({
      title: hostile,
      agency: hostile,
      preface: [{ kind: 'paragraph', text: hostile }],
      sections: [
        {
          id: 'proactiveDisclosure',
          title: hostile,
          blocks: [
            { kind: 'heading', level: 2, text: hostile },
            { kind: 'list', ordered: true, items: [hostile] },
            { kind: 'table', caption: hostile, headRows: 1, rows: [[hostile], [hostile]] },
            { kind: 'image', source: hostile, alt: hostile },
            { kind: 'localRow', label: hostile, values: [hostile] },
          ],
        },
      ],
      facts: { 't2.regulations.issued': { unreadable: hostile } },
    });
    expect(findAll(page, 'script')).toEqual([]);
    expect(findAll(page, 'img')).toEqual([]);
    expect(findAll(page, 'h1')[0]?.text).toBe(hostile);
    expect(page.elements.filter(({ attributes }) => attributes.has('onerror') || attributes.has('style'))).toEqual([]);
  });

  it.each([
    ['https://tracker.example/pixel.gif', 0],
    ['//tracker.example/pixel.gif', 0],
    ['data:text/html;base64,PHNjcmlwdD4=', 0],
    ['data:image/png;base64,iVBORw0KGgo=', 1],
  ])('shows the picture %s %d times', (source, times) => {
    const page = withBlocks([{ kind: 'image', source, alt: '公开流程图' }]);
    expect(findAll(page, 'img')).toHaveLength(times);
    expect(findAll(page, 'figcaption')[0]?.text).toBe('公开流程图');
  });

  it('keeps a table inside the text with its heads', () => {
    const page = withBlocks([
      {
        kind: 'table',
        caption: '培训',
        headRows: 1,
        rows: [
          ['场次', '人次'],
          ['2', '43'],
        ],
      },
    ]);
    expect(
      findAll(page, 'th', ['scope', 'col'])
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['场次', '人次']);
  });

  it('shows a local row under its table, outside the official cells', () => {
    const sections = report.sections.map((section) =>
      section.id === 'applications'
        ? { ...section, blocks: [{ kind: 'localRow' as const, label: '其中：网上申请', values: ['3'] }] }
        : section,
    );
    const page = shown({ sections });
    const row = findAll(page, 'th', ['scope', 'row']).find(({ text }) => text === '其中：网上申请');
    expect(row).toBeDefined();
    expect(findAll(page, 'td').filter(({ attributes }) => attributes.has('data-cell'))).toHaveLength(200);
  });

  it('marks the passages that findings point at', () => {
    const page = shown(
      {
        sections: [
          { id: 'overview', title: '总体情况', blocks: [{ kind: 'list', ordered: false, items: ['一场', '共12件'] }] },
        ],
      },
      { passages: [{ section: 0, block: 0, start: 4, end: 6, severity: 'warning' }] },
    );
    expect(findAll(page, 'mark').map(({ text }) => text)).toEqual(['12']);
  });
});

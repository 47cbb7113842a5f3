import type { Block, Report } from '@nianbao/core';
import { formats, tableGrid } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, findInside } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { readReport } from '../../read-report.ts';
import type { OpenedDocx } from '../../testing/opened-docx.ts';
import { bodyOf, looseParts, openDocx, paragraphsOf, partOf, rowsOf } from '../../testing/opened-docx.ts';
import { publication, writtenRuns } from '../../testing/publication.ts';
import type { XmlElement } from '../../testing/xml-tree.ts';
import { elementsNamed } from '../../testing/xml-tree.ts';
import { editions } from '../editions.ts';
import { writeDocx } from './write-docx.ts';

const draft = async (report: Report): Promise<OpenedDocx> => openDocx(await writeDocx(carry(report, null)));

/** Word takes a document for damaged where properties stand in another order. */
const order: Readonly<Record<string, string>> = {
  'w:pPr': 'pStyle keepNext keepLines widowControl numPr spacing ind jc outlineLvl',
  'w:rPr': 'rFonts b bCs spacing kern sz szCs lang',
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:tcPr': 'tcW gridSpan vMerge shd tcMar vAlign',
  'w:sectPr': 'headerReference footerReference pgSz pgMar cols',
  'w:style': 'name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr',
  'w:lvl': 'start numFmt suff lvlText lvlJc pPr',
  'w:settings': 'zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
};

function misplaced(element: XmlElement): string[] {
  const names = order[element.name]?.split(' ').map((name) => `w:${name}`);
  const places = element.children.map(({ name }) => names?.indexOf(name) ?? 0);
  const wrong = names !== undefined && places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0));
  const own = wrong ? [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`] : [];
  return [...own, ...element.children.flatMap(misplaced)];
}

const shown = (value: Report['facts'][string] | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.unreadable : String(value);
};

/** What a block says, a line for each paragraph; tables and pictures are looked at apart. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return block.caption === null ? [] : [block.caption];
    case 'image':
      return [`〔图：${block.alt}〕`];
    case 'localRow':
      return [];
  }
}

const numerals = ['一', '二', '三', '四', '五', '六'];

const nothing: XmlElement = { name: '', attributes: {}, children: [], text: '' };
const isStatutory = ({ attributes }: XmlElement): boolean => /^表[二三四]/.test(attributes['w:val'] ?? '');

describe.each(formats)('a report in the format of $id as DOCX', (format) => {
  it('is a package that Word opens: all parts typed and related, all properties in their order', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const docx = await draft(report);
        expect(looseParts(docx)).toEqual([]);
        expect([...docx.xml.values()].flatMap(misplaced)).toEqual([]);
      }),
      { numRuns: writtenRuns },
    );
  });

  it('says every word of the report in its order', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const said = paragraphsOf(await draft(report)).filter(({ style }) => style !== 'DocumentFacts');
        expect(said.map(({ text }) => text.replaceAll('\n', ''))).toEqual([
          report.title,
          ...report.preface.flatMap(linesOf),
          ...report.sections.flatMap(({ title, blocks }, at) => [
            `${numerals[at]}、${title}`,
            ...blocks.flatMap(linesOf),
          ]),
          report.agency,
          expect.stringMatching(/^\d{4}年1月\d{1,2}日$/),
        ]);
      }),
      { numRuns: writtenRuns },
    );
  });

  it('draws the three tables as the notice does, each figure in its cell', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const tables = bodyOf(await draft(report)).filter(({ name }) => name === 'w:tbl');
        const statutory = tables.filter((table) => elementsNamed(table, 'w:tblCaption').some(isStatutory));
        expect(statutory).toHaveLength(3);
        for (const [at, table] of format.tables.entries()) {
          const grid = tableGrid(format, table);
          const drawn = rowsOf(statutory[at] ?? nothing).map((row) => row.filter(({ merged }) => !merged));
          const wanted = grid.rows.map(({ cells }) =>
            cells.map((cell) => (cell.kind === 'figure' ? shown(report.facts[cell.cell.key]) : cell.text)),
          );
          expect(drawn.map((row) => row.map(({ text }) => text))).toEqual(wanted);
          for (const row of rowsOf(statutory[at] ?? nothing)) {
            expect(row.reduce((sum, { columnSpan }) => sum + columnSpan, 0)).toBe(grid.columns);
          }
        }
      }),
      { numRuns: writtenRuns },
    );
  });

  it('carries the report inside, and is the same file each time', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const bytes = await writeDocx(carry(report, publication));
        const reversed = { ...report, facts: Object.fromEntries(Object.entries(report.facts).reverse()) };
        expect(await writeDocx(carry(reversed, publication))).toEqual(bytes);
        const item = partOf(openDocx(bytes), 'customXml/item1.xml');
        expect([item.name, item.attributes['xmlns']]).toEqual([carriers.customXml.root, carriers.customXml.namespace]);
        expect(findInside(item.text)).toEqual({
          kind: 'sound',
          carried: carry(report, publication),
          edition: editions.docx,
        });
      }),
      { numRuns: writtenRuns },
    );
  });

  it('reads back as the report that it carries, with nothing altered on the way', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), fc.constantFrom(publication, null), async (report, mark) => {
        const carried = carry(report, mark);
        const read = await readReport(await writeDocx(carried), { fileName: 'report.docx' });
        expect(read).toMatchObject({ ok: true, report, findings: [], copy: { kind: 'unaltered', carried } });
      }),
      { numRuns: writtenRuns },
    );
  });
});

import fc from 'fast-check';
import type { CellValue } from '../figures/facts.ts';
import type { Format } from '../formats/format.ts';
import type { Block } from '../report/blocks.ts';
import type { Report, ReportSection } from '../report/report.ts';
import { cellValues, consistentReports } from './arbitraries.ts';

const agencies = ['青岚镇人民政府', '云溪县林业局', '云溪县人民政府办公室', '双溪街道办事处'] as const;

/** What stands in sentences of reports, and characters that are easily lost on the way through a file. */
const phrases = [
  '坚持以人民为中心，',
  '全年主动公开政府信息',
  '通过门户网站公开',
  '依申请公开工作规范有序，',
  '《中华人民共和国政府信息公开条例》（国务院令第711号）',
  '“互联网+政务服务”',
  'http://www.example.gov.cn/zwgk?id=1&lang=zh',
  '同比增长12.5%，',
  '占比≥50%且<100%；',
  '面积3.6㎡、气温－5℃，',
  '“㙍村”“𠮷屋”等地名',
  '一是机制更健全；二是平台更完善。',
  'GB/T 9704—2012',
  '&nbsp;与<b>不是标记，',
  '……',
] as const;

const clause = fc.oneof(
  fc.constantFrom(...phrases),
  fc.nat({ max: 9_999_999 }).map((count) => `${count}条，`),
);
const sentence = fc
  .array(clause, { minLength: 1, maxLength: 8 })
  .map((parts) => `${parts.join('').replace(/[，；、]$/, '')}。`);
const paragraphText = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(''));
const shortText = fc.constantFrom(
  '主动公开方面',
  '依申请公开方面',
  '政府信息管理',
  '平台建设',
  '监督保障',
  '下一步打算',
);

const inlineTable = fc
  .record({ columns: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 2, max: 5 }), seed: fc.nat({ max: 500 }) })
  .map(({ columns, rows, seed }): Block => {
    const cell = (row: number, column: number) =>
      row === 0 ? `渠道${column + 1}` : column === 0 ? `第${row}类` : String((seed * (row + column)) % 997);
    return {
      kind: 'table',
      caption: seed % 2 === 0 ? null : '公开渠道统计表',
      headRows: 1,
      rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column))),
    };
  });

const image = fc
  .constantFrom('公开信息分类图', '办理流程示意图')
  .map((alt): Block => ({ kind: 'image', source: '', alt }));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: paragraphText.map((text): Block => ({ kind: 'paragraph', text })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ level: fc.integer({ min: 2, max: 4 }), text: shortText })
      .map(({ level, text }): Block => ({ kind: 'heading', level, text })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ ordered: fc.boolean(), items: fc.array(sentence, { minLength: 1, maxLength: 4 }) })
      .map(({ ordered, items }): Block => ({ kind: 'list', ordered, items })),
  },
  { weight: 1, arbitrary: inlineTable },
  { weight: 1, arbitrary: image },
);

const localRow: fc.Arbitrary<Block> = fc.nat({ max: 9999 }).map((count) => ({
  kind: 'localRow',
  label: '其他主动公开文件',
  values: [String(count), '0', '12'],
}));

const blocks = fc.array(block, { minLength: 1, maxLength: 5 });

function withText(section: ReportSection, text: readonly Block[], row: Block | null): ReportSection {
  const isTable = section.id === 'proactiveDisclosure' || section.id === 'applications' || section.id === 'disputes';
  if (!isTable) return { ...section, blocks: [...text] };
  return { ...section, blocks: row !== null && section.id === 'proactiveDisclosure' ? [row] : [] };
}

/** A counterexample prints its words and the figures that are not 0 rather than the whole format. */
function readable(report: Report): Report {
  const print = () => {
    const facts = Object.fromEntries(Object.entries(report.facts).filter(([, value]) => value !== 0));
    const { title, writtenOn, indexNumber, preface, sections } = report;
    const text = sections.map(({ blocks: inside }) => inside);
    return JSON.stringify({ title, writtenOn, indexNumber, preface, text, facts });
  };
  return Object.defineProperty(report, fc.toStringMethod, { value: print });
}

/**
 * Whole reports as they are written to files: consistent figures with here and there a blank, a “/” or an unreadable
 * cell, a preface, and text of every kind of block in all narrative sections.
 */
export function writtenReports(format: Format): fc.Arbitrary<Report> {
  const odd = fc
    .constantFrom(...format.cells)
    .chain((cell) => cellValues(cell).map((value) => [cell.key, value] as const));
  return fc
    .record({
      report: consistentReports(format),
      agency: fc.constantFrom(...agencies),
      year: fc.integer({ min: format.reportYears.from, max: format.reportYears.to ?? format.reportYears.from + 4 }),
      preface: fc.array(paragraphText, { minLength: 1, maxLength: 2 }),
      text: fc.array(blocks, { minLength: 6, maxLength: 6 }),
      localRow: fc.option(localRow, { freq: 4 }),
      odd: fc.array(odd, { maxLength: 3 }),
      day: fc.integer({ min: 1, max: 28 }),
      indexNumber: fc.option(fc.constant('YX03/2024-00012')),
    })
    .map(
      ({ report, agency, year, preface, text, localRow: row, odd: oddCells, day, indexNumber }): Report => ({
        ...report,
        agency,
        year,
        title: `${agency}${year}年政府信息公开工作年度报告`,
        writtenOn: `${year + 1}-01-${String(day).padStart(2, '0')}`,
        indexNumber,
        preface: preface.map((item): Block => ({ kind: 'paragraph', text: item })),
        sections: report.sections.map((section, at) => withText(section, text[at] ?? [], row)),
        facts: { ...report.facts, ...(Object.fromEntries(oddCells) satisfies Record<string, CellValue>) },
      }),
    )
    .map(readable);
}

import type { Report } from '@nianbao/core';
import { formatById } from '@nianbao/core';
import { exampleReport } from '@nianbao/core/testing';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { looksLikeCsv, readCsv } from './read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function readFile(content: Uint8Array, fileName = 'report.csv') {
  const read = await readReport(content, { fileName });
  if (!read.ok) throw new Error(read.error.code);
  return read;
}

describe('readCsv', () => {
  it.each([
    [
      'commas',
      'a,b\n"c,""d""",e\n',
      [
        ['a', 'b'],
        ['c,"d"', 'e'],
      ],
    ],
    [
      'semicolons',
      'a;b\nc,d;e',
      [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
    ],
    [
      'tabs',
      'a\tb\n\tc',
      [
        ['a', 'b'],
        ['', 'c'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
  ])('parts fields by %s', (_, text, fields) => {
    expect(readCsv(text)?.map((record) => record.fields)).toEqual(fields);
  });

  it('knows the line at which each record begins', () => {
    expect(readCsv('a,"b\nc"\nd,e\n\nf,g')?.map((record) => record.line)).toEqual([1, 3, 4, 5]);
  });

  it('leaves text alone that has no fields', () => {
    expect(readCsv('一、总体情况\n2023年')).toBeNull();
    expect(looksLikeCsv('一、总体情况，"引文"，如下\n2023年\n第三行')).toBe(false);
    expect(looksLikeCsv('"名称","数量"\n"规章","1"\n"其他",2')).toBe(true);
  });
});

const tidyHead = 'agency_id,agency,year,version,format,cell,table,labels_zh,labels_en,unit,state,value,unreadable_text';

/** The figures of a report as this project's public site writes them. */
function tidy(report: Report, agency = '云溪县林业局'): string {
  const lines = formatById['2021'].cells.map((cell) => {
    const value = report.facts[cell.key];
    const state =
      value === null || value === undefined
        ? 'blank,,'
        : value === '/'
          ? 'not_applicable,,'
          : typeof value === 'number'
            ? `number,${value},`
            : `unreadable,,"${value.unreadable}"`;
    return `a1,${agency},2024,3,2021,${cell.key},${cell.table},"${cell.labels.join(' > ')}",,${cell.unit ?? ''},${state}`;
  });
  return `\ufeff${[tidyHead, ...lines].join('\r\n')}\r\n`;
}

describe('the tidy CSV of this project', () => {
  const facts = {
    't2.regulations.issued': null,
    't2.fees.amount': 12.5,
    't3.received.total': '/',
    't3.granted.total': { unreadable: '约十件' },
  } as const;

  it('gives back every cell with its line, and no text', async () => {
    const report = exampleReport({ facts });
    const read = await readFile(bytes(tidy(report)));
    expect(read.report).toMatchObject({ agency: '云溪县林业局', year: 2024, format: '2021', title: '', sections: [] });
    expect(read.report.facts).toEqual(report.facts);
    expect(read.figures.get('t2.fees.amount')).toMatchObject({ value: 12.5, line: 11, confidence: 1 });
    expect(read.findings.map(({ rule }) => rule)).toEqual(['READ-CELL-UNREADABLE']);
    expect(read.missing).toEqual([]);
  });

  it('is known by its columns, whatever the name of the file and the encoding', async () => {
    const text = tidy(exampleReport({ facts })).replace('\ufeff', '');
    const read = await readFile(new Uint8Array(iconv.encode(text, 'gb18030')), 'download');
    expect(read.report.agency).toBe('云溪县林业局');
    expect(read.findings.map(({ rule }) => rule)).toContain('READ-ENCODING-GUESSED');
  });

  it('says which lines it does not know, which numbers no cell can hold, and where another report begins', async () => {
    const text = `${tidy(exampleReport())
      .replace('t2.fees.amount', 't2.fees.sum')
      .replace(
        /(t3\.received\.total,.*number,)0/,
        '$11.2E+5',
      )}${tidy(exampleReport(), '云溪县教育局').split('\r\n')[1]}`;
    const read = await readFile(bytes(text));
    expect(read.findings.map(({ rule }) => rule)).toEqual([
      'READ-CELL-UNKNOWN',
      'READ-CELL-UNREADABLE',
      'READ-SECOND-REPORT',
    ]);
    expect(read.report.facts['t3.received.total']).toEqual({ unreadable: '1.2E+5' });
    expect(read.missing).toEqual(['t2.fees.amount']);
  });
});

describe('a sheet saved as CSV', () => {
  it('reads as the sheet would', async () => {
    const text = [
      '云溪县青岚镇2023年政府信息公开工作年度报告,,,',
      '一、总体情况,,,',
      '"2023年，本镇认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开各类政府信息，持续提升公开质量，公开规章1件。",,,',
      '二、主动公开政府信息情况,,,',
      '第二十条第（一）项,,,',
      '信息内容,本年制发件数,本年废止件数,现行有效件数',
      '规章,1,,"1,200"',
      '行政规范性文件,0,0,0',
    ].join('\n');
    const read = await readFile(bytes(text));
    expect(read.report).toMatchObject({ agency: '云溪县青岚镇人民政府', year: 2023 });
    expect(read.report.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['一、总体情况', 1],
      ['二、主动公开政府信息情况', 0],
    ]);
    expect(read.report.facts).toMatchObject({ 't2.regulations.issued': 1, 't2.regulations.inForce': 1200 });
    expect(read.report.facts['t2.regulations.repealed'] ?? null).toBeNull();
    expect(read.figures.get('t2.regulations.inForce')).toMatchObject({ line: 7, column: 4 });
  });
});

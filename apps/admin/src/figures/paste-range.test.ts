import { formatById, tableGrid } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { gridMap } from './grid-map.ts';
import { isRange, pasteRange, splitRange } from './paste-range.ts';

const [, t3, t4] = formatById['2021'].tables;
const applications = gridMap(tableGrid(formatById['2021'], t3));
const disputes = gridMap(tableGrid(formatById['2021'], t4));

describe('splitting what a spreadsheet copies', () => {
  test.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"a\nb"\t"say ""so"""', [['a\nb', 'say "so"']]],
    ['1\t\t3', [['1', '', '3']]],
    ['1\t', [['1', '']]],
    ['1\n\n3\n', [['1'], [''], ['3']]],
  ])('%j', (text, rows) => {
    expect(splitRange(text)).toEqual(rows);
  });

  test.each([
    ['12', false],
    ['12\r\n', false],
    ['1\t2', true],
    ['1\n2\n', true],
  ])('%j is a range: %s', (text, range) => {
    expect(isRange(text)).toBe(range);
  });
});

describe('laying a range over a table', () => {
  test('from the anchor to the right and down, each state kept apart', () => {
    const { facts, outside } = pasteRange(applications, 't3.received.naturalPerson', '1,200\t０\t\n/\t12件\t3\n');
    expect(outside).toBe(0);
    expect(facts).toEqual([
      { key: 't3.received.naturalPerson', value: 1200 },
      { key: 't3.received.enterprise', value: 0 },
      { key: 't3.received.researchInstitution', value: null },
      { key: 't3.carriedIn.naturalPerson', value: '/' },
      { key: 't3.carriedIn.enterprise', value: { unreadable: '12件' } },
      { key: 't3.carriedIn.researchInstitution', value: 3 },
    ]);
  });

  test('labels and heads that were copied along are left out', () => {
    const copied = [
      '申请人情况\t\t\t自然人\t商业企业',
      '一、本年新收政府信息公开申请数量\t\t\t5\t1',
      '三、本年度办理结果\t（一）予以公开\t\t4\t0',
    ].join('\n');
    expect(pasteRange(applications, 't3.received.naturalPerson', copied).facts).toEqual([
      { key: 't3.received.naturalPerson', value: 5 },
      { key: 't3.received.enterprise', value: 1 },
      { key: 't3.carriedIn.naturalPerson', value: 4 },
      { key: 't3.carriedIn.enterprise', value: 0 },
    ]);
  });

  test('says how much fell outside', () => {
    const { facts, outside } = pasteRange(disputes, 't4.litigationAfterReview.pending', '1\t2\t3\n4\t5\n');
    expect(facts.map(({ key }) => key)).toEqual(['t4.litigationAfterReview.pending', 't4.litigationAfterReview.total']);
    expect(outside).toBe(3);
  });

  test('a copied column goes down the column', () => {
    const { facts } = pasteRange(applications, 't3.received.total', '1\n2\n3\n');
    expect(facts.map(({ key }) => key)).toEqual(['t3.received.total', 't3.carriedIn.total', 't3.granted.total']);
  });
});

import { describe, expect, test } from 'vitest';
import { reportSchema } from '../report/report.ts';
import { exampleReport, findingsOf } from '../testing/example-report.ts';
import type { Succession } from './succession.ts';
import { beganIn, endedBy, mergedReport, predecessorsOf, priorOf, successionKind } from './succession.ts';

const successions: readonly Succession[] = [
  { year: 2024, from: ['林业局', '水务局'], to: ['农业农村局'] },
  { year: 2024, from: ['农业局'], to: ['农业农村局'] },
  { year: 2023, from: ['文体局'], to: ['文旅局', '体育局'] },
  { year: 2022, from: ['安监局'], to: ['应急局'] },
];

describe('successions', () => {
  test.each<[string, number, readonly string[] | null]>([
    ['农业农村局', 2024, ['林业局', '水务局', '农业局']],
    ['农业农村局', 2025, ['农业农村局']],
    ['应急局', 2022, ['安监局']],
    ['教育局', 2024, ['教育局']],
    ['体育局', 2023, null],
    ['体育局', 2024, ['体育局']],
  ])('%s in %i follows from %j', (agency, year, predecessors) => {
    expect(predecessorsOf(agency, year, successions)).toEqual(predecessors);
  });
});

describe('what a reorganisation is', () => {
  test.each([
    [['安监局'], ['应急局'], 'replacement', ['安监局']],
    [['林业局', '水务局'], ['农业农村局'], 'merger', ['林业局', '水务局']],
    [['林业局', '水务局'], ['林业局'], 'merger', ['水务局']],
    [['文体局'], ['文旅局', '体育局'], 'split', ['文体局']],
    [['文体局'], ['文体局', '体育局'], 'split', []],
  ])('%j to %j', (from, to, kind, ended) => {
    expect(successionKind({ from, to })).toBe(kind);
    expect(endedBy({ from, to })).toEqual(ended);
  });

  test('a body begins with the reorganisation that made it, not with one that it goes through', () => {
    const absorbed: Succession = { year: 2025, from: ['林业局', '水务局'], to: ['林业局'] };
    expect(beganIn('农业农村局', successions)).toBe(2024);
    expect(beganIn('林业局', [absorbed])).toBeNull();
    expect(beganIn('教育局', successions)).toBeNull();
  });
});

describe('the report that one follows from', () => {
  const reports: Readonly<Record<string, number>> = { 林业局: 2, 水务局: 3, 农业局: 4, 文体局: 9, 教育局: 1 };
  const published = (agency: string, year: number) =>
    reports[agency] === undefined ? null : exampleReport({ year, facts: { 't3.carriedOut.total': reports[agency] } });
  const carried = (agency: string, year: number, of = published) =>
    priorOf(agency, { year, successions }, of)?.facts['t3.carriedOut.total'] ?? null;

  test('is its own, or those of all that were merged into it', () => {
    expect(carried('教育局', 2024)).toBe(1);
    expect(carried('农业农村局', 2024)).toBe(9);
  });

  test('is none after a split, and none while one of several is missing', () => {
    expect(carried('文旅局', 2023)).toBeNull();
    const without = (agency: string, year: number) => (agency === '水务局' ? null : published(agency, year));
    expect(carried('农业农村局', 2024, without)).toBeNull();
  });
});

describe('reports of merged bodies', () => {
  const forestry = exampleReport({ year: 2023, facts: { 't3.carriedOut.total': 2, 't2.fees.amount': 0.1 } });
  const water = exampleReport({ year: 2023, facts: { 't3.carriedOut.total': 3, 't2.fees.amount': 0.2 } });

  test('are added up, money to the 分, into a valid report', () => {
    const merged = mergedReport([forestry, water]);
    expect(merged?.facts).toMatchObject({ 't3.carriedOut.total': 5, 't2.fees.amount': 0.3 });
    expect(reportSchema.safeParse(merged).success).toBe(true);
  });

  test('are what the next year’s carry-over is held against', () => {
    const report = exampleReport({ agency: '云溪县农业农村局', facts: { 't3.carriedIn.total': 5 } });
    const prior = mergedReport([forestry, water]);
    expect(findingsOf('YEAR-CARRY-OVER', report, { prior })).toEqual([]);
    expect(findingsOf('YEAR-CARRY-OVER', report, { prior: forestry })).toHaveLength(1);
  });

  test('have a blank where one of them has, and “/” where all have', () => {
    const blank = exampleReport({ year: 2023, facts: { 't3.carriedOut.total': null } });
    const slash = exampleReport({ year: 2023, facts: { 't3.carriedOut.total': '/' } });
    const of = (...reports: Parameters<typeof mergedReport>[0]) => mergedReport(reports)?.facts['t3.carriedOut.total'];
    expect(of(forestry, blank)).toBeNull();
    expect(of(forestry, slash)).toBe(2);
    expect(of(slash, slash)).toBe('/');
  });

  test('are not added up across formats or years', () => {
    expect(mergedReport([forestry, exampleReport({ year: 2020 })])).toBeNull();
    expect(mergedReport([forestry, exampleReport({ year: 2022 })])).toBeNull();
    expect(mergedReport([])).toBeNull();
    expect(mergedReport([forestry])).toBe(forestry);
  });
});

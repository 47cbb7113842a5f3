import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatById, rules } from '@nianbao/core';
import { readingKinds } from '@nianbao/documents';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunOptions } from './testing/run-nianbao.ts';
import { exampleFile, linesOf, runNianbao } from './testing/run-nianbao.ts';

const page = exampleFile('yunxi-agriculture-2024.html');
const clean = exampleFile('qinglan-township-2023.html');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
const pdf = join(folder, 'scan.pdf');
writeFileSync(pdf, '%PDF-1.7\n');
const empty = join(folder, 'empty');
mkdirSync(empty);
afterAll(() => rmSync(folder, { recursive: true }));

const nianbao = (args: readonly string[], options: Omit<RunOptions, 'folder'> = {}) =>
  runNianbao(args, { folder, ...options });

describe('nianbao check', () => {
  it('gives the indicators of a report from before the official tables, in JSON and to read', async () => {
    const old = join(folder, 'old.txt');
    writeFileSync(old, '云溪县青岚镇2016年政府信息公开工作年度报告\n一、概述\n主动公开政府信息326条。\n');
    const [line] = linesOf((await nianbao(['check', '--json', old])).out);
    expect(line.report).toMatchObject({
      format: null,
      cells: {},
      pairs: [
        { label: '主动公开政府信息', value: 326, unit: '条', group: ['一、概述'], part: null, line: 3, column: 9 },
      ],
    });
    expect((await nianbao(['check', old])).out).toContain('主动公开政府信息：326 条');
  });

  it('writes one line of JSON for each report, with every cell of its format', async () => {
    const { code, out } = await nianbao(['check', '--json', page, clean]);
    const [first, second] = linesOf(out);
    expect(code).toBe(1);
    expect(first).toMatchObject({
      file: page,
      report: { agency: '云溪县农业农村局', year: 2024, format: '2021', publishedOn: '2025-01-17' },
    });
    expect(Object.keys(first.report.cells)).toEqual(formatById['2021'].cells.map(({ key }) => key));
    expect(first.report.sections[0]).toMatchObject({
      id: 'overview',
      title: '一、总体情况',
      text: expect.stringContaining('19件'),
    });
    expect(first.findings.find((finding: { rule: string }) => finding.rule === 'T3-ROW-TOTAL')).toMatchObject({
      severity: 'error',
      expected: 3,
      actual: 4,
      message: expect.stringContaining('4'),
      source: { line: 63 },
    });
    expect(second.findings).toEqual([]);
  });

  it('ends with 0 where there is nothing to mend', async () => {
    expect((await nianbao(['check', '--json', clean])).code).toBe(0);
  });

  it('says on standard error what it could not read, and does the others', async () => {
    const { code, out, err } = await nianbao(['check', '--json', pdf, 'missing.txt', empty, clean]);
    expect(code).toBe(2);
    expect(linesOf(out).map(({ file }) => file)).toEqual([clean]);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringContaining('scan.pdf'),
      expect.stringContaining('missing.txt'),
      expect.stringContaining('文件夹'),
    ]);
  });

  it('finds relative paths from where the person is', async () => {
    writeFileSync(
      join(folder, 'here.txt'),
      '云溪县水利局2018年政府信息公开工作年度报告\n\n一、主动公开情况\n\n公开22条。\n',
    );
    const { out } = await nianbao(['check', '--json', 'here.txt']);
    expect(linesOf(out)[0]).toMatchObject({ file: 'here.txt', report: { year: 2018, format: null, cells: {} } });
  });

  it('gives a person an account in the language asked for, coloured only where wanted', async () => {
    const chinese = await nianbao(['check', page]);
    expect(chinese.out).toContain('三、收到和处理政府信息公开申请情况');
    expect(chinese.out).toContain('总计＝4，各类申请人之和＝3，相差1');
    expect(chinese.out).not.toContain('应为 3，实为 4');
    expect(chinese.out).toMatch(/第 63 行/);
    expect(chinese.out).not.toContain('\u001b[');
    const english = await nianbao(['check', '--lang', 'en', page], { env: { FORCE_COLOR: '1', NO_COLOR: '' } });
    expect(english.out).toContain('total = 4, the applicants add up to 3, a difference of 1');
    expect(english.out).toContain('\u001b[31m');
  });

  it('stops without a word when its reader goes away', async () => {
    const { err, code } = await nianbao(['check', '--json', ...Array.from({ length: 40 }, () => page)], {
      stopReading: true,
    });
    expect(err).toBe('');
    expect(code === 0 || code === 1).toBe(true);
  });
});

describe('nianbao rules and formats', () => {
  it('list every rule and every format', async () => {
    const listed = linesOf((await nianbao(['rules', '--json'])).out).map(({ rule }) => rule);
    expect(listed.toSorted()).toEqual([...rules, ...readingKinds].map(({ id }) => id).toSorted());
    expect(linesOf((await nianbao(['formats', '--json'])).out).map(({ format }) => format)).toEqual(['2019', '2021']);
  });

  it('say how they are used', async () => {
    expect(await nianbao(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('nianbao check') });
    const { out } = await nianbao(['verify', '--help', '--lang', 'en']);
    expect(out).toMatch(/--against[\s\S]*Examples\n {2}nianbao verify/);
    expect(await nianbao(['chek'])).toMatchObject({ code: 2, err: expect.stringMatching(/^nianbao: .*chek.*\n$/) });
  });
});

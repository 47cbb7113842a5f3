import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '@nianbao/core';
import { readingKinds } from '@nianbao/documents';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleFile, linesOf, runNianbao } from './testing/run-nianbao.ts';

const page = readFileSync(exampleFile('yunxi-agriculture-2024.html'));
const clean = readFileSync(exampleFile('qinglan-township-2023.html'));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Names as strangers may give them: markup, a formula, a comma. */
const faulty = '=1+1, <b>"faulty"&.html';
mkdirSync(join(folder, 'county', 'towns', 'node_modules'), { recursive: true });
writeFileSync(join(folder, 'county', faulty), page);
writeFileSync(join(folder, 'county', 'towns', 'qinglan.html'), clean);
writeFileSync(join(folder, 'county', 'towns', 'scan.pdf'), '');
writeFileSync(join(folder, 'county', 'towns', '.hidden.html'), page);
writeFileSync(join(folder, 'county', 'towns', 'node_modules', 'other.html'), page);
writeFileSync(join(folder, 'county', 'picture.png'), 'no report');

const check = (...args: string[]) => runNianbao(['check', ...args], { folder });
const whole = async (format: string, ...args: string[]) => {
  const { code, out } = await check('county', '--format', format, ...args);
  expect(code).toBe(2);
  return out;
};

describe('nianbao check of a folder', () => {
  it('reads all that may be a report in it, in order, and tells sums by rule and agency at the end', async () => {
    const out = await whole('text');
    expect(out.indexOf(`county/${faulty}`)).toBeLessThan(out.indexOf('county/towns/qinglan.html'));
    expect(out).toContain('共 3 份：1 份没有错误，1 份有错误，1 份读不了。');
    expect(out).toMatch(/T3-ROW-TOTAL .* 1 +1\n/);
    expect(out).toMatch(/云溪县农业农村局 +3 +1 +0 +1\n/);
    expect(out).not.toMatch(/hidden|node_modules|picture/);
  });

  it('reads what matches a pattern', async () => {
    const { code, out } = await check('--json', '**/q*.html');
    expect([code, linesOf(out).map(({ file }) => file)]).toEqual([0, ['county/towns/qinglan.html']]);
    expect(await check('**/x*.html')).toMatchObject({ code: 2, err: expect.stringContaining('x*.html') });
  });

  it('gives the sums alone where they are asked for', async () => {
    const [sums] = linesOf(await whole('json', '--summary'));
    expect(sums).toMatchObject({ files: 3, clean: 1, errors: 1, unreadable: 1, findings: { error: 3, warning: 1 } });
    expect(await whole('text', '--summary', '--lang', 'en')).toMatch(/^3 files: 1 without errors/);
  });

  it('leaves findings out past the limit, and says how many', async () => {
    const [first] = linesOf((await check(`county/${faulty}`, '--json', '--max-findings-total', '1')).out);
    expect(first).toMatchObject({ leftOut: 3, findings: [expect.anything()] });
    const { out } = await check(`county/${faulty}`, '--max-findings-total', '1', '--lang', 'en');
    expect(out).toContain('3 more findings are left out');
  });

  it('writes to a file, whole or not at all', async () => {
    const { out } = await check('county', '--json', '--out', 'findings.json');
    expect(out).toBe('');
    expect(linesOf(readFileSync(join(folder, 'findings.json'), 'utf8'))).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const refused = await check('county', '--out', 'nowhere/findings.json');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('nowhere/findings.json') });
  });

  it('gives the same whether many files or one, in one process or several', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let at = 0; at < 45; at += 1) writeFileSync(join(many, `${at}.html`), at % 3 === 0 ? page : clean);
    const { code, out, err } = await check('many', '--json', '--jobs', '2', '--progress');
    const names = readdirSync(many).toSorted();
    expect(linesOf(out).map(({ file }) => file)).toEqual(names.map((name) => `many/${name}`));
    const alone = await check('many/0.html', '--json');
    expect(`${out.split('\n')[0]}\n`).toBe(alone.out);
    expect([code, err]).toEqual([1, '']);
  });
});

describe('nianbao check --format', () => {
  it('csv has a line for each finding, and no formula', async () => {
    const out = await whole('csv');
    const [head, ...lines] = out.trimEnd().split('\r\n');
    expect(head).toMatch(/^\ufefffile,agency,year,format,severity,rule,/);
    expect(lines).toHaveLength(5);
    expect(
      lines.slice(0, 4).every((line) => line.startsWith('"county/=1+1, <b>""faulty""&.html",云溪县农业农村局,2024,')),
    ).toBe(true);
    expect(lines[4]).toContain(',unreadable,');
    const named = await runNianbao(['check', '--format', 'csv', faulty], { folder: join(folder, 'county') });
    expect(named.out.split('\r\n')[1]).toMatch(/^"'=1\+1/);
  });

  it('html is one page without script that escapes what files hold', async () => {
    const out = await whole('html', '--lang', 'en');
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toContain('3 files: 1 without errors, 1 with errors, 1 not readable.');
    expect(out.indexOf('<caption>By rule</caption>')).toBeLessThan(out.indexOf('qinglan.html'));
    expect(out).toContain('county/=1+1, &lt;b&gt;&quot;faulty&quot;&amp;.html');
    expect(out).not.toMatch(/<b>|<script|\bon\w+=/i);
    expect(out.match(/<tr class="error">/g)).toHaveLength(3);
    expect(out.trimEnd()).toMatch(/<\/html>$/);
  });

  it('sarif names every rule with its help, and a place for every result', async () => {
    const { version, runs } = JSON.parse(await whole('sarif'));
    const [{ tool, results, invocations }] = runs;
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(version).toBe('2.1.0');
    expect(ids).toEqual([...rules, ...readingKinds].map(({ id }) => id).concat('FILE-UNREADABLE'));
    expect(tool.driver.rules.every((rule: { help: { text: string } }) => rule.help.text !== '')).toBe(true);
    expect(results).toHaveLength(5);
    for (const result of results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.message.text).toMatch(/\p{Script=Han}/u);
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^county\//);
    }
    const region = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'T3-ROW-TOTAL').locations[0]
      .physicalLocation.region;
    expect(region).toMatchObject({ startLine: 63 });
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(JSON.parse((await check('county/towns/qinglan.html', '--format', 'sarif')).out).runs[0].results).toEqual([]);
  });

  it('junit is well-formed, a test case for each file', async () => {
    const cases: { name: string; outcome: string | null }[] = [];
    let counts = {};
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testsuites') counts = attributes;
      if (name === 'testcase') cases.push({ name: attributes['name'] ?? '', outcome: null });
      const last = cases.at(-1);
      if (last !== undefined && (name === 'failure' || name === 'error')) last.outcome = name;
    });
    parser.write(await whole('junit')).close();
    expect(counts).toMatchObject({ tests: '3', failures: '1', errors: '1' });
    expect(cases).toEqual([
      { name: `county/${faulty}`, outcome: 'failure' },
      { name: 'county/towns/qinglan.html', outcome: null },
      { name: 'county/towns/scan.pdf', outcome: 'error' },
    ]);
  });
});

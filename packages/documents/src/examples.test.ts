import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readReport } from './read-report.ts';
import { sourceOfFinding } from './source-of-finding.ts';

const folder = new URL('../examples', import.meta.url);

async function readExample(fileName: string) {
  const read = await readReport(readFileSync(new URL(fileName, folder)), { fileName });
  if (!read.ok) throw new Error(read.error.code);
  return read;
}

const clean = readdirSync(folder).filter((name) => !name.startsWith('yunxi-'));

describe('the example reports', () => {
  it.each(clean)('%s is read in full and has nothing to mend', async (name) => {
    const read = await readExample(name);
    expect(read.report.sections.map(({ id }) => id)).toEqual([
      'overview',
      'proactiveDisclosure',
      'applications',
      'disputes',
      'problems',
      'otherMatters',
    ]);
    expect(checkReading(read).findings).toEqual([]);
  });

  it('one example in several layouts is one report', async () => {
    const names = clean.filter((name) => name.startsWith('qinglan'));
    const [first, ...others] = await Promise.all(names.map(async (name) => (await readExample(name)).report));
    for (const other of others) {
      expect(other.facts).toEqual(first?.facts);
      expect(other.sections).toEqual(first?.sections);
    }
  });

  it('a line that says the unit of a table below it is no text of the section', async () => {
    const fileName = 'qinglan-township-2023-tabs.txt';
    const heading = '三、收到和处理政府信息公开申请情况\n';
    const text = readFileSync(new URL(fileName, folder), 'utf8').replace(heading, `${heading}单位：件\n`);
    const read = await readReport(new TextEncoder().encode(text), { fileName });
    expect(read.ok && read.report).toEqual((await readExample(fileName)).report);
  });

  it('the page of 云溪县农业农村局 has the errors that it was given, at their places', async () => {
    const read = await readExample('yunxi-agriculture-2024.html');
    const found = checkReading(read).findings.map((finding) => [finding.rule, sourceOfFinding(read, finding)?.line]);
    expect(found.toSorted()).toEqual([
      ['T3-PROCESSED-SUM', 74],
      ['T3-ROW-TOTAL', 63],
      ['TEXT-BASIS', 24],
      ['TEXT-FIGURE', 28],
    ]);
  });
});

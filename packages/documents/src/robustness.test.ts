import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
const pdf = readFileSync(new URL('qinglan-township-2023.pdf', folder));
const runs = process.env.NIANBAO_SOAK === undefined ? 60 : 2000;

/** A result of either kind is an answer; only throwing is none. */
const answers = async (bytes: Uint8Array): Promise<boolean> =>
  typeof (await readReport(bytes, { fileName: 'file' })).ok === 'boolean';

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 400 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('<table>', '<td colspan="9999">', '</tr>', '|', '\t', '\n\n\n', '规章', '０', '&#x0;')
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function mutate(
  bytes: Uint8Array,
  { at, length, insert }: { at: number; length: number; insert: Uint8Array },
): Uint8Array {
  const start = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + length)]);
}

describe('readReport answers whatever it is given', () => {
  it('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), answers), { numRuns: runs });
  });

  it('random text of the marks that readers look for', async () => {
    const part = fc.constantFrom(
      '规章',
      '其他',
      '总计',
      '一、',
      '（七）',
      '|',
      '\t',
      '\n',
      ' ',
      '0',
      '12',
      '/',
      '-',
      '<td>',
      '<table>',
      '第二十条第（一）项',
      '行政复议',
      '信息公开年度报告',
    );
    const text = fc.array(part, { maxLength: 300 }).map((parts) => new TextEncoder().encode(parts.join('')));
    await fc.assert(fc.asyncProperty(text, answers), { numRuns: runs });
  });

  it('files that break off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...examples), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        answers(bytes.subarray(0, Math.floor(share * bytes.length))),
      ),
      { numRuns: runs },
    );
  });

  it('files with pieces cut out and put in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...examples),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (bytes, mutations) => answers(mutations.reduce(mutate, bytes)),
      ),
      { numRuns: runs },
    );
  });
});

describe('readReport answers to a PDF with bytes changed', () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc
        .constantFrom('endobj', '1 0 R', '<<', ']', '/Length 9', '/Kids', 'stream\n', '0000000000', '99999999999')
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  // The font's map of characters is left whole: pdfjs can be busy with a changed one for half a minute, within one call
  // that only the end of its process ends.
  const map = /\/ToUnicode (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const mapStart = pdf.indexOf(`\n${map} 0 obj`);
  const mapEnd = pdf.indexOf('endobj', mapStart);
  // Half of the changes fall on the end of the file, where its structure is and not its fonts.
  const place = (at: number): number => {
    const found = Math.floor((at < 0.5 ? 2 * at : 0.85 + 0.3 * (at - 0.5)) * pdf.length);
    return found > mapStart - 20 && found < mapEnd ? mapEnd : found;
  };

  it('in place, so that all that follows stays where it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const changed = Uint8Array.from(pdf);
        for (const { at, bytes } of changes) changed.set(bytes, Math.min(place(at), changed.length - bytes.length));
        return answers(changed);
      }),
      { numRuns: runs / 3 },
    );
  });
});

describe('readReport takes time in proportion to the file', () => {
  const start = '<html><body><p>云溪县水利局2023年政府信息公开工作年度报告</p><p>一、总体情况</p>';
  const hostile: Readonly<Record<string, (size: number) => string>> = {
    'elements nested without end': (size) => start + '<div>'.repeat(size / 5),
    'tables nested without end': (size) => start + '<table><tr><td>'.repeat(size / 15),
    'bold never closed': (size) => start + '<b id=a>x'.repeat(size / 9),
    'a table without end': (size) => `${start}<table>${'<tr><td>行政许可</td><td>1</td></tr>'.repeat(size / 42)}`,
    'cells that span everything': (size) =>
      `${start}<table>${'<tr><td colspan=1000 rowspan=65000>规章</td></tr>'.repeat(size / 52)}`,
    'attributes without end': (size) => `${start}<p ${'a b c d '.repeat(size / 8)}>`,
    'scripts never closed': (size) => '<div>'.repeat(600) + '<script>'.repeat(size / 8),
    'bars alone': (size) => '|\n'.repeat(size / 2),
    'figures without end': (size) => `第二十条第（一）项\n规章\n${'0\n'.repeat(size / 2)}`,
    'words set apart by spaces': (size) => `${'规 '.repeat(30)}x\n`.repeat(size / 122),
    'white space': (size) => `${' '.repeat(size)}|a|b`,
    'one line of headings': (size) => `一、${'1 '.repeat(size / 2)}`,
    'one address': (size) => `${start}<p>邮箱 ${'a'.repeat(size)}</p>`,
  };

  it.each(Object.keys(hostile))('%s: 5 MB within seconds', async (name) => {
    const make = hostile[name];
    const bytes = new TextEncoder().encode(make?.(5_000_000) ?? '');
    const started = performance.now();
    expect(await answers(bytes)).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

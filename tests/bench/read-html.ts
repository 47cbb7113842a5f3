import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReport } from '@nianbao/documents';
import { parse } from 'parse5';
import type { Pair } from './pair.ts';

const fileName = 'yunxi-agriculture-2024.html';
const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@nianbao/documents/examples/${fileName}`)));
const text = new TextDecoder().decode(bytes);

/** One published page, from its bytes to figures, text and findings, against only building its tree. */
export const readHtml: Pair = {
  name: 'reading one published HTML page',
  baselineName: 'parsing it with the same parser',
  operations: { subject: 1, baseline: 1 },
  target: 2,
  async subject() {
    const read = await readReport(bytes, { fileName });
    return read.ok ? read.figures.size : 0;
  },
  baseline: () => parse(text).childNodes.length,
  async verify() {
    const read = await readReport(bytes, { fileName });
    if (!read.ok || read.figures.size !== 200 || read.report.sections.length !== 6) {
      throw new Error('the page was not read in full');
    }
  },
};

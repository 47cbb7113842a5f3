import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport } from '@nianbao/documents';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Pair } from './pair.ts';

const fileName = 'qinglan-township-2023.pdf';
const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@nianbao/documents/examples/${fileName}`)));
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The characters of all pages, as pdfjs gives them without their meaning. */
async function bareText(): Promise<number> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: join(pdfjs, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(pdfjs, 'standard_fonts/'),
    useSystemFonts: false,
    maxImageSize: 0,
  });
  const document = await task.promise;
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) length += 'str' in item ? item.str.length : 0;
  }
  await task.destroy();
  return length;
}

/** One published PDF, from its bytes to figures, text and findings, against only extracting its text. */
export const readPdf: Pair = {
  name: 'reading one published PDF',
  baselineName: 'extracting its text with the same library',
  operations: { subject: 1, baseline: 1 },
  target: 1.5,
  async subject() {
    const read = await readReport(bytes, { fileName });
    return read.ok ? read.figures.size : 0;
  },
  baseline: bareText,
  async verify() {
    const read = await readReport(bytes, { fileName });
    const length = await bareText();
    if (!read.ok || read.figures.size !== 200 || read.report.sections.length !== 6 || length < 1500) {
      throw new Error('the PDF was not read in full');
    }
  },
};

import type { Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { Attacked } from '../testing/attacks.ts';
import { attacks } from '../testing/attacks.ts';
import { publication } from '../testing/publication.ts';
import { writeReport } from '../write/document-formats.ts';
import { columnName } from '../write/xlsx/workbook/cell-place.ts';
import { carry } from './carried-report.ts';
import type { Alteration } from './compare.ts';

/** A few that are always the same, or very many that are new each time. */
const parameters = process.env.NIANBAO_SOAK === undefined ? { numRuns: 10, seed: 2026 } : { numRuns: 1000 };

function sheetOf(bytes: Uint8Array, part: string): string {
  const number = /(\d+)\.xml$/.exec(part)?.[1] ?? '';
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  return new RegExp(`<sheet name="([^"]*)" sheetId="${number}"`).exec(workbook)?.[1] ?? '';
}

/** Where an alteration is said to be, such as 数据!G5. */
function cellOf(alteration: Alteration): string {
  const source = 'source' in alteration ? alteration.source : null;
  return source?.part?.kind === 'sheet' ? `${source.part.name}!${columnName(source.column)}${source.line}` : '';
}

function shownBy(alteration: Alteration): string {
  const { kind, shown } = alteration;
  if (kind === 'text') return alteration.after + alteration.shown;
  return typeof shown === 'string' ? shown : JSON.stringify(shown);
}

const whereOf = (alteration: Alteration): string => (alteration.kind === 'seen' ? alteration.where.kind : '');

/** Whether an alteration names the place in which the file was altered. */
function names(alteration: Alteration, { bytes, part, cell, now }: Attacked): boolean {
  if (part.startsWith('xl/')) {
    const sheet = sheetOf(bytes, part);
    const isOfText = sheet === '正文' && (alteration.kind === 'text' || alteration.kind === 'head');
    return cellOf(alteration) === `${sheet}!${cell}` || isOfText;
  }
  if (part.startsWith('docProps/')) return ['title', 'author'].includes(whereOf(alteration));
  if (/^word\/(?:header|footer)|^footer$|^\/marks\//.test(part)) return whereOf(alteration) === 'edge';
  if (part === 'title' || part === '/title') return whereOf(alteration) === 'title';
  if (part.startsWith('/author')) return whereOf(alteration) === 'author';
  return shownBy(alteration).includes(now);
}

const cases = (['docx', 'xlsx', 'html', 'pdf'] as const).flatMap((id) =>
  formats.map((format) => [id, format.id, format] as const),
);

describe.each(cases)('a %s in the format of %s in which anything that is seen was altered', (id, _, format) => {
  it('is altered, and what was altered is named', async () => {
    const marks = fc.constantFrom(null, publication);
    await fc.assert(
      fc.asyncProperty(writtenReports(format), marks, fc.nat(), async (report: Report, mark, pick) => {
        const carried = carry(report, mark);
        const attacked = await attacks[id](carried, await writeReport(id, carried), pick);
        fc.pre(attacked !== null);
        const read = await readReport(attacked.bytes, { fileName: `report.${id}` });
        if (!read.ok) throw new Error(read.error.message.en);
        const { copy } = read;
        const { bytes: _bytes, ...where } = attacked;
        expect({ ...where, copy: copy.kind }).toEqual({ ...where, copy: 'altered' });
        const alterations = copy.kind === 'altered' ? copy.alterations : [];
        const named = alterations.some((alteration) => names(alteration, attacked));
        expect({ ...where, named: named || alterations }).toEqual({ ...where, named: true });
      }),
      { ...parameters, endOnFailure: true },
    );
  });
});

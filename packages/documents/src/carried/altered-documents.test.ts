import type { Report } from '@nianbao/core';
import { exampleReport } from '@nianbao/core/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { DocumentFormatId } from '../write/document-formats.ts';
import { writeReport } from '../write/document-formats.ts';
import type { CarriedReport } from './carried-report.ts';
import { carriedText, carry } from './carried-report.ts';
import type { CopyState } from './copy-state.ts';

const cell = 't3.received.total';
const sound: Report = exampleReport({
  facts: { [cell]: 2468 },
  text: { 0: '全年主动公开政府信息1357条，均按时更新。', 4: '公开的形式不够丰富，下一步逐项改进。' },
  writtenOn: '2025-01-12',
});
const withFigure = (value: number): Report => ({ ...sound, facts: { ...sound.facts, [cell]: value } });
const withText = (from: string, to: string): Report => ({
  ...sound,
  sections: sound.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: block.text.replace(from, to) } : block,
    ),
  })),
});

/** Changes what a file shows and leaves what it carries. */
type Alter = (bytes: Uint8Array, from: string, to: string) => Uint8Array;

/** Changes the words in the parts of an archive that are shown. */
function inParts(shown: RegExp): Alter {
  return (bytes, from, to) => {
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts)) {
      if (shown.test(name)) parts[name] = strToU8(strFromU8(part).replaceAll(from, to));
    }
    return zipSync(parts);
  };
}

const inPage: Alter = (bytes, from, to) => {
  const page = strFromU8(bytes);
  const carrier = /<div hidden data-nianbao-report="[^"]*"><\/div>/.exec(page)?.[0] ?? '';
  return strToU8(page.replaceAll(from, to).replace(carrier.replaceAll(from, to), carrier));
};

const alterations: Readonly<Partial<Record<DocumentFormatId, Alter>>> = {
  docx: inParts(/^word\/document\.xml$/),
  xlsx: inParts(/^xl\/(?:worksheets\/sheet\d|sharedStrings)/),
  html: inPage,
};

/** A PDF of one report with the attachment of another, as an update at the end of the file. */
async function pdfShowing(shown: Report, carried: CarriedReport): Promise<Uint8Array> {
  const bytes = await writeReport('pdf', carry(shown, null));
  const file = strFromU8(bytes, true);
  const object = /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type\s*\/EmbeddedFile/.exec(file)?.[1];
  const root = /\/Root\s+(\d+ 0 R)/.exec(file)?.[1];
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1];
  const size = /\/Size\s+(\d+)/.exec(file)?.[1];
  if (object === undefined || root === undefined || before === undefined || size === undefined) {
    throw new Error('the PDF has no attachment');
  }
  const json = strFromU8(strToU8(carriedText(carried)), true);
  const stream = `\n${object} 0 obj\n<</Type/EmbeddedFile/Length ${json.length}>>\nstream\n${json}\nendstream\nendobj\n`;
  const offset = String(file.length + 1).padStart(10, '0');
  const table = `xref\n${object} 1\n${offset} 00000 n \ntrailer\n<</Size ${size}/Root ${root}/Prev ${before}>>\n`;
  return strToU8(`${file}${stream}${table}startxref\n${file.length + stream.length}\n%%EOF\n`, true);
}

async function copyIn(bytes: Uint8Array, id: DocumentFormatId): Promise<CopyState> {
  const read = await readReport(bytes, { fileName: `report.${id}` });
  if (!read.ok) throw new Error(read.error.message.en);
  return read.copy;
}

const digit = { kind: 'cell', cell, carried: 2468, shown: 2469 };
/** The same figure once more, in the sheet of plain data. */
const figureInData = { kind: 'seen', where: { kind: 'sheet', name: '数据' }, carried: '2468', shown: '2469' };
const word = { kind: 'text', section: 0, carried: '按', shown: '及' };
const number = { kind: 'text', section: 0, carried: '1357', shown: '1857' };

describe.each(['docx', 'xlsx', 'html'] as const)('a %s in which something was altered', (id) => {
  const altered = async (from: string, to: string) => {
    const bytes = await writeReport(id, carry(sound, null));
    return copyIn(alterations[id]?.(bytes, from, to) ?? bytes, id);
  };

  it.each([
    ['a digit of a figure', '2468', '2469', id === 'xlsx' ? [digit, figureInData] : [digit]],
    ['a digit in the text', '1357', '1857', [number]],
    ['a word', '按时', '及时', [word]],
  ])('names %s', async (_, from, to, alterations) => {
    expect(await altered(from, to)).toMatchObject({ kind: 'altered', alterations });
  });

  it('is unaltered where nothing was', async () => {
    expect((await altered('never there', 'x')).kind).toBe('unaltered');
  });
});

describe('a PDF that shows another report than it carries', () => {
  it.each([
    ['a digit of a figure', withFigure(2469), digit],
    ['a digit in the text', withText('1357', '1857'), number],
    ['a word', withText('按时', '及时'), word],
  ])('names %s', async (_, shown, expected) => {
    const copy = await copyIn(await pdfShowing(shown, carry(sound, null)), 'pdf');
    expect(copy).toMatchObject({ kind: 'altered', alterations: [expected] });
  });

  it('is unaltered where both are one', async () => {
    expect((await copyIn(await pdfShowing(sound, carry(sound, null)), 'pdf')).kind).toBe('unaltered');
  });
});

it('calls JSON broken in which a digit was altered, and finds nothing to verify in CSV', async () => {
  const json = strFromU8(await writeReport('json', carry(sound, null)));
  expect(await copyIn(strToU8(json.replace('2468', '2469')), 'json')).toEqual({
    kind: 'broken',
    reason: 'digestDiffers',
  });
  expect((await copyIn(await writeReport('csv', carry(sound, null)), 'csv')).kind).toBe('none');
});

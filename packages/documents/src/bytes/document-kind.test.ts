import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { documentKind } from './document-kind.ts';

const archive = (name: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [name]: strToU8('<w/>') });

it.each([
  ['a page', strToU8('<!doctype html><html><body>'), 'x.bin', 'html'],
  ['a page in another encoding', new Uint8Array([...strToU8('<html><title>'), 0xd4, 0xc6]), 'x', 'html'],
  ['text', strToU8('云溪县林业局2025年报告'), 'report.txt', 'text'],
  ['a table in text', strToU8('cell,value\r\n'), 'report.CSV', 'csv'],
  ['a report as data', strToU8('{"report":{}}'), 'report.txt', 'json'],
  ['a PDF under another name', strToU8('%PDF-1.7'), 'report.docx', 'pdf'],
  ['a Word document without an extension', archive('word/document.xml'), 'report', 'word'],
  ['a workbook under another name', archive('xl/workbook.xml'), 'report.docx', 'sheet'],
  ['an archive that only its name tells', archive('a.xml'), 'report.et', 'sheet'],
  ['some other archive', archive('a.xml'), 'report.zip', 'office'],
  ['an old document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.wps', 'word'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'a.png', 'image'],
  ['nothing', new Uint8Array(), 'a.txt', 'unknown'],
])('%s', (_title, bytes, name, kind) => {
  expect(documentKind(bytes, name)).toBe(kind);
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attachmentTypeOf, attachmentTypes } from './attachment-types.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const contentTypes = (main: string) =>
  strToU8(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`,
  );
const docx = (extra: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': contentTypes(`${office}.wordprocessingml.document`),
    'word/document.xml': strToU8('<w:document/>'),
    ...extra,
  });
const text = (value: string) => new TextEncoder().encode(value);
const png = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44],
]);
/** “说明” in GB 18030. */
const gb = new Uint8Array([0xcb, 0xb5, 0xc3, 0xf7]);

describe('a file is what is in it, whatever it is called', () => {
  test.each<[string, Uint8Array, string, keyof typeof attachmentTypes]>([
    ['a PDF', text('%PDF-1.7\n%âãÏÓ\n'), '附件.exe', 'pdf'],
    ['a document', docx(), '附件', 'docx'],
    [
      'a 版式文档',
      zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>'), 'Doc_0/Document.xml': strToU8('<a/>') }),
      'a.ofd',
      'ofd',
    ],
    ['a picture', png, 'a.html', 'png'],
    ['a text', text('情况说明：\n一、二、三。\n'), 'a.txt', 'txt'],
    ['a text in GB 18030', gb, 'a.txt', 'txt'],
    ['a table', text('单位,件数\n林业局,21\n'), 'a.CSV', 'csv'],
  ])('%s', async (_title, bytes, name, expected) => {
    expect(await attachmentTypeOf(bytes, name)).toEqual(attachmentTypes[expected]);
  });
});

describe('what is refused, whatever it is called', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a web page', text('<!DOCTYPE html><script>alert(1)</script>'), 'active'],
    ['a web page after a mark and white space', text('\ufeff \n<html>'), 'active'],
    ['a drawing with a script', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'active'],
    ['XML', text('<?xml version="1.0"?><a/>'), 'active'],
    ['a shell script', text('#!/bin/sh\nrm -rf ~\n'), 'active'],
    ['a program of Windows', new Uint8Array([0x4d, 0x5a, ...new Uint8Array(200)]), 'active'],
    ['a program of Linux', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...new Uint8Array(100)]), 'active'],
    ['a document with macros', docx({ 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) }), 'active'],
    ['an archive', zipSync({ 'a.txt': strToU8('甲') }), 'type'],
    [
      'an older document',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      'type',
    ],
    ['bytes of no kind', new Uint8Array([1, 2, 3, 0, 255, 254]), 'type'],
  ])('%s', async (_title, bytes, expected) => {
    expect(await attachmentTypeOf(bytes, '附件.pdf')).toBe(expected);
  });
});

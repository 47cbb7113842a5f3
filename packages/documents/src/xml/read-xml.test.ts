import { describe, expect, it } from 'vitest';
import { attributeOf, readXml } from './read-xml.ts';
import { readTree, textOf } from './tree.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (code: string) => expect.objectContaining({ code });
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

function namesIn(xml: string): string[] {
  const names: string[] = [];
  readXml(bytes(xml), { open: ({ name }) => names.push(name), close: () => undefined, text: () => undefined });
  return names;
}

describe('readXml', () => {
  it.each([
    ['the usual prefix', `<w:p xmlns:w="${word}"><w:r/></w:p>`],
    ['another prefix', `<ns0:p xmlns:ns0="${word}"><ns0:r/></ns0:p>`],
    ['none', `<p xmlns="${word}"><r/></p>`],
    ['the strict form', `<x:p xmlns:x="${strict}"><x:r/></x:p>`],
    ['a prefix that is declared nowhere', '<w:p><w:r/></w:p>'],
  ])('names elements alike with %s', (_, xml) => {
    expect(namesIn(xml)).toEqual(['w:p', 'w:r']);
  });

  it('goes by what is declared where an element stands', () => {
    const xml = `<p xmlns="${word}"><x xmlns="urn:other"><y/></x><r/></p>`;
    expect(namesIn(xml)).toEqual(['w:p', '{urn:other}x', '{urn:other}y', 'w:r']);
  });

  it('finds attributes whatever their prefix', () => {
    const tag = { name: 'w:p', attributes: { 'a:val': '1', other: '2', 'b:long-val': '3' } };
    expect(['val', 'other', 'none'].map((name) => attributeOf(tag, name))).toEqual(['1', '2', null]);
  });

  it('reads UTF-16 and characters that fall between two pieces', () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeff<a>年报</a>', 'utf16le'));
    expect(textOf(readTree(utf16))).toBe('年报');
    const long = '年'.repeat(100_000);
    expect(textOf(readTree(bytes(`<a>b${long}</a>`)))).toBe(`b${long}`);
  });

  it.each([
    ['broken XML', '<a><b></a>', 'BROKEN'],
    ['XML that breaks off', '<a><b>', 'BROKEN'],
    ['no XML', 'text', 'BROKEN'],
    ['entities that expand', '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>', 'TOO_COMPLEX'],
    ['a reference to another file', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'TOO_COMPLEX'],
    ['elements nested without end', '<a>'.repeat(100_000), 'TOO_COMPLEX'],
  ])('refuses %s', (_, xml, code) => {
    expect(() => namesIn(xml)).toThrow(refusal(code));
  });
});

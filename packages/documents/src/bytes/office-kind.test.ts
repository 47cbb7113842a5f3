import { expect, it } from 'vitest';
import { kindOfOldOffice } from './office-kind.ts';

/** A file of all kinds of bytes and a stream of this name, at some place of its memory. */
const compound = (stream: string, offset: number): Uint8Array => {
  const bytes = Uint8Array.from({ length: 13_000 }, (_, at) => (at * 7919) >> 3);
  const memory = new Uint8Array([...Buffer.alloc(offset), ...bytes, ...Buffer.from(stream, 'utf16le')]);
  return new Uint8Array(memory.buffer, offset);
};

it.each([
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book\0', 'xls'],
  ['PowerPoint Document', 'slides'],
  ['EncryptedPackage', 'encrypted'],
  ['Contents', 'other'],
])('tells a file with the stream %s at even and odd places of memory', (stream, kind) => {
  for (const offset of [0, 1, 2, 3]) expect(kindOfOldOffice(compound(stream, offset))).toBe(kind);
});

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packed } from '../testing/packed.ts';
import { Archive } from './archive.ts';
import { archiveLimits } from './limits.ts';

const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));
const refusal = (code: string) => expect.objectContaining({ code });

/** Writes a number over one in the list of the archive: `field` is its place in a record. */
function patched(bytes: Uint8Array, signature: number, field: number, write: (view: DataView, at: number) => void) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) === signature) write(view, at + field);
  }
  return copy;
}
const record = 0x02014b50;

describe('Archive', () => {
  it('gives the parts by name, whatever their case and leading stroke', () => {
    const archive = new Archive(packed({ 'word/Document.xml': '<a/>', 'empty.txt': '' }));
    expect(text(archive.part('/word/document.xml'))).toBe('<a/>');
    expect(text(archive.part('empty.txt'))).toBe('');
    expect(archive.part('word/other.xml')).toBeNull();
  });

  it('takes names for keys and never for paths', () => {
    const archive = new Archive(packed({ '../../etc/passwd': 'x', '/abs': 'y', 'nul\0l': 'z' }));
    expect([...archive.names].sort()).toEqual(['../../etc/passwd', 'abs', 'nul\0l']);
  });

  it('reads parts that are stored and parts of programs that write Zip64 fields', () => {
    const stored = zipSync({ a: [strToU8('一'), { level: 0, extra: { 1: new Uint8Array(24) } }] });
    expect(text(new Archive(stored).part('a'))).toBe('一');
    const large = patched(stored, record, 0, (view, at) => {
      const [size, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
      for (const field of [20, 24, 42]) view.setUint32(at + field, 0xffffffff, true);
      const extra = at + 46 + 1 + 4;
      view.setBigUint64(extra, BigInt(size), true);
      view.setBigUint64(extra + 8, BigInt(size), true);
      view.setBigUint64(extra + 16, BigInt(offset), true);
    });
    expect(text(new Archive(large).part('a'))).toBe('一');
  });

  it.each([
    ['nothing of an archive', strToU8('PK\u0003\u0004 and no more')],
    ['an archive that breaks off', packed({ a: 'text '.repeat(1000) }).subarray(0, 40)],
    ['an archive without parts', packed({})],
  ])('refuses %s', (_, bytes) => {
    expect(() => new Archive(bytes)).toThrow(refusal('BROKEN'));
  });

  it('refuses a part whose bytes are not where the list says, or do not inflate', () => {
    const sound = packed({ a: 'text '.repeat(1000) });
    const elsewhere = patched(sound, record, 42, (view, at) => view.setUint32(at, 7, true));
    const garbled = sound.slice();
    garbled.fill(0xff, 33, 45);
    for (const bytes of [elsewhere, garbled]) expect(() => new Archive(bytes).part('a')).toThrow(refusal('BROKEN'));
  });

  it('refuses an encrypted part', () => {
    const encrypted = patched(packed({ a: 'x' }), record, 8, (view, at) => view.setUint16(at, 1, true));
    expect(() => new Archive(encrypted).part('a')).toThrow(refusal('ENCRYPTED'));
  });

  it('refuses a part that inflates beyond all documents, whatever size it claims', () => {
    const bomb = packed({ a: new Uint8Array(archiveLimits.ratioFrom + 1) });
    const modest = patched(bomb, record, 24, (view, at) => view.setUint32(at, 10, true));
    for (const bytes of [bomb, modest]) expect(() => new Archive(bytes).part('a')).toThrow(refusal('TOO_COMPLEX'));
  });

  it('counts what all parts together inflate to', () => {
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, at) => (at * at) >> 5);
    const archive = new Archive(packed({ a: bytes }));
    const readAll = () => {
      for (let time = 0; time <= archiveLimits.totalBytes / bytes.length; time += 1) archive.part('a');
    };
    expect(readAll).toThrow(refusal('TOO_COMPLEX'));
  });

  it('refuses more parts than any document has', () => {
    const names = Array.from({ length: archiveLimits.entries + 1 }, (_, at) => `part${at}`);
    const many = Object.fromEntries(names.map((name) => [name, new Uint8Array()]));
    expect(() => new Archive(zipSync(many, { level: 0 }))).toThrow(refusal('TOO_COMPLEX'));
  });
});

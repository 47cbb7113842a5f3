import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName, TakenNames } from './safe-name.ts';

const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('safeName', () => {
  it.each([
    ['云溪县青岚镇人民政府', '云溪县青岚镇人民政府'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a\u202ecod.exe', 'a_cod.exe'],
    [' . ', 'report'],
    ['', 'report'],
  ])('makes of %j %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it('is a name on any system, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 90 }), (text) => {
        const name = safeName(text);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/);
        expect(Buffer.byteLength(name)).toBeLessThan(250);
      }),
    );
  });
});

describe('TakenNames', () => {
  it('gives each a name of its own, capitals or not', () => {
    const names = new TakenNames();
    names.add('a-2024.json');
    expect([1, 2, 3].map(() => names.free('A-2024', '.json'))).toEqual([
      'A-2024-2.json',
      'A-2024-3.json',
      'A-2024-4.json',
    ]);
  });
});

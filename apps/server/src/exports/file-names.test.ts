import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveNames } from './file-names.ts';

const document = { year: 2025, extension: 'docx', mark: null } as const;

test('a document is named as people file it', () => {
  expect(archiveNames()({ ...document, agency: '云溪县林业局' })).toBe(
    'docx/云溪县林业局2025年政府信息公开工作年度报告.docx',
  );
});

test('agencies of one name get names of their own, also where only letters’ size differs', () => {
  const nameOf = archiveNames();
  const names = ['石桥镇', '石桥镇', 'a局', 'A局'].map((agency) => nameOf({ ...document, agency }));
  expect(names[1]).toContain('石桥镇（2）2025年');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
});

test('whatever agencies are called, names are safe on every system and no two are alike', () => {
  const names = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 12 });
  fc.assert(
    fc.property(names, (agencies) => {
      const nameOf = archiveNames();
      const paths = agencies.map((agency) => nameOf({ ...document, agency }));
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      for (const path of paths) {
        const [folder, name = '', ...more] = path.split('/');
        expect([folder, more]).toEqual(['docx', []]);
        expect(name).not.toMatch(/[\p{Cc}<>:"\\|?*\u202a-\u202e]|^[. ]/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
      }
    }),
  );
});

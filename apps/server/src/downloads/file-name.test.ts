import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition, documentName } from './file-name.ts';

const named = { agency: '云溪县青岚镇人民政府', year: 2024, mark: null, extension: 'docx' };

test('a document is called what people call the report', () => {
  expect(documentName(named)).toBe('云溪县青岚镇人民政府2024年政府信息公开工作年度报告.docx');
  expect(documentName({ ...named, mark: '第1版' })).toBe(
    '云溪县青岚镇人民政府2024年政府信息公开工作年度报告（第1版）.docx',
  );
});

test('the header gives that name, and a plain one besides', () => {
  const header = contentDisposition(named);
  expect(header).toMatch(/^attachment; filename="2024\.docx"; filename\*=UTF-8''/);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(documentName(named));
});

test('no name of an agency breaks out of the header or of a folder', () => {
  const anything = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anything, (agency) => {
      const header = contentDisposition({ ...named, agency });
      expect(header).toMatch(/^attachment; filename="2024\.docx"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
      expect(documentName({ ...named, agency })).not.toMatch(/[/\\\n\r]/);
    }),
  );
});

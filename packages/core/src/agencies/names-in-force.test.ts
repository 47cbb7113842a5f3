import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NamedAgency } from './names-in-force.ts';
import { namedSince, nameIn, renamed, withoutLastName } from './names-in-force.ts';

const bureau: NamedAgency = {
  name: '云溪县文化旅游和体育局',
  formerNames: [
    { until: 2019, name: '云溪县文化局' },
    { until: 2022, name: '云溪县文化和旅游局' },
  ],
};

test.each([
  [2018, '云溪县文化局'],
  [2019, '云溪县文化局'],
  [2020, '云溪县文化和旅游局'],
  [2022, '云溪县文化和旅游局'],
  [2023, '云溪县文化旅游和体育局'],
  [2030, '云溪县文化旅游和体育局'],
])('for %i it is called %s', (year, name) => {
  expect(nameIn(bureau, year)).toBe(name);
});

test('a new name begins after the one before, and may be taken back', () => {
  expect(namedSince(bureau)).toBe(2023);
  expect(renamed(bureau, '云溪县文体旅游局', 2023)).toBeNull();
  const again = renamed(bureau, '云溪县文体旅游局', 2024);
  expect(again && nameIn(again, 2023)).toBe('云溪县文化旅游和体育局');
  expect(again && nameIn(again, 2024)).toBe('云溪县文体旅游局');
  expect(again && withoutLastName(again)).toEqual(bureau);
  expect(withoutLastName({ name: '云溪县文化局', formerNames: [] })).toBeNull();
});

test('a change of name leaves the names of the years before it as they were', () => {
  const years = fc.integer({ min: 2008, max: 2100 });
  const renamings = fc.array(fc.tuple(fc.string({ minLength: 1 }), years), { maxLength: 6 });
  fc.assert(
    fc.property(renamings, fc.string({ minLength: 1 }), years, years, (earlier, name, from, asked) => {
      const start: NamedAgency = { name: '云溪县文化局', formerNames: [] };
      const before = earlier.reduce((agency, [other, year]) => renamed(agency, other, year) ?? agency, start);
      const after = renamed(before, name, from);
      fc.pre(after !== null);
      expect(nameIn(after, asked)).toBe(asked < from ? nameIn(before, asked) : name);
    }),
  );
});

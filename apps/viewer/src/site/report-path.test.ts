import { expect, it } from 'vitest';
import { fileAddress, reportAddress } from './address.ts';
import { reportPath } from './report-path.ts';

it.each([
  [
    { agency: 'a', name: '2025' },
    { agencyId: 'a', year: 2025, version: null },
  ],
  [
    { agency: 'a', year: '2025', name: '2' },
    { agencyId: 'a', year: 2025, version: 2 },
  ],
  [{ agency: 'a', name: '25' }, null],
  [{ agency: 'a', name: '2025.json' }, null],
  [{ agency: 'a', year: 'x', name: '1' }, null],
  [{ agency: 'a', year: '2025', name: '0' }, null],
  [{ agency: 'a', year: '2025', name: '1.csv' }, null],
])('%j asks for %j', (segments, asked) => {
  expect(reportPath(segments)).toEqual(asked);
});

it('makes addresses that an agency’s name cannot break out of', () => {
  expect(reportAddress({ agencyId: '../x?y#z', year: 2025, version: null })).toBe('/agencies/..%2Fx%3Fy%23z/2025');
  expect(fileAddress({ agencyId: 'a', year: 2025, version: 2 }, 'csv')).toBe('/agencies/a/2025/versions/2.csv');
});

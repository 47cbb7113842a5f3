import { expect, it } from 'vitest';
import { fileAddress, reportAddress } from './address.ts';
import { reportFileFrom } from './report-file.ts';

it.each([
  [
    { agency: 'a', file: '2025' },
    { kind: 'page', address: { agencyId: 'a', year: 2025, version: null } },
  ],
  [
    { agency: 'a', file: '2025.json' },
    { kind: 'json', address: { agencyId: 'a', year: 2025, version: null } },
  ],
  [
    { agency: 'a', year: '2025', file: '2' },
    { kind: 'page', address: { agencyId: 'a', year: 2025, version: 2 } },
  ],
  [
    { agency: 'a', year: '2025', file: '12.csv' },
    { kind: 'csv', address: { agencyId: 'a', year: 2025, version: 12 } },
  ],
  [{ agency: 'a', file: '25' }, null],
  [{ agency: 'a', file: '2025.exe' }, null],
  [{ agency: 'a', file: '2025.json.csv' }, null],
  [{ agency: 'a', year: 'x', file: '1' }, null],
  [{ agency: 'a', year: '2025', file: '0' }, null],
])('%j asks for %j', (segments, asked) => {
  const file = reportFileFrom(segments);
  if (asked === null) expect(file).toBeNull();
  else expect(file).toMatchObject(asked);
});

it('makes addresses that an agency’s name cannot break out of', () => {
  expect(reportAddress({ agencyId: '../x?y#z', year: 2025, version: null })).toBe('/agencies/..%2Fx%3Fy%23z/2025');
  expect(fileAddress({ agencyId: 'a', year: 2025, version: 2 }, 'csv')).toBe('/agencies/a/2025/versions/2.csv');
});

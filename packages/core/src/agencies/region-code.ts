import type { AgencyLevel } from './agency.ts';

/** First two digits of the codes of GB/T 2260: the 34 provincial divisions. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/**
 * The level that a region code names, or null where it is none: six digits of GB/T 2260 (two for the province, two for
 * the prefecture, two for the county), or nine with the three of GB/T 10114 for a township.
 */
export function regionLevel(code: string): AgencyLevel | null {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d{3})?$/.exec(code);
  if (parts === null) return null;
  const [, province = '', prefecture = '', county = '', township] = parts;
  if (!provinces.has(province) || (prefecture === '00' && county !== '00')) return null;
  if (township !== undefined && township !== '000') return county === '00' ? null : 'township';
  if (county !== '00') return 'county';
  return prefecture === '00' ? 'provincial' : 'prefectural';
}

const significantDigits: Readonly<Record<AgencyLevel, number>> = {
  national: 0,
  provincial: 2,
  prefectural: 4,
  county: 6,
  township: 9,
};

/** Whether a region lies within another or is it. */
export function isWithin(code: string, outer: string): boolean {
  const level = regionLevel(outer);
  return level !== null && regionLevel(code) !== null && code.startsWith(outer.slice(0, significantDigits[level]));
}

/** Whether a code may be recorded for a body: one of GB/T 2260, or the one that is recorded for the body above it. */
export function isRegionFor(code: string, parentCode: string | null): boolean {
  return regionLevel(code) !== null || code === parentCode;
}

import { describe, expect, test } from 'vitest';
import { profileFromName } from '../agencies/agency-name.ts';
import { defaultRegionSettings } from '../rules/region-settings.ts';
import { chinaDate } from './china-date.ts';
import { chinaMinute, instantOfChinaMinute } from './china-minute.ts';
import { daysBetween, deadlinesOf, reportingPeriod } from './deadlines.ts';

describe('deadlines', () => {
  test.each([
    ['云溪县林业局', '2025-01-31', '2025-01-31'],
    ['云溪县人民政府', '2025-03-31', '2025-03-31'],
    ['云溪县人民政府办公室', '2025-03-31', '2025-03-31'],
    ['云溪县青岚镇人民政府', '2025-03-31', '2025-01-31'],
    ['云溪县石桥街道办事处', '2025-03-31', '2025-01-31'],
    ['云溪县扶贫开发服务中心', '2025-03-31', '2025-03-31'],
  ])('%s: by law %s, in the region %s', (name, statutory, regional) => {
    expect(deadlinesOf(2024, profileFromName(name), defaultRegionSettings)).toEqual({ statutory, regional });
  });

  test('a region may set an earlier date, not a later one', () => {
    const agency = profileFromName('云溪县林业局');
    const settings = (departments: string) => ({ deadlines: { departments, governments: '02-20' } });
    expect(deadlinesOf(2024, agency, settings('01-21')).regional).toBe('2025-01-21');
    expect(deadlinesOf(2024, agency, settings('02-28')).regional).toBe('2025-01-31');
  });

  test('a body of which nothing is known gets the later date', () => {
    expect(deadlinesOf(2024, null, defaultRegionSettings).statutory).toBe('2025-03-31');
  });
});

test('the period of a report is its calendar year', () => {
  expect(reportingPeriod(2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
});

test.each([
  ['2025-01-31', '2025-01-31', 0],
  ['2025-01-31', '2025-02-02', 2],
  ['2025-03-01', '2025-02-28', -1],
  ['2024-02-28', '2024-03-01', 2],
])('from %s to %s: %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ['2025-01-31T15:59:59Z', '2025-01-31'],
  ['2025-01-31T16:00:00Z', '2025-02-01'],
  ['2025-02-01T00:00:00+08:00', '2025-02-01'],
])('%s is %s in China', (instant, date) => {
  expect(chinaDate(instant)).toBe(date);
});

test('what is no instant is refused', () => {
  expect(() => chinaDate('soon')).toThrow(RangeError);
});

describe('a minute in China', () => {
  test.each([
    ['2026-01-31T09:00', '2026-01-31T01:00:00.000Z'],
    ['2026-01-01T07:59', '2025-12-31T23:59:00.000Z'],
    ['2028-02-29T00:00', '2028-02-28T16:00:00.000Z'],
  ])('%s is %s', (minute, instant) => {
    expect(instantOfChinaMinute(minute)).toBe(instant);
    expect(chinaMinute(instant)).toBe(minute);
  });

  test.each(['2026-02-29T09:00', '2026-01-31T24:00', '2026-01-31', '2026-01-31T09:00Z', 'soon'])(
    '%s is none',
    (text) => {
      expect(instantOfChinaMinute(text)).toBeNull();
    },
  );
});

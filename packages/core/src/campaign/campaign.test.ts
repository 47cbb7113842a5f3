import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileFromName } from '../agencies/agency-name.ts';
import { campaignSettingsSchema, dueDates, isDueByKind, usualDeadlines } from './campaign.ts';

const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };

describe('the settings of a campaign', () => {
  test('the usual dates hold for every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2100 }), (year) => {
        expect(campaignSettingsSchema.safeParse({ year, deadlines: usualDeadlines(year), note: null }).success).toBe(
          true,
        );
      }),
    );
  });

  test.each([
    ['departments', { submitBy: '2026-01-20', publishBy: '2026-02-01' }, 'publishBy', '2026-01-31'],
    ['governments', { submitBy: '2026-03-01', publishBy: '2026-04-01' }, 'publishBy', '2026-03-31'],
    ['departments', { submitBy: '2026-01-25', publishBy: '2026-01-20' }, 'submitBy', '2026-01-20'],
    ['departments', { submitBy: '2025-12-31', publishBy: '2026-01-20' }, 'submitBy', '2025-12-31'],
  ] as const)('%s %o is refused at %s and says the date', (group, dates, name, told) => {
    const parsed = campaignSettingsSchema.safeParse({
      ...settings,
      deadlines: { ...settings.deadlines, [group]: dates },
    });
    expect(parsed.error?.issues).toEqual([
      expect.objectContaining({ path: ['deadlines', group, name], message: expect.stringContaining(told) }),
    ]);
  });
});

test.each([
  ['云溪县林业局', null, { submitBy: '2026-01-21', publishBy: '2026-01-31', statutory: '2026-01-31' }],
  ['云溪县林业局', '2026-02-10', { submitBy: '2026-02-10', publishBy: '2026-02-10', statutory: '2026-01-31' }],
  ['云溪县林业局', '2026-01-25', { submitBy: '2026-01-25', publishBy: '2026-01-31', statutory: '2026-01-31' }],
  ['云溪县青岚镇人民政府', null, { submitBy: '2026-01-21', publishBy: '2026-01-31', statutory: '2026-03-31' }],
  ['云溪县人民政府', null, { submitBy: '2026-03-20', publishBy: '2026-03-31', statutory: '2026-03-31' }],
  ['云溪县人民政府办公室', null, { submitBy: '2026-03-20', publishBy: '2026-03-31', statutory: '2026-03-31' }],
])('%s, extended to %s', (name, extendedTo, dates) => {
  expect(dueDates(settings, profileFromName(name), extendedTo)).toEqual(dates);
});

test('an earlier extension never shortens the time', () => {
  expect(dueDates(settings, profileFromName('云溪县林业局'), '2026-01-02')).toMatchObject({ submitBy: '2026-01-21' });
});

test.each([
  ['department', true],
  ['township', true],
  ['empoweredOrganisation', true],
  ['internalBody', false],
  ['verticalBody', false],
  [null, true],
] as const)('%s is due: %s', (kind, due) => {
  expect(isDueByKind({ kind })).toBe(due);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits } from './limits.ts';

const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');

const duration = (seconds: number) => (seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`);

test.each(Object.entries(limits))('docs/limits.md tells of %s as it is', (name, { points, seconds, by, what }) => {
  expect(page).toContain(`| \`${name}\` | ${what.en} | ${by.en} | ${points} in ${duration(seconds)} |`);
});

test('every limit has both languages', () => {
  for (const { by, what } of Object.values(limits)) {
    for (const { zh, en } of [by, what]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[a-z]/);
    }
  }
});

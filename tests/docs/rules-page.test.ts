import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rulesPage } from './rules-page.ts';

it('docs/rules.md lists the rules as they stand (print it anew with npm run docs)', async () => {
  const page = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(page).toBe(rulesPage());
});

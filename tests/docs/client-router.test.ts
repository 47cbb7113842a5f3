import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { clientRouter } from './client-router.ts';

it('the client has the types of the API as it stands (print them anew with npm run docs)', async () => {
  const file = await readFile(new URL('../../packages/client/src/router.ts', import.meta.url), 'utf8');
  expect(file).toBe(await clientRouter());
});

import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

test('what holds pages to the standards of accessibility sees what breaks them', async ({ page }) => {
  const document = (body: string) =>
    `<!doctype html><html lang="en"><title>t</title><body><main><h1>Report</h1>${body}</main></body></html>`;
  await page.setContent(document('<p>Readable</p>'));
  await expectAccessible(page);
  for (const [body, rule] of [
    ['<img src="data:,">', 'image-alt'],
    ['<p style="color: #aaa; background: #fff">Pale</p>', 'color-contrast'],
    ['<input>', 'label'],
  ] as const) {
    await page.setContent(document(body));
    await expect(expectAccessible(page)).rejects.toThrow(rule);
  }
});

import { expect, picture, signIn, test } from './county.ts';

test.use({ story: 'reviewing' });

test('the reviewer finds what waits by keyboard, compares with last year, and returns it with a reason', async ({
  page,
  county,
}) => {
  await signIn(page, county, 'reviewer');
  await expect(page.getByRole('rowgroup').filter({ hasText: '待您处理' })).toContainText('云溪县教育局');
  await page.locator('body').press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('教育');
  await expect(page.getByText(/^共2份/)).toBeVisible();
  await page.getByRole('searchbox').blur();
  await page.locator('body').press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '退回' })).toBeVisible();

  await page.getByRole('button', { name: '上年数' }).click();
  await expect(page.locator('.nb-prior').first()).toBeVisible();
  await picture(page, 'review-last-year');

  await page.locator('body').press('r');
  const dialogue = page.getByRole('dialog', { name: '退回报告' });
  await expect(dialogue.getByRole('button', { name: '退回' })).toBeDisabled();
  await dialogue.getByLabel('理由').fill('请补充下一步改进措施。');
  await picture(page, 'return');
  await dialogue.getByRole('button', { name: '退回' }).click();
  await expect(dialogue).toBeHidden();
  await expect(page.getByText('请补充下一步改进措施。').first()).toBeVisible();

  await page.getByRole('button', { name: '历史' }).click();
  const step = page.getByRole('dialog', { name: '历史' }).getByRole('listitem').first();
  await expect(step).toContainText('退回');
  await expect(step).not.toContainText('state');
  await page.keyboard.press('Escape');

  await page.locator('body').press('n');
  await expect(page.getByRole('button', { name: '发布' })).toBeVisible();
});

test('a public report is corrected only with a note, and stays public meanwhile', async ({ page, county }) => {
  await signIn(page, county, 'editor');
  await page
    .getByRole('row', { name: /云溪县林业局 2024/ })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: '更正' }).click();
  const dialogue = page.getByRole('dialog', { name: '更正已公开的报告' });
  await expect(dialogue.getByRole('button', { name: '更正' })).toBeDisabled();
  await dialogue.getByLabel('更正说明（公开）').fill('行政许可件数漏计一个批次。');
  await dialogue.getByRole('button', { name: '更正' }).click();
  await expect(page.getByText('行政许可件数漏计一个批次。')).toBeVisible();
  await page.locator('[data-figure="t2.licences.decisions"]').fill('1270');
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();

  await page.getByRole('button', { name: '放弃更正' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃更正' }).click();
  await expect(page.getByText('已发布', { exact: true })).toBeVisible();
  await expect(page.locator('[data-cell="t2.licences.decisions"]')).toContainText('1264');
});

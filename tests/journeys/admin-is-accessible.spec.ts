import { expectAccessible, expectNoSidewaysScrolling } from './accessible.ts';
import { expect, picture, signIn, test } from './county.ts';

test.use({ story: 'looking at every screen' });

test('every screen of the admin is accessible and keeps to the width of the screen', async ({ page, county }) => {
  const hold = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  };
  await page.goto(`${county.address}/admin`);
  await page.getByLabel('用户名').waitFor();
  await hold();
  await signIn(page, county, 'editor');
  await hold();
  await page.getByRole('link', { name: '继续填写2025年报告' }).click();
  await expect(page.getByRole('heading', { name: '校验' })).toBeVisible();
  await hold();
  await page.getByRole('button', { name: '帮助' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await hold();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '帮助' })).toBeFocused();
  await page.getByRole('button', { name: '核对并提交' }).click();
  await expect(page.getByRole('heading', { name: '核对并提交' })).toBeVisible();
  await hold();
});

test('the other language, the dark theme and large text hold on every screen', async ({ page, county }) => {
  await signIn(page, county, 'reviewer');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Annual reports' })).toBeVisible();
  for (const choice of ['Dark', 'Large']) {
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Annual reports' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAccessible(page);
  await picture(page, 'board-dark-large-en');
  await page.getByRole('link', { name: '云溪县教育局' }).first().click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await picture(page, 'review-dark-large-en');
});

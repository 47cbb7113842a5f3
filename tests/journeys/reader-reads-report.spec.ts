import { expectAccessible, expectNoSidewaysScrolling } from './accessible.ts';
import { expect, picture, test } from './county.ts';

test('a reader finds an organ, reads its report, and asks a figure what it means', async ({ page, county }) => {
  await page.goto(county.address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('政府信息公开工作年度报告');
  await expectAccessible(page);
  await picture(page, 'public-home');

  await page.getByLabel('行政机关名称').fill('林业');
  await page.getByLabel('报告年度').selectOption('2024');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('link', { name: '云溪县林业局2024年政府信息公开工作年度报告' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('云溪县林业局');
  await expect(page.getByRole('heading', { level: 2, name: '三、收到和处理政府信息公开申请情况' })).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await picture(page, 'public-report');

  await page.locator('[data-cell="t3.received.total"] a').first().click();
  const explanation = page.getByRole('complementary');
  await expect(explanation).toContainText('一、本年新收政府信息公开申请数量 › 总计');
  await expect(explanation).toContainText('相符');
  await expect(page.locator('[data-cell="t3.received.total"]').first()).toBeInViewport();
  await expect(explanation).toBeInViewport();
  await picture(page, 'public-figure');
  await page.locator('[data-cell="t3.received.otherOrganisation"] a').first().click();
  await expect(explanation).toContainText('一、本年新收政府信息公开申请数量 › 其他');
  await expectNoSidewaysScrolling(page);
  await explanation.getByRole('link', { name: '关闭数据说明' }).click();
  await expect(explanation).toHaveCount(0);
});

test('a corrected report says so and keeps its former version', async ({ page, county }) => {
  await page.goto(`${county.address}/?search=教育`);
  await page.getByRole('link', { name: /2024年政府信息公开工作年度报告/ }).click();
  await expect(page.getByText(/更正说明/).first()).toBeVisible();
  await page.getByRole('link', { name: '第1版' }).click();
  await expect(page.getByText('您正在看的是第1版，已被第2版更正。')).toBeVisible();
  await page.getByRole('link', { name: '看现行版本' }).click();
  await expect(page).toHaveURL(/\/2024$/);
});

test('the choices of a reader hold on every page, without scripts', async ({ browser, county }, { project }) => {
  const { viewport } = project.use;
  const context = await browser.newContext({ javaScriptEnabled: false, ...(viewport && { viewport }) });
  const page = await context.newPage();
  await page.goto(county.address);
  await page.getByText('显示设置').click();
  await page.getByLabel('高对比度').check();
  await page.getByLabel('大字').check();
  await page.getByRole('button', { name: '应用设置' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  await page.locator('a.list-title').first().click();
  await expect(page.locator('html[lang="en"][data-theme="contrast"][data-text="large"]')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 2, name: /Applications received and handled/ })).toBeVisible();
  await context.close();
});

test('every theme can be read, in Chinese and in English', async ({ page, county }) => {
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.context().addCookies([{ name: 'nianbao-theme', value: theme, url: county.address }]);
    await page.goto(`${county.address}/?lang=${theme === 'dark' ? 'en' : 'zh'}`);
    await expectAccessible(page);
    await page.locator('a.list-title').first().click();
    const report = page.url();
    await page.locator('[data-cell="t2.licences.decisions"] a').first().click();
    await page.waitForURL((url) => url.href !== report);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await picture(page, `public-${theme}`);
  }
});

test('an address without a page says what to do', async ({ page, county }) => {
  const response = await page.goto(`${county.address}/agencies/nobody/2024`);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page.getByLabel('行政机关名称')).toBeVisible();
});

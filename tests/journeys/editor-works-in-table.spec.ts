import { expect, picture, showFindings, signIn, test } from './county.ts';

test.use({ story: 'working in the tables' });

test.beforeEach(async ({ page, county }) => {
  await signIn(page, county, 'editor');
  await page.getByRole('link', { name: '继续填写2025年报告' }).click();
  await expect(page.getByRole('heading', { name: '校验' })).toBeVisible();
});

test('the keyboard alone fills a table', async ({ page }) => {
  const figure = (key: string) => page.locator(`[data-figure="${key}"]`);
  await figure('t4.review.upheld').focus();
  for (const value of ['１', '0', '/', '2']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(figure('t4.review.total')).toBeFocused();
  await expect(figure('t4.review.otherOutcome')).toHaveValue('/');
  await page.getByRole('button', { name: '合计 3' }).click();
  await expect(figure('t4.review.total')).toHaveValue('3');

  await figure('t4.review.total').press('ArrowLeft');
  await expect(figure('t4.review.pending')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(figure('t4.review.upheld')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(figure('t4.review.total')).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(figure('t4.review.total')).toHaveValue('3');
});

test('a range from a spreadsheet is pasted with its states and undone as one step', async ({ page }) => {
  const figure = (key: string) => page.locator(`[data-figure="${key}"]`);
  await figure('t3.received.naturalPerson').focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, '1,200\t30\t0\r\n/\t\t5件\r\n');
  await expect(figure('t3.received.naturalPerson')).toHaveValue('1200');
  await expect(figure('t3.carriedIn.naturalPerson')).toHaveValue('/');
  await expect(figure('t3.carriedIn.enterprise')).toHaveValue('');
  await expect(figure('t3.carriedIn.researchInstitution')).toHaveValue('5件');
  await showFindings(page);
  await expect(page.getByRole('region', { name: '校验' })).toContainText('5件');
  await figure('t3.received.naturalPerson').press('Control+z');
  await expect(figure('t3.received.naturalPerson')).toHaveValue('');
  await expect(figure('t3.carriedIn.researchInstitution')).toHaveValue('');
});

test('nothing typed is lost while the network is away, nor when the page is closed then', async ({ page, context }) => {
  const figure = page.locator('[data-figure="t2.penalties.decisions"]');
  await context.setOffline(true);
  await figure.fill('57');
  await expect(page.getByText('离线，未保存')).toBeVisible();
  await expect(page.getByText('您的修改留在这台电脑上')).toBeVisible();
  await picture(page, 'offline');
  const { href } = new URL(page.url());
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto('about:blank');
  await context.setOffline(false);
  await page.goto(href);
  await expect(figure).toHaveValue('57');
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
});

test('two people on one cell: both values are shown and the person decides', async ({ page, browser, county }) => {
  const cell = '[data-figure="t2.coercions.decisions"]';
  const other = await browser.newPage({ locale: 'zh-CN' });
  await signIn(other, county, 'editor');
  await other.getByRole('link', { name: '继续填写2025年报告' }).click();
  await other.locator(cell).fill('8');
  await expect(other.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
  await other.close();

  await page.locator(cell).fill('9');
  const dialogue = page.getByRole('dialog', { name: '同一处内容已被他人修改' });
  await expect(dialogue).toContainText('行政强制');
  await picture(page, 'conflict');
  await dialogue.getByRole('radio', { name: /您的修改/ }).check();
  await dialogue.getByRole('button', { name: '按所选保存' }).click();
  await expect(dialogue).toBeHidden();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.reload();
  await expect(page.locator(cell)).toHaveValue('9');
});

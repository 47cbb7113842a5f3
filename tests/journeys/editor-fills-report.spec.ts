import { fileURLToPath } from 'node:url';
import { expect, people, picture, showFindings, signIn, signOut, test } from './county.ts';

const file = fileURLToPath(new URL('./files/yunxi-forestry-2025.html', import.meta.url));

test.use({ story: 'the line' });

test('a wrong password says what to do and not whether the user exists', async ({ page, county }) => {
  await page.goto(`${county.address}/admin`);
  for (const username of [people.editor.username, 'nobody']) {
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码', { exact: true }).fill('wrong-password');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  }
  await picture(page, 'sign-in-refused');
});

test('the line: import, mend, explain, submit; approve, publish; read', async ({ page, county }) => {
  await signIn(page, county, 'editor');
  await picture(page, 'board-editor');
  await page.getByRole('link', { name: '继续填写2025年报告' }).click();
  await expect(page.getByRole('heading', { name: '校验' })).toBeVisible();

  await page.getByRole('button', { name: '导入文件' }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  const dialogue = page.getByRole('dialog', { name: '导入文件' });
  await expect(dialogue.getByText(/读到.200、/)).toBeVisible();
  await expect(dialogue.getByRole('checkbox', { name: /总计.*本年新收政府信息公开申请数量/ })).toContainText('24');
  await picture(page, 'import');
  await dialogue.getByRole('button', { name: /采用所选/ }).click();
  await expect(dialogue).toBeHidden();

  const figure = (key: string) => page.locator(`[data-figure="${key}"]`);
  await expect(figure('t3.received.total')).toHaveValue('24');
  const summary = page.getByRole('region', { name: '校验' }).getByRole('status');
  await expect(summary).toHaveText('3项错误要改正，1项提示要改正或说明');

  // F8 leads to the total that alone explains two errors; typing mends both at once.
  await page.locator('body').press('F8');
  await expect(page.locator('[data-figure]:focus')).toHaveCount(1);
  await figure('t3.granted.total').focus();
  await picture(page, 'errors-in-table');
  await figure('t3.granted.total').fill('１５');
  await expect(summary).toHaveText('1项错误要改正，1项提示要改正或说明');

  const overview = page.getByLabel('一、总体情况 第4段');
  await overview.fill((await overview.inputValue()).replace('申请25件', '申请24件'));
  await expect(summary).toHaveText('1项提示要改正或说明');
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();

  await page.reload();
  await expect(figure('t3.granted.total')).toHaveValue('15');

  await page.getByRole('button', { name: '核对并提交' }).click();
  await expect(page.getByRole('alert')).toContainText('有1项提示要说明，之后才能提交');
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: /结转下年度继续办理5件/ }).click();
  await expect(figure('t3.received.total')).toBeFocused();
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('button', { name: '写情况说明' }).click();
  await page.getByLabel('情况说明').fill('12月下旬集中收到5件申请，均在答复期限内，已在台账登记。');
  await page.getByRole('button', { name: '保存说明' }).click();
  await expect(page.getByText('12月下旬集中收到5件申请')).toBeVisible();
  await picture(page, 'check-and-submit');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已提交', { exact: true })).toBeVisible();
  await signOut(page);

  await signIn(page, county, 'reviewer');
  await picture(page, 'board-reviewer');
  await page
    .getByRole('row', { name: /云溪县林业局 2025/ })
    .getByRole('link')
    .click();
  await showFindings(page);
  await expect(page.getByText('12月下旬集中收到5件申请').first()).toBeVisible();
  await picture(page, 'review');
  await page.locator('body').press('a');
  await expect(page.getByRole('dialog').getByRole('button', { name: '审核通过' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('审核通过', { exact: true })).toBeVisible();
  await page.locator('body').press('p');
  await expect(page.getByRole('dialog').getByRole('button', { name: '发布' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('已发布', { exact: true })).toBeVisible();
  await picture(page, 'published');
  await signOut(page);

  await page.goto(county.address);
  await page.goto(`${county.address}/?search=${encodeURIComponent('林业局')}`);
  await page
    .getByRole('link', { name: /林业局.*2025|2025/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('云溪县林业局2025年政府信息公开工作年度报告');
  await expect(page.getByText('12月下旬集中收到5件申请').first()).toBeVisible();
  await picture(page, 'public-page');
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './accessible.ts';
import { expect, picture, signIn, test } from './county.ts';

/** The report of the forestry bureau with a row lost, a label lost, cells left out, and words in a cell. */
const damaged = fileURLToPath(new URL('./files/yunxi-forestry-2025-damaged.txt', import.meta.url));
const another = fileURLToPath(
  new URL('../../packages/documents/examples/yunxi-agriculture-2024.html', import.meta.url),
);

test.use({ story: 'importing files' });

test.beforeEach(async ({ page, county }) => {
  await signIn(page, county, 'editor');
  await page.getByRole('link', { name: '继续填写2025年报告' }).click();
  await expect(page.getByRole('heading', { name: '校验' })).toBeVisible();
});

/** A file as the browser hands it over when it is dragged from the desktop. */
async function dragged(page: Page, file: string) {
  const [name = '', content] = [file.split('/').at(-1), readFileSync(file, 'utf8')];
  return page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([given.content], given.name));
      return transfer;
    },
    { name, content },
  );
}

async function drop(page: Page, file: string): Promise<void> {
  const dataTransfer = await dragged(page, file);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer });
  await expect(page.getByText('松开鼠标，读入这份文件')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer });
  await expect(page.getByText('松开鼠标，读入这份文件')).toBeHidden();
}

const dialogueOf = (page: Page) => page.getByRole('dialog', { name: '导入文件' });
const readCell = (page: Page, key: string) => page.locator(`[data-read="${key}"]`);
const figure = (page: Page, key: string) => page.locator(`[data-figure="${key}"]`);
const chosen = (page: Page) => dialogueOf(page).getByRole('region', { name: '采用' }).getByRole('status');

test('an editor drops a file, sees what was understood with its source, takes some, keeps others, and undoes', async ({
  page,
}) => {
  const before = await figure(page, 't2.penalties.decisions').inputValue();
  await drop(page, damaged);
  const dialogue = dialogueOf(page);
  await expect(dialogue.getByText(/存疑.7、读不出.1、缺.7/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await picture(page, 'import-review');

  // What is certain is chosen; what is doubtful waits for the editor.
  await expect(readCell(page, 't3.received.naturalPerson')).toBeChecked();
  await expect(readCell(page, 't3.refused.enforcementFile.total')).not.toBeChecked();
  await expect(readCell(page, 't3.refused.thirdParty.total')).toContainText('缺');

  const source = dialogue.getByRole('region', { name: '出处' });
  await readCell(page, 't3.received.enterprise').click();
  await expect(source).toContainText('第29行');
  await expect(source.getByRole('list').locator('mark')).toHaveText('约3件');
  await expect(source).toContainText('读不出');
  await expect(readCell(page, 't3.received.enterprise')).not.toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(source.getByRole('list').locator('mark')).toHaveText('24');
  await expect(source).toContainText('确定');
  await page.keyboard.press('Space');
  await expect(readCell(page, 't3.received.naturalPerson')).not.toBeChecked();

  await readCell(page, 't3.refused.enforcementFile.naturalPerson').focus();
  await expect(source).toContainText('这一行没有行名，按它在前后两行之间的位置认出。');
  await picture(page, 'import-source');
  await page.keyboard.press('Enter');
  await expect(readCell(page, 't3.refused.enforcementFile.naturalPerson')).toBeChecked();
  await page.keyboard.press('n');
  await expect(readCell(page, 't3.refused.enforcementFile.enterprise')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '帮助与快捷键' })).toContainText('采用或不采用这一格');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: '帮助与快捷键' })).toBeHidden();

  await dialogue.getByRole('button', { name: /^存疑/ }).click();
  await expect(readCell(page, 't3.granted.total').getByText('3')).toBeHidden();
  await dialogue.getByRole('button', { name: /^全部 / }).click();
  await dialogue.getByRole('checkbox', { name: '采用“六、其他需要报告的事项”' }).uncheck();
  await dialogue.getByRole('checkbox', { name: '采用联系方式' }).uncheck();
  await expect(chosen(page)).toContainText('文字 3 部分，报告信息 1 项');

  await dialogue.getByRole('button', { name: '采用所选' }).click();
  await expect(dialogue).toBeHidden();
  await expect(
    page.getByText(/已从“yunxi-forestry-2025-damaged\.txt”采用\d+项数据、3部分文字、1项报告信息。/),
  ).toBeVisible();
  await picture(page, 'import-taken');
  await expect(figure(page, 't3.received.total')).toHaveValue('27');
  await expect(figure(page, 't3.refused.enforcementFile.naturalPerson')).toHaveValue('0');
  await expect(figure(page, 't3.received.naturalPerson')).toHaveValue('');
  await expect(figure(page, 't3.received.enterprise')).toHaveValue('');
  await page.getByRole('button', { name: '历史' }).click();
  await expect(page.getByRole('dialog', { name: '历史' })).toContainText('从“yunxi-forestry-2025-damaged.txt”导入');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect(figure(page, 't3.received.total')).toHaveValue('');
  await expect(figure(page, 't2.penalties.decisions')).toHaveValue(before);
  await expect(page.getByLabel('一、总体情况 第1段')).toHaveValue('');
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
});

test('a file of another organ and year is shown as such, and nothing of it is chosen beforehand', async ({ page }) => {
  await drop(page, another);
  const dialogue = dialogueOf(page);
  await expect(dialogue.getByRole('alert')).toContainText('文件是“云溪县农业农村局”的，这份报告是“云溪县林业局”的。');
  await expect(dialogue.getByRole('alert')).toContainText('文件是2024年度的');
  await expect(chosen(page)).toHaveText('还没有选中任何内容');
  await expect(dialogue.getByRole('button', { name: '采用所选' })).toBeDisabled();
  await picture(page, 'import-other-agency');
  const found = dialogue.getByRole('button', { name: '查看要留意的' });
  if (await found.isVisible()) await found.click();
  await dialogue
    .getByRole('region', { name: /^内容校验/ })
    .getByRole('button')
    .first()
    .click();
  await expect(page.locator('[data-read]:focus, [id^="import-text-"]:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialogue).toBeHidden();
});

test('a file that is no report is refused with a reason, and another can be dropped; no network loses nothing', async ({
  page,
}) => {
  await page.getByRole('button', { name: '导入文件' }).click();
  const dialogue = dialogueOf(page);
  const input = dialogue.locator('input[type="file"]');
  await expect(dialogue.getByRole('button', { name: '选择文件' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'import-choose');
  const picture1 = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  await input.setInputFiles({ name: '扫描件.png', mimeType: 'image/png', buffer: picture1 });
  await expect(dialogue.getByRole('alert')).toContainText('没有读入“扫描件.png”');
  await expect(dialogue.getByRole('alert')).toContainText('图片');
  await expectAccessible(page);
  await picture(page, 'import-refused');

  await input.setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from('') });
  await expect(dialogue.getByRole('alert')).toContainText('文件是空的');

  await page.context().setOffline(true);
  await input.setInputFiles(damaged);
  await expect(dialogue.getByRole('alert')).toContainText('还在这里，没有丢失');
  await page.context().setOffline(false);
  await dialogue.getByRole('button', { name: '重试' }).click();
  await expect(readCell(page, 't3.received.total')).toContainText('27');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '导入文件' })).toBeFocused();
});

test('copied text is read as a file', async ({ page }) => {
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    readFileSync(damaged, 'utf8'),
  );
  await expect(dialogueOf(page).getByText('粘贴的内容.txt')).toBeVisible();
});

test('what a colleague saves meanwhile is not written over, and the choice is kept', async ({
  page,
  browser,
  county,
}) => {
  await drop(page, damaged);
  const dialogue = dialogueOf(page);
  await expect(readCell(page, 't2.coercions.decisions')).toBeVisible();
  const other = await browser.newPage({ locale: 'zh-CN' });
  await signIn(other, county, 'editor');
  await other.getByRole('link', { name: '继续填写2025年报告' }).click();
  await figure(other, 't2.coercions.decisions').fill('8');
  await expect(other.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
  await other.close();

  await dialogue.getByRole('button', { name: '采用所选' }).click();
  await expect(dialogue.getByRole('alert')).toContainText('行政强制');
  await expect(readCell(page, 't2.coercions.decisions')).not.toBeChecked();
  await expect(readCell(page, 't2.coercions.decisions')).toContainText('8');
  await picture(page, 'import-conflict');
  await dialogue.getByRole('button', { name: '采用所选' }).click();
  await expect(dialogue).toBeHidden();
  await expect(figure(page, 't2.coercions.decisions')).toHaveValue('8');
  await expect(figure(page, 't3.received.total')).toHaveValue('27');
});

test('a report can be had as a document, as a draft and as published', async ({ page, county }) => {
  await page.getByRole('button', { name: '下载' }).click();
  await picture(page, 'download-menu');
  const draft = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  expect((await draft).suggestedFilename()).toBe('云溪县林业局2025年政府信息公开工作年度报告（草稿）.json');

  await page.goto(`${county.address}/?search=${encodeURIComponent('林业局')}&year=2024`);
  await page.getByRole('link', { name: /云溪县林业局2024/ }).click();
  await page.getByText('下载这份报告').click();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await picture(page, 'public-downloads');
  const published = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  expect((await published).suggestedFilename()).toBe('云溪县林业局2024年政府信息公开工作年度报告.csv');
});

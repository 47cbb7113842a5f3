import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';
import type { County } from './county-server.ts';
import { startCounty } from './county-server.ts';
import { copyTemplate } from './county-template.ts';

interface Shared {
  /** Names the county that a file works in: files of one name share theirs, others get a new one. */
  readonly story: string;
  readonly county: County;
}

/** Tests in a county that is there when they begin, and that the tests of one story change one after the other. */
export const test = base.extend<object, Shared>({
  story: ['reading', { option: true, scope: 'worker' }],
  county: [
    async ({ story: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'nianbao-journey-'));
      await copyTemplate(folder);
      const county = await startCounty(folder);
      await use(county);
      await county.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

/** The people of the demonstration county who can sign in. */
export const people = {
  editor: { username: 'linye', password: 'linye-demo-2025' },
  reviewer: { username: 'shenhe', password: 'shenhe-demo-2025' },
  administrator: { username: 'guanli', password: 'guanli-demo-2025' },
} as const;

export async function signIn(page: Page, county: County, person: keyof typeof people): Promise<void> {
  const { username, password } = people[person];
  await page.goto(`${county.address}/admin`);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '年度报告', level: 1 }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
}

/** On a narrow screen the findings are folded under their summary: opens them there. */
export async function showFindings(page: Page): Promise<void> {
  const findings = page.getByRole('region', { name: '校验' });
  await findings.waitFor();
  const unfold = findings.getByRole('button', { name: /逐条查看/ });
  if (await unfold.isVisible()) await unfold.click();
}

/** Keeps a picture of the page with the results, named for the step and the width. */
export async function picture(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(test.info().project.outputDir, 'pictures', `${name}-${width}.png`) });
}

import { generate } from 'otplib';
import { z } from 'zod';
import { expectAccessible, expectNoSidewaysScrolling } from './accessible.ts';
import { expect, picture, signIn, signOut, test } from './county.ts';

test.use({ story: 'joining' });

const called = <T>(schema: z.ZodType<T>) => z.object({ result: z.object({ data: schema }) });
const agencies = called(z.array(z.object({ id: z.string(), name: z.string() })));
const invited = called(z.object({ link: z.object({ address: z.string() }) }));

test('somebody new follows their link, sets a password, turns on the second factor and signs in with it', async ({
  page,
  county,
}, { project }) => {
  const username = `chengxin.${project.name}`;
  const headers = { origin: county.address };
  await signIn(page, county, 'administrator');
  const listed = await page.request.get(`${county.address}/api/trpc/agencies.list`);
  const forestry = agencies.parse(await listed.json()).result.data.find(({ name }) => name.includes('林业局'));
  const made = await page.request.post(`${county.address}/api/trpc/people.create`, {
    headers,
    data: { agencyId: forestry?.id, name: '程新', username, role: 'editor' },
  });
  const { address } = invited.parse(await made.json()).result.data.link;
  await signOut(page);

  await page.goto(address);
  await expect(page.getByText(`请用“${username}”登录`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScrolling(page);
  await picture(page, 'set-password');
  await page.getByLabel('新密码', { exact: true }).fill('一句话就是好密码，够长');
  await page.getByLabel('再输入一次新密码').fill('一句话就是好密码，但不同');
  await page.getByRole('button', { name: '保存密码' }).click();
  await expect(page.getByText('两次输入的新密码不一致')).toBeVisible();
  await page.getByLabel('再输入一次新密码').fill('一句话就是好密码，够长');
  await page.getByRole('button', { name: '保存密码' }).click();
  await page.getByRole('link', { name: '去登录' }).click();

  const giveName = async () => {
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码', { exact: true }).fill('一句话就是好密码，够长');
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  await giveName();
  await page.getByRole('link', { name: '我的账号' }).click();
  await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('您的密码').fill('一句话就是好密码，够长');
  await page.getByRole('button', { name: '启用两步验证' }).click();
  await page.getByRole('img', { name: '两步验证的二维码' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'second-factor');
  const secret = await page.getByText(/^[A-Z2-7]{16,}$/).textContent();
  await page.getByLabel('应用上显示的六位验证码').fill(await generate({ secret: secret ?? '' }));
  await page.getByRole('button', { name: '确认启用' }).click();
  const backup = (await page.getByRole('status').getByRole('listitem').first().textContent()) ?? '';
  await expectAccessible(page);
  await page.getByRole('button', { name: '我已保存备用码' }).click();
  await expect(page.getByText('已启用。')).toBeVisible();
  await signOut(page);

  await giveName();
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('验证码不正确')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('验证码').fill(backup);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '年度报告', level: 1 })).toBeVisible();

  await page.goto(address);
  await expect(page.getByText('链接不能使用')).toBeVisible();
});

import { findAll } from '@nianbao/ui/testing';
import { describe, expect, it } from 'vitest';
import { openViewer } from '../testing/open-viewer.ts';

const { open, read } = openViewer();

describe('the front page', () => {
  it('lists the published reports, newest year first', async () => {
    const titles = findAll(await read('/'), 'a', ['class', 'list-title']).map(({ text }) => text);
    expect(titles).toHaveLength(4);
    expect(titles[0]).toBe('云溪县林业局2025年政府信息公开工作年度报告');
  });

  it.each([
    ['/?search=%E9%9D%92%E5%B2%9A', 1],
    ['/?search=%EF%BC%A1', 0],
    ['/?year=2024', 1],
    ['/?region=5399', 4],
    ['/?year=abc&page=-1', 4],
  ])('%s shows %d', async (path, count) => {
    expect(findAll(await read(path), 'a', ['class', 'list-title'])).toHaveLength(count);
  });

  it('keeps what was searched for in the form', async () => {
    const page = await read('/?search=%E6%9E%97%E4%B8%9A&year=2024');
    expect(findAll(page, 'input', ['id', 'search'])[0]?.attributes.get('value')).toBe('林业');
    expect(findAll(page, 'option', ['selected', ''])[0]?.attributes.get('value')).toBe('2024');
  });

  it('states the coverage: how many are due, published and missing', async () => {
    expect(await (await open('/')).text()).toContain('2025年度应公布报告的行政机关2个，已公布1个，尚缺1个。');
  });

  it.each([
    [{ year: 2025, published: 2, due: 2 }, '已全部公布'],
    [{ year: 2025, published: 1, due: null }, '无法说明是否齐全'],
  ])('says of %j “%s”', async (coverage, said) => {
    const demo = openViewer();
    const list = { items: [], total: 1, pageSize: 20, years: [], regions: [], coverage };
    expect(await (await demo.open('/')).text()).not.toContain(said);
    expect(await (await openViewer({ listPublished: async () => list }).open('/')).text()).toContain(said);
  });

  it('says what to do where nothing matches, and that nothing listed is not nothing published', async () => {
    const text = await (await open('/?search=xyz')).text();
    expect(text).toContain('没有符合条件的报告');
    expect(text).toContain('没有列出不等于没有公布');
  });

  it('says when to expect reports where there are none at all', async () => {
    const list = { items: [], total: 0, pageSize: 20, years: [], regions: [], coverage: null };
    const text = await (await openViewer({ listPublished: async () => list }).open('/')).text();
    expect(text).toContain('1月31日前');
  });

  it('links to the pages before and after, with the search kept', async () => {
    const item = {
      agencyId: 'a',
      agencyName: '云溪县教育局',
      region: null,
      year: 2025,
      title: '报告',
      publishedOn: '2026-01-20',
      version: 1,
    };
    const list = { items: [item], total: 45, pageSize: 20, years: [], regions: [], coverage: null };
    const page = await openViewer({ listPublished: async () => list }).read('/?search=%E5%B1%80&page=2');
    expect(findAll(page, 'a', ['rel', 'prev'])[0]?.attributes.get('href')).toBe('/?search=%E5%B1%80');
    expect(findAll(page, 'a', ['rel', 'next'])[0]?.attributes.get('href')).toBe('/?search=%E5%B1%80&page=3');
  });
});

import { brokenIds, findAll, parseHtml } from '@nianbao/ui/testing';
import { describe, expect, it } from 'vitest';
import { openViewer } from './testing/open-viewer.ts';

const { open, read } = openViewer();

const pages: readonly (readonly [path: string, title: string])[] = [
  ['/', '政府信息公开工作年度报告'],
  ['/?search=%E6%9E%97%E4%B8%9A&year=2025', '政府信息公开工作年度报告'],
  ['/definitions', '指标说明'],
  ['/agencies/forestry', '云溪县林业局'],
  ['/agencies/forestry/2025', '云溪县林业局2025年政府信息公开工作年度报告'],
  ['/agencies/forestry/2025?compare=1&figure=t3.granted.total', '云溪县林业局2025年政府信息公开工作年度报告'],
  ['/agencies/forestry/2025/versions/1', '云溪县林业局2025年政府信息公开工作年度报告'],
  ['/agencies/township/2020', '云溪县青岚镇人民政府2020年政府信息公开工作年度报告'],
];

describe.each(pages)('%s', (path, title) => {
  it.each(['zh', 'en'])('is a sound page in %s', async (language) => {
    const asked = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
    const response = await open(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const page = await read(asked);
    expect(page.errors).toEqual([]);
    expect(brokenIds(page)).toEqual([]);
    expect(findAll(page, 'h1')).toHaveLength(1);
    expect(findAll(page, 'main')).toHaveLength(1);
    expect(findAll(page, 'html')[0]?.attributes.get('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    expect(findAll(page, 'a', ['href', '#content'])).toHaveLength(1);
  });

  it('has its title', async () => {
    expect(findAll(await read(path), 'h1')[0]?.text).toBe(title);
  });

  it('runs under a policy that allows no script and no inline style', async () => {
    const { elements } = await read(path);
    expect(elements.filter(({ name }) => name === 'script' || name === 'style')).toEqual([]);
    expect(
      elements.filter(({ attributes }) =>
        [...attributes.keys()].some((name) => name === 'style' || name.startsWith('on')),
      ),
    ).toEqual([]);
  });
});

it('has no link that leads nowhere', async () => {
  const seen = new Set<string>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    // Documents are the server's to write.
    if (/\.(docx|pdf|xlsx|html|csv|json)$/.test(path)) continue;
    const response = await open(path);
    expect(response.status, path).toBe(200);
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) continue;
    const page = parseHtml(await response.text());
    const ids = new Set(page.elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
    for (const href of findAll(page, 'a').map(({ attributes }) => attributes.get('href') ?? '')) {
      const { pathname, search, hash, origin } = new URL(href, `http://site${path}`);
      expect(origin, href).toBe('http://site');
      const target = `${pathname}${search}`;
      if (target === new URL(path, 'http://site').pathname && hash !== '' && href.startsWith('#'))
        expect(ids, href).toContain(hash.slice(1));
      const figures = new URLSearchParams(search).has('figure') && seen.has('a figure');
      if (!search.includes('lang=') && !figures) waiting.push(target);
      if (search.includes('figure=')) seen.add('a figure');
    }
  }
  expect(seen).toContain('/definitions');
  expect(seen).toContain('/agencies/township/2020');
  expect(seen).toContain('/agencies/forestry/2025/versions/1');
  expect(seen).toContain('/agencies/forestry/2024.csv');
});

describe('what is not there', () => {
  it.each([
    '/nowhere',
    '/agencies/nobody',
    '/agencies/forestry/2019',
    '/agencies/forestry/2025/versions/3',
    '/agencies/forestry/2025/versions/0',
    '/agencies/forestry/25',
    '/agencies/forestry/2025.xml',
    '/agencies/forestry/2025/versions/1x',
    '/assets/nothing.css',
  ])('%s is a page that says what to do', async (path) => {
    const response = await open(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toContain('可以从首页按机关名称查找');
  });
});

it('tells the reader nothing of a failure but what to do, and the operator everything', async () => {
  const failing = openViewer({ listPublished: () => Promise.reject(new Error('relation "report" does not exist')) });
  const response = await failing.open('/');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('请稍后再试');
  expect(text).not.toContain('relation');
  expect(failing.errors.map(({ message }) => message)).toEqual(['relation "report" does not exist']);
});

it('sends pages compressed to those who accept it, under a tag that still matches', async () => {
  const response = await open('/agencies/forestry/2025', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(response.headers.get('Content-Encoding')).toBe('gzip');
  const tag = response.headers.get('ETag') ?? '';
  expect((await open('/agencies/forestry/2025', { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

it('takes no form larger than its own', async () => {
  const body = new URLSearchParams({ return: 'x'.repeat(10_000) });
  expect((await open('/preferences', { method: 'POST', body })).status).toBe(413);
});

describe('caching', () => {
  it('answers an unchanged page with 304', async () => {
    const tag = (await open('/agencies/forestry/2025')).headers.get('ETag') ?? '';
    const again = await open('/agencies/forestry/2025', { headers: { 'If-None-Match': `"other", W/${tag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('never serves one reader’s theme or language to another', async () => {
    const response = await open('/agencies/forestry');
    expect(response.headers.get('Vary')).toContain('Cookie');
    expect(response.headers.get('Cache-Control')).toBe('public, no-cache');
    const dark = await open('/agencies/forestry', { headers: { Cookie: 'nianbao-theme=dark' } });
    expect(dark.headers.get('ETag')).not.toBe(response.headers.get('ETag'));
  });

  it('lets a style sheet be kept for good under its own name', async () => {
    const response = await open('/assets/site.css');
    expect(response.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
  });
});

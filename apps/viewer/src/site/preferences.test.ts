import { findAll } from '@nianbao/ui/testing';
import { describe, expect, it } from 'vitest';
import { openViewer } from '../testing/open-viewer.ts';
import { localPath } from './preferences.ts';

const { open, read } = openViewer();

const root = async (path: string, cookie = '') =>
  findAll(await read(path, { headers: { Cookie: cookie } }), 'html')[0]?.attributes;

describe('a reader’s choices', () => {
  it('are Chinese, the system’s colours and standard size at first', async () => {
    expect(Object.fromEntries((await root('/')) ?? [])).toEqual({
      lang: 'zh-CN',
      'data-theme': 'system',
      'data-text': 'normal',
    });
  });

  it('are kept when the form is sent, and lead back to where it was', async () => {
    const body = new URLSearchParams({ theme: 'contrast', text: 'large', return: '/agencies/forestry/2025?compare=1' });
    const response = await open('/preferences', { method: 'POST', body });
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/agencies/forestry/2025?compare=1');
    const cookies = response.headers.getSetCookie();
    expect(cookies.every((cookie) => cookie.includes('HttpOnly') && cookie.includes('SameSite=Lax'))).toBe(true);
    const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    expect(Object.fromEntries((await root('/', sent)) ?? [])).toMatchObject({
      'data-theme': 'contrast',
      'data-text': 'large',
    });
  });

  it('remember a language that the address names', async () => {
    const response = await open('/?lang=en');
    expect(response.headers.getSetCookie()[0]).toContain('nianbao-language=en');
    expect((await root('/', 'nianbao-language=en'))?.get('lang')).toBe('en');
    expect((await root('/?lang=zh', 'nianbao-language=en'))?.get('lang')).toBe('zh-CN');
  });

  it('ignore what is no choice', async () => {
    const cookie = 'nianbao-theme="><script>; nianbao-text=9; nianbao-language=xx';
    expect(Object.fromEntries((await root('/?lang=yy', cookie)) ?? [])).toEqual({
      lang: 'zh-CN',
      'data-theme': 'system',
      'data-text': 'normal',
    });
  });
});

describe('localPath', () => {
  it.each([
    ['/', '/'],
    ['/agencies/a/2025?figure=t3.granted.total', '/agencies/a/2025?figure=t3.granted.total'],
    [undefined, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
    ['/a\\b', '/'],
    ['/a\nLocation: x', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j goes to %s', (value, path) => {
    expect(localPath(value)).toBe(path);
  });
});

import type { Locale } from '@nianbao/core';
import type { Appearance } from '@nianbao/ui';
import { appearanceFrom } from '@nianbao/ui';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** What a reader chose, kept in cookies that hold nothing else. */
export interface Preferences {
  readonly locale: Locale;
  readonly appearance: Appearance;
}

const cookies = { locale: 'nianbao-language', theme: 'nianbao-theme', textSize: 'nianbao-text' } as const;

const oneYear = 365 * 24 * 60 * 60;

function localeFrom(value: string | undefined): Locale | null {
  return value === 'zh' || value === 'en' ? value : null;
}

function keep(context: Context, name: string, value: string): void {
  setCookie(context, name, value, { path: '/', maxAge: oneYear, httpOnly: true, sameSite: 'Lax' });
}

/** Reads the choices of a request. A language named in the address wins and is remembered. */
export function preferencesOf(context: Context): Preferences {
  const asked = localeFrom(context.req.query('lang'));
  if (asked !== null) keep(context, cookies.locale, asked);
  return {
    locale: asked ?? localeFrom(getCookie(context, cookies.locale)) ?? 'zh',
    appearance: appearanceFrom(getCookie(context, cookies.theme), getCookie(context, cookies.textSize)),
  };
}

/** Only a path of this site; anything else would let a link send readers elsewhere. */
export function localPath(value: string | undefined): string {
  return value !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : '/';
}

/** Stores what the settings form says and tells where to go back to. */
export async function storePreferences(context: Context): Promise<string> {
  const form = await context.req.parseBody();
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : undefined);
  const { theme, textSize } = appearanceFrom(field('theme'), field('text'));
  keep(context, cookies.theme, theme);
  keep(context, cookies.textSize, textSize);
  return localPath(field('return'));
}

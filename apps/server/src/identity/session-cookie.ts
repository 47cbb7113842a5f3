import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { parseSigned } from 'hono/utils/cookie';
import type { HttpEnvironment } from '../http/environment.ts';
import { Remembered } from '../memory/remembered.ts';

const hour = 60 * 60;

/** How long a session lasts without use, and how old it may get before use makes it last longer; in seconds. */
export const sessionLasts = 12 * hour;
export const sessionRenewedAfter = hour;

export const cookiePrefix = 'nianbao';
export const isHttps = (address: string): boolean => address.startsWith('https:');

export interface CookieSettings {
  readonly secret: string;
  /** The public address, by whose scheme cookies are secure. */
  readonly publicUrl: string;
}

/** Name of a cookie of the identity library, or of ours in its manner. */
function cookieName(name: string, publicUrl: string): string {
  return `${isHttps(publicUrl) ? '__Secure-' : ''}${cookiePrefix}.${name}`;
}

/** Tokens whose signatures were checked, by the header that they came in. */
const checked = new WeakMap<CookieSettings, Remembered<string>>();

/** The session's token in a header of cookies, when its signature is the library's. */
export async function sessionToken(cookies: string | undefined, settings: CookieSettings): Promise<string | null> {
  if (cookies === undefined) return null;
  const known = checked.get(settings) ?? new Remembered<string>(10_000);
  checked.set(settings, known);
  const token = known.get(cookies);
  if (token !== undefined) return token;
  const name = cookieName('session_token', settings.publicUrl);
  const read = (await parseSigned(cookies, settings.secret, name))[name] || null;
  if (read !== null) known.set(cookies, read);
  return read;
}

/** Accounts that one browser is remembered for, at most. */
const remembered = 5;
const browserCookie = 'known_browser';

/**
 * Accounts that this browser has signed in to before, each with a random name for the browser. Failures are counted for
 * such a browser by itself, so that nobody else's guessing keeps it out.
 */
export async function knownBrowser(
  context: Context<HttpEnvironment>,
  { secret, publicUrl }: CookieSettings,
): Promise<ReadonlyMap<string, string>> {
  const value = await getSignedCookie(context, secret, cookieName(browserCookie, publicUrl));
  const pairs = (value || '').split('|').flatMap((pair) => {
    const [account, name] = pair.split('!');
    return account === undefined || name === undefined ? [] : [[account, name] as const];
  });
  return new Map(pairs);
}

export async function rememberBrowser(
  context: Context<HttpEnvironment>,
  { secret, publicUrl }: CookieSettings,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const value = [...accounts]
    .slice(-remembered)
    .map((pair) => pair.join('!'))
    .join('|');
  await setSignedCookie(context, cookieName(browserCookie, publicUrl), value, secret, {
    ...{ httpOnly: true, sameSite: 'Strict', path: '/api/auth', secure: isHttps(publicUrl) },
    maxAge: 365 * 24 * hour,
  });
}

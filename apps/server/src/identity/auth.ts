import type { Database } from '@nianbao/database';
import { findPerson, schema } from '@nianbao/database';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import { noMail } from './mail-address.ts';
import { longestPassword, passwords, shortestPassword } from './passwords.ts';
import { cookiePrefix, isHttps, sessionLasts, sessionRenewedAfter } from './session-cookie.ts';

/** Header in which we name the client's address to the identity library; whatever a client puts there is replaced. */
export const addressHeader = 'x-nianbao-client-address';

/** The provider's name in the database and in its callback address. */
export const oidcProvider = 'oidc';

/** A government's own provider of identities. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly label: string;
}

export interface IdentitySettings {
  readonly secret: string;
  readonly baseUrl: string;
  readonly oidc: OidcSettings | null;
}

/** Where the provider tells about itself, by OpenID Connect Discovery. */
export const discoveryUrl = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

function oidcPlugin({ issuer, clientId, clientSecret }: OidcSettings) {
  return genericOAuth({
    config: [
      {
        ...{ providerId: oidcProvider, discoveryUrl: discoveryUrl(issuer), clientId, clientSecret },
        scopes: ['openid', 'email', 'profile'],
        requireIdTokenVerification: true,
        disableSignUp: true,
        // An account without a mail address is found by its subject alone, and a claim is believed only when verified.
        mapProfileToUser: ({ email, email_verified: verified }) =>
          typeof email === 'string' && verified === true
            ? { email, emailVerified: true }
            : { email: noMail(crypto.randomUUID()), emailVerified: false },
      },
    ],
  });
}

/**
 * Sign-in with password, second factor and a provider of identities. Nobody can sign up: administrators make the
 * accounts. What is limited is counted by us, before the library is asked.
 */
export function createAuth(database: Database, { secret, baseUrl, oidc }: IdentitySettings) {
  return betterAuth({
    appName: 'nianbao',
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    database: drizzleAdapter(database, { provider: 'pg', schema }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: passwords,
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 60 }),
      twoFactor({ issuer: '年报 nianbao', accountLockout: { enabled: false } }),
      ...(oidc === null ? [] : [oidcPlugin(oidc)]),
    ],
    account: { accountLinking: { enabled: true, requireLocalEmailVerified: true }, updateAccountOnSignIn: false },
    databaseHooks: {
      session: {
        create: {
          // Whatever the way of signing in: a disabled account gets no session.
          before: async ({ userId }) => (await findPerson(database, userId))?.person.disabledAt === null,
        },
      },
    },
    session: { expiresIn: sessionLasts, updateAge: sessionRenewedAfter },
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${baseUrl}/admin/sign-in` },
    advanced: {
      cookiePrefix,
      useSecureCookies: isHttps(baseUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      // The provider sends the browser back from its own site, where a strict cookie would be missing.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

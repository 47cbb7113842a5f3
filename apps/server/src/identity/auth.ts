import type { Database } from '@nianbao/database';
import { schema } from '@nianbao/database';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { username } from 'better-auth/plugins';
import { longestPassword, passwords, shortestPassword } from './passwords.ts';

/** Header in which we name the client's address to the identity library; whatever a client puts there is replaced. */
export const addressHeader = 'x-nianbao-client-address';

const hour = 60 * 60;

export interface IdentitySettings {
  readonly secret: string;
  readonly baseUrl: string;
}

/** Sign-in with user name and password. Nobody can sign up: administrators make the accounts. */
export function createAuth(database: Database, { secret, baseUrl }: IdentitySettings) {
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
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 60 })],
    session: { expiresIn: 12 * hour, updateAge: hour },
    // Offices share one address: the limit per address stops floods, the limit per account and address stops guessing.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/username': { window: 60, max: 60 } },
    },
    advanced: {
      cookiePrefix: 'nianbao',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

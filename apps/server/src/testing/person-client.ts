import type { TRPCClient } from '@trpc/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '../router.ts';
import type { TestServer } from './test-server.ts';

const origin = 'http://nianbao.test';

/** One browser with its cookies, or one program with its token, that calls a test server. */
export interface TestClient {
  readonly api: TRPCClient<AppRouter>;
  /** Posts JSON to an address under /api/auth and keeps the cookies that come back. */
  post(path: string, body: object, address?: string): Promise<Response>;
  /** Asks for any address. */
  get(path: string): Promise<Response>;
}

/** A client that starts with nothing, or with a token. */
export function testClient(server: TestServer, token: string | null = null): TestClient {
  const cookies = new Map<string, string>();
  const headers = (more: Record<string, string> = {}) => {
    const all = new Headers({ origin, ...more });
    if (cookies.size > 0) all.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    if (token !== null) all.set('authorization', `Bearer ${token}`);
    return all;
  };
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    api: createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${origin}/api/trpc`,
          fetch: async (url, init) => {
            const { method = 'GET', body = null } = init ?? {};
            const path = String(url).slice(origin.length);
            const type: Record<string, string> = method === 'POST' ? { 'content-type': 'application/json' } : {};
            return keep(await server.request(path, { method, body, headers: headers(type) }));
          },
        }),
      ],
    }),
    async post(path, body, address = '192.0.2.50') {
      const type = { 'content-type': 'application/json', 'x-test-client': address };
      const init = { method: 'POST', headers: headers(type), body: JSON.stringify(body) };
      return keep(await server.request(`/api/auth${path}`, init));
    },
    get: async (path) => keep(await server.request(path, { headers: headers() })),
  };
}

/** The secret in the address of a one-time link. */
export const secretIn = (address: string | null): string => new URL(address ?? '').hash.slice(1);

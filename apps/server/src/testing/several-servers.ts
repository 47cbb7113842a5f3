import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TRPCClient } from '@trpc/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '../router.ts';
import type { TestPerson } from './people.ts';
import { testPassword } from './people.ts';
import type { ServerProcess } from './server-process.ts';
import { startServerProcess } from './server-process.ts';
import type { TestServer } from './test-server.ts';
import { createTestServer } from './test-server.ts';

/** Real servers, each a process of its own, on one database and one folder of files. */
export interface SeveralServers {
  /** Only for its people and its database: nothing is asked of it. */
  readonly seeded: TestServer;
  /** Starts one more. */
  start(): Promise<ServerProcess>;
  /** Ends one as a power cut would. */
  kill(server: ServerProcess): Promise<void>;
  close(): Promise<void>;
}

export async function severalServers(): Promise<SeveralServers> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-several-'));
  const seeded = await createTestServer();
  const running = new Set<ServerProcess>();
  const secret = 'a secret of several servers that share it';
  const kill = async (server: ServerProcess) => {
    running.delete(server);
    await server.end('SIGKILL');
  };
  return {
    seeded,
    async start() {
      const server = await startServerProcess({
        ...{ DATABASE_URL: seeded.url, NIANBAO_SECRET: secret, NIANBAO_DATA: folder },
      });
      if (!('origin' in server)) throw new Error(server.output);
      running.add(server);
      return server;
    },
    kill,
    async close() {
      for (const server of running) await kill(server);
      await seeded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tries to sign in at a server. */
export function signInAt({ origin }: ServerProcess, username: string, password: string): Promise<Response> {
  return fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password }),
  });
}

/** The API of a server for whoever brings a cookie. */
export function callerAt({ origin }: ServerProcess, cookie: string): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie } })] });
}

/** Signs somebody in; gives the cookie, which every server takes. */
export async function cookieFrom(server: ServerProcess, person: TestPerson): Promise<string> {
  const answer = await signInAt(server, person, testPassword);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyRow, Database, JobQueue } from '@nianbao/database';
import { connect } from '@nianbao/database';
import { createTestDatabase } from '@nianbao/database/testing';
import type { TRPCClient } from '@trpc/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { createServer } from '../app.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { folderBlobs } from '../blobs/folder-blobs.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { OidcSettings } from '../identity/auth.ts';
import { createAuth } from '../identity/auth.ts';
import type { JobParts } from '../jobs/work-jobs.ts';
import { openJobs, workJobs } from '../jobs/work-jobs.ts';
import { openRateLimits } from '../limits/rate-limits.ts';
import type { MailSettings } from '../mail/mailer.ts';
import { openMailer } from '../mail/mailer.ts';
import { createMetrics } from '../metrics/metrics.ts';
import type { AppRouter } from '../router.ts';
import { openDocuments } from '../start/open-documents.ts';
import type { TestAgency, TestPerson } from './people.ts';
import { seedPeople, testPassword } from './people.ts';

const origin = 'http://nianbao.test';
const addressHeader = 'x-test-client';
const secret = 'a secret that only this test knows';
/** What a Prometheus brings to a test server. */
export const metricsToken = 'a token for the metrics';

export interface TestServer {
  /** The address of its database. */
  readonly url: string;
  readonly database: Database;
  readonly jobs: JobQueue;
  /** What doing the work of jobs needs, for tests that do it themselves. */
  readonly jobParts: JobParts;
  readonly blobs: BlobStore;
  readonly agencies: Readonly<Record<TestAgency, AgencyRow>>;
  /** Every address that the server answers with GET, as its router writes them. */
  readonly addresses: readonly string[];
  /** What the server takes for the present moment; a test may set it. */
  clock: Date;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The same as a signed-in person's browser asks, or with null as the public's. */
  requestAs(person: TestPerson | null, path: string, init?: RequestInit): Promise<Response>;
  /** Tries to sign in, from an address of one's choice. */
  signIn(username: string, password: string, address?: string): Promise<Response>;
  /** The API as a signed-in person calls it, or with null as the public does. */
  as(person: TestPerson | null): Promise<TRPCClient<AppRouter>>;
  close(): Promise<void>;
}

/** Somewhere for a site and an admin that are not built for these tests. */
const noSite = (app: Hono<HttpEnvironment>) => void app.get('*', (context) => context.text('site'));

export interface TestServerOptions {
  readonly mountSite?: (database: Database) => (app: Hono<HttpEnvironment>) => void;
  readonly adminFolder?: string;
  /** Do the work of jobs too. */
  readonly works?: boolean;
  readonly mail?: MailSettings;
  readonly oidc?: OidcSettings;
  readonly log?: Logger;
  /** Seconds that a statement of a request may take. */
  readonly statementSeconds?: number;
}

/** The whole server on a database of its own, called in process, with people of every role. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const connection = await createTestDatabase();
  const { database } = connection;
  const documents = openDocuments();
  const blobFolder = mkdtempSync(join(tmpdir(), 'nianbao-blobs-'));
  const blobs = folderBlobs(blobFolder);
  const log = options.log ?? pino({ level: 'silent' });
  const { url } = connection;
  const mailer = options.mail === undefined ? null : openMailer(options.mail);
  const oidc = options.oidc ?? null;
  const clock = { now: () => server.clock };
  const parts = {
    url,
    database,
    blobs,
    documents,
    log,
    ...clock,
    secret,
    allowedAddresses: ['127.0.0.1'],
    mailer,
    publicUrl: origin,
  };
  const jobs = await (options.works ? workJobs(parts, 0.5) : openJobs(parts));
  const agencies = await seedPeople(database);
  const cookies = new Map<string, string>();
  const { statementSeconds } = options;
  const requests = statementSeconds === undefined ? connection : connect(url, { statementSeconds });
  const app = createServer({
    database: requests.database,
    documents,
    blobs,
    jobs,
    auth: createAuth(requests.database, { secret, baseUrl: origin, oidc }),
    limits: openRateLimits(database),
    log,
    metrics: createMetrics({ database, jobs }, { ofProcess: false }),
    ...{ metricsToken, tracer: null, isDraining: () => false },
    baseUrl: origin,
    publicUrl: origin,
    sendsMail: mailer !== null,
    oidcLabel: oidc?.label ?? null,
    clientAddressHeader: addressHeader,
    secret,
    adminFolder: options.adminFolder ?? '/nonexistent',
    mountSite: options.mountSite?.(database) ?? noSite,
    now: () => server.clock,
  });
  const cookieOf = async (person: TestPerson) => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const answer = await server.signIn(person, testPassword);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    cookies.set(person, cookie.join('; '));
    return cookie.join('; ');
  };
  const server: TestServer = {
    url,
    database,
    jobs,
    jobParts: parts,
    blobs,
    agencies,
    addresses: app.routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])),
    clock: new Date('2026-01-20T02:00:00.000Z'),
    request: async (path, init) => app.request(`${origin}${path}`, init),
    async requestAs(person, path, init) {
      const headers = new Headers(init?.headers);
      if (person !== null) headers.set('cookie', await cookieOf(person));
      return app.request(`${origin}${path}`, { ...init, headers });
    },
    signIn: async (username, password, address = '192.0.2.1') =>
      app.request(`${origin}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [addressHeader]: address, origin },
        body: JSON.stringify({ username, password }),
      }),
    async as(person) {
      const cookie = person === null ? '' : await cookieOf(person);
      return createTRPCClient<AppRouter>({
        links: [
          httpLink({
            url: `${origin}/api/trpc`,
            headers: () => (cookie === '' ? {} : { cookie }),
            fetch: async (url, init) => {
              const { method = 'GET', body = null } = init ?? {};
              return app.request(new Request(url, { method, body, headers: new Headers(init?.headers) }));
            },
          }),
        ],
      });
    },
    async close() {
      await jobs.stop();
      mailer?.close();
      await documents.close();
      if (requests !== connection) await requests.close();
      await connection.close();
      rmSync(blobFolder, { recursive: true, force: true });
    },
  };
  return server;
}

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import {
  connect,
  findPasswordHash,
  insertAgency,
  insertMembership,
  insertPerson,
  insertReport,
  migrateDatabase,
  schema,
  startEmbeddedPostgres,
} from '@nianbao/database';
import { startServerProcess } from '@nianbao/server/testing';
import { eq, sql } from 'drizzle-orm';
import { connections } from './load.ts';

/** The server and the bare one on one database, with something published, and an editor with a draft for each connection. */
export interface Stage {
  readonly server: string;
  readonly bare: string;
  /** For each connection an editor who is signed in, with a draft of an agency of their own. */
  readonly editors: readonly { readonly cookie: string; readonly report: string }[];
  readonly published: { readonly id: string; readonly agencyId: string; readonly year: number };
  close(): Promise<void>;
}

/** An account of the demonstration, whose password the editors here share. */
const account = { username: 'linye', password: 'linye-demo-2025' };

async function startBare(url: string) {
  const program = join(import.meta.dirname, 'bare-server.ts');
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((settle, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const told = /listening on (\S+)/.exec(chunk.toString('utf8'))?.[1];
      if (told !== undefined) settle(told);
    });
    child.once('exit', () => fail(new Error('the bare server ended')));
  });
  return { origin, stop: () => child.kill('SIGTERM') };
}

async function signIn(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password: account.password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Fifty bureaus with an editor and a draft each: people who work at the same time do not work on the same report. */
async function seedEditors(database: Database, content: Report) {
  const [person] = await database.select().from(schema.user).where(eq(schema.user.username, account.username));
  if (person === undefined) throw new Error('the demonstration has no editor');
  const passwordHash = await findPasswordHash(database, person.id);
  const editors: { readonly username: string; readonly report: string }[] = [];
  for (let at = 0; at < connections; at += 1) {
    const agency = await insertAgency(database, { name: `云溪县第${at}局`, kind: 'department' });
    const username = `editor${at}`;
    const id = randomUUID();
    const email = `${username}@example.invalid`;
    await insertPerson(database, { id, name: username, username, email, agencyId: agency.id, passwordHash });
    await insertMembership(database, { userId: id, agencyId: agency.id, role: 'editor' });
    const report = await insertReport(database, {
      ...{ agencyId: agency.id, year: 2025, format: '2021', content, updatedBy: null },
    });
    if (report !== null) editors.push({ username, report: report.id });
  }
  return editors;
}

/** Opens the stage; whatever was started ends when the stage closes, or when it cannot be opened. */
export async function openStage(): Promise<Stage> {
  await using parts = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  parts.defer(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres(folder);
  parts.defer(() => postgres.stop());
  await migrateDatabase(postgres.url);
  const environment = { DATABASE_URL: postgres.url, NIANBAO_DATA: folder, NIANBAO_SECRET: postgres.secret };
  const server = await startServerProcess({ ...environment, NIANBAO_DEMO: '1' });
  if (!('origin' in server)) throw new Error(server.output);
  parts.defer(async () => void (await server.end('SIGTERM')));
  const { database, close } = connect(postgres.url);
  parts.defer(close);
  await database.execute(sql`create table bench_cell (id bigserial primary key, report text, key text, value integer)`);
  const [published] = await database.select().from(schema.publication).limit(1);
  if (published === undefined) throw new Error('nothing is published');
  const seeded = await seedEditors(database, published.content);
  const editors: { readonly cookie: string; readonly report: string }[] = [];
  for (const { username, report } of seeded) editors.push({ cookie: await signIn(server.origin, username), report });
  const bare = await startBare(postgres.url);
  parts.defer(() => void bare.stop());
  const opened = parts.move();
  return {
    ...{ server: server.origin, bare: bare.origin, published, editors },
    close: () => opened.disposeAsync(),
  };
}

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { clusterUser } from './init-cluster.ts';
import { launchAs, postgresAccount } from './postgres-account.ts';

export interface ClusterLocation {
  /** Folder of the PostgreSQL programs. */
  readonly bin: string;
  /** Folder of the cluster. */
  readonly folder: string;
  readonly password: string;
  /** Port to try first; another free one is taken when it is in use, or when this is 0. */
  readonly port: number;
  /** Settings for `postgres -c`. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface PostgresServer {
  readonly port: number;
  /** Connection address of one of its databases, with the password in it. */
  url(database: string): string;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const startTimeout = 60_000;
const stopTimeout = 30_000;
const largestLog = 10_000_000;

/** A port on the loopback address that is free now: the wanted one if it is, else any. */
export async function freePort(wanted: number): Promise<number> {
  const bind = (port: number) =>
    new Promise<number | null>((settle) => {
      const probe = createServer();
      probe.once('error', () => settle(null));
      probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        const address = probe.address();
        probe.close(() => settle(typeof address === 'object' && address ? address.port : null));
      });
    });
  const port = (await bind(wanted)) ?? (await bind(0));
  if (port === null) throw new Error('127.0.0.1 上没有可用端口。 / No free port on 127.0.0.1.');
  return port;
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, 'a');
}

/** The state line that PostgreSQL keeps in its pid file; `ready` once it takes connections. */
function isReady(folder: string, pid: number | undefined): boolean {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) settle();
    else child.once('exit', () => settle());
  });
}

async function attempt(location: ClusterLocation, port: number): Promise<ChildProcess | { failed: string }> {
  const logFile = join(dirname(location.folder), 'postgres.log');
  const log = openLog(logFile);
  const logStart = statSync(logFile).size;
  const settings = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    ...location.settings,
  });
  const args = [
    '-D',
    location.folder,
    '-p',
    String(port),
    ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const launch = launchAs(postgresAccount(), { path: join(location.bin, 'postgres'), args }, location.folder);
  // A process group of its own: Ctrl-C reaches the application, which then stops the database last.
  const child = spawn(launch.command, [...launch.args], {
    ...launch.identity,
    stdio: ['ignore', log, log],
    detached: true,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  closeSync(log);
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  for (const end = Date.now() + startTimeout; Date.now() < end; ) {
    if (isReady(location.folder, child.pid)) return child;
    if (failure !== null) return { failed: failure };
    if (child.exitCode !== null || child.signalCode !== null) {
      return { failed: readFileSync(logFile, 'utf8').slice(logStart) };
    }
    await delay(20);
  }
  child.kill('SIGQUIT');
  return { failed: `not ready after ${startTimeout} ms` };
}

/** What a second attempt cures: a port taken in between, or the last processes of a killed server still ending. */
const passing = /Address already in use|could not bind|pre-existing shared memory|is still in use/;

/** Starts PostgreSQL on a cluster, on the loopback address only, and waits until it takes connections. */
export async function startPostgres(location: ClusterLocation): Promise<PostgresServer> {
  let failed = '';
  for (let tries = 0; tries < 10; tries += 1) {
    const port = await freePort(location.port);
    const outcome = await attempt(location, port);
    if (!('failed' in outcome)) return serverOf(outcome, port, location.password);
    failed = outcome.failed;
    if (!passing.test(failed)) break;
    await delay(300);
  }
  throw new Error(
    `PostgreSQL 未能启动，记录在 ${join(dirname(location.folder), 'postgres.log')}。 / PostgreSQL did not start: ${failed.trim().slice(-800)}`,
  );
}

/** Address of a database of a cluster that runs on this machine, with the password in it. */
export function clusterUrl({ password, port }: Pick<ClusterLocation, 'password' | 'port'>, database: string): string {
  return `postgres://${clusterUser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function serverOf(child: ChildProcess, port: number, password: string): PostgresServer {
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  return {
    port,
    url: (database) => clusterUrl({ password, port }, database),
    async stop() {
      process.off('exit', stopWithUs);
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), stopTimeout);
      await ended(child);
      clearTimeout(late);
    },
  };
}

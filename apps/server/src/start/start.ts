import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { assertMigrated, connect, migrateDatabase } from '@nianbao/database';
import { createServer } from '../app.ts';
import { demoAccounts } from '../demo/accounts.ts';
import { seedDemonstration } from '../demo/seed.ts';
import { createAuth } from '../identity/auth.ts';
import { openJobs, workJobs } from '../jobs/work-jobs.ts';
import { openRateLimits } from '../limits/rate-limits.ts';
import { createLog } from '../logs/create-log.ts';
import { openMailer } from '../mail/mailer.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { loadSite } from '../site/load-site.ts';
import type { SentTraces } from '../tracing/send-traces.ts';
import { version } from '../version.ts';
import type { Config } from './config.ts';
import { listen } from './listen.ts';
import { openBlobs } from './open-blobs.ts';
import { openDatabase } from './open-database.ts';
import { openDocuments } from './open-documents.ts';

export interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

const appsFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** What is stopped first, and what last: nothing goes while something else may still need it. */
const stopOrder = ['requests', 'jobs', 'mail', 'documents', 'traces', 'connections', 'database'] as const;

/** Starts everything that the configuration asks for, saying meanwhile what is being done. */
export async function start(config: Config, say: (sentence: string) => void): Promise<Running> {
  const running = new Map<(typeof stopOrder)[number], () => Promise<void>>();
  let draining = false;
  const stop = async () => {
    for (const part of stopOrder) await running.get(part)?.();
  };
  try {
    const opened = await openDatabase(config, say);
    running.set('database', () => opened.stop());
    const listening = await listen(config, say);
    running.set('requests', () => listening.close());
    say('检查数据表… / Bringing the tables up to date…');
    await (config.migrates ? migrateDatabase(opened.url) : assertMigrated(opened.url));
    const forRequests = connect(opened.url, { statementSeconds: config.statementSeconds });
    const forJobs = connect(opened.url, { poolSize: 4 });
    running.set('connections', async () => {
      await Promise.all([forRequests.close(), forJobs.close()]);
    });
    const { database } = forRequests;
    const documents = openDocuments();
    running.set('documents', () => documents.close());
    const log = createLog(config.logLevel);
    const now = () => new Date();
    const origin = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listening.port}`;
    const publicUrl = config.baseUrl ?? origin;
    const mailer = config.mail === null ? null : openMailer(config.mail);
    if (mailer !== null) running.set('mail', async () => mailer.close());
    const blobs = openBlobs(config);
    const forQueue = { url: opened.url, database: forJobs.database, log };
    const forWork = { blobs, documents, now, secret: opened.secret, mailer, publicUrl };
    const allowedAddresses = config.webhookAddresses;
    const jobs = await (config.worksJobs
      ? workJobs({ ...forQueue, ...forWork, allowedAddresses })
      : openJobs(forQueue));
    running.set('jobs', () => jobs.stop());
    if (config.demonstration && (await seedDemonstration(forJobs.database, jobs))) {
      say('已写入演示数据（云溪县）。 / Filled in the demonstration county.');
    }
    const traces = config.otlpEndpoint === null ? null : await openTraces(config.otlpEndpoint);
    if (traces !== null) running.set('traces', () => traces.stop());
    const app = createServer({
      database,
      documents,
      blobs,
      jobs,
      auth: createAuth(database, { secret: opened.secret, baseUrl: publicUrl, oidc: config.oidc }),
      limits: openRateLimits(database),
      sendsMail: mailer !== null,
      oidcLabel: config.oidc?.label ?? null,
      publicUrl,
      log,
      metrics: createMetrics({ database, jobs }, { ofProcess: true }),
      metricsToken: config.metricsToken,
      tracer: traces?.tracer ?? null,
      isDraining: () => draining,
      baseUrl: config.baseUrl,
      clientAddressHeader: config.clientAddressHeader,
      secret: opened.secret,
      adminFolder: `${appsFolder}admin/dist`,
      mountSite: await loadSite(`${appsFolder}viewer/dist`, database, log),
      now,
    });
    listening.answerWith((request, env) => app.fetch(request, env));
    say(welcome(publicUrl, config.demonstration));
    return {
      origin,
      async stop() {
        draining = true;
        await delay(config.drainSeconds * 1000);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Loads what sends traces only where there are any to send. */
async function openTraces(endpoint: string): Promise<SentTraces> {
  const { sendTraces } = await import('../tracing/send-traces.ts');
  return sendTraces(endpoint, version);
}

function welcome(address: string, demonstration: boolean): string {
  const accounts = demonstration
    ? [
        '',
        '演示账号 / Demonstration sign-ins:',
        ...demoAccounts.flatMap(({ username, password, title }) =>
          password === null ? [] : [`  ${username.padEnd(8)} ${password.padEnd(18)} ${title.zh} / ${title.en}`],
        ),
      ]
    : [];
  return [
    '',
    `公开网站 / Public site   ${address}/`,
    `填报审核 / Editors       ${address}/admin`,
    `接口     / API           ${address}/api`,
    ...accounts,
    '',
    '按 Ctrl-C 停止。 / Press Ctrl-C to stop.',
  ].join('\n');
}

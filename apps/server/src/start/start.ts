import { fileURLToPath } from 'node:url';
import { connect, migrateDatabase } from '@nianbao/database';
import { pino } from 'pino';
import { createServer } from '../app.ts';
import { demoAccounts } from '../demo/accounts.ts';
import { seedDemonstration } from '../demo/seed.ts';
import { createAuth } from '../identity/auth.ts';
import { openJobs } from '../jobs/work-jobs.ts';
import { loadSite } from '../site/load-site.ts';
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

/** Starts everything that the configuration asks for, saying meanwhile what is being done. */
export async function start(config: Config, say: (sentence: string) => void): Promise<Running> {
  const cleanups: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const opened = await openDatabase(config, say);
    cleanups.push(() => opened.stop());
    const listening = await listen(config.host, config.port, say);
    cleanups.push(() => listening.close());
    say('检查数据表… / Bringing the tables up to date…');
    await migrateDatabase(opened.url);
    const connection = connect(opened.url);
    cleanups.splice(1, 0, () => connection.close());
    const { database } = connection;
    const documents = openDocuments();
    cleanups.splice(1, 0, () => documents.close());
    const log = pino({ level: config.logLevel }, pino.destination(2));
    const now = () => new Date();
    const blobs = openBlobs(config);
    const jobs = await openJobs(
      {
        ...{ url: opened.url, database, blobs, log, now, secret: opened.secret },
        allowedAddresses: config.webhookAddresses,
      },
      { works: true },
    );
    cleanups.splice(1, 0, () => jobs.stop());
    if (config.demonstration && (await seedDemonstration(database, jobs))) {
      say('已写入演示数据（云溪县）。 / Filled in the demonstration county.');
    }
    const origin = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listening.port}`;
    const app = createServer({
      database,
      documents,
      blobs,
      jobs,
      auth: createAuth(database, { secret: opened.secret, baseUrl: config.baseUrl ?? origin }),
      log,
      baseUrl: config.baseUrl,
      clientAddressHeader: config.clientAddressHeader,
      secret: opened.secret,
      adminFolder: `${appsFolder}admin/dist`,
      mountSite: await loadSite(`${appsFolder}viewer/dist`, database, log),
      now,
    });
    listening.answerWith((request, env) => app.fetch(request, env));
    say(welcome(config.baseUrl ?? origin, config.demonstration));
    return { origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

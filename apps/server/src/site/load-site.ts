import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Database } from '@nianbao/database';
import type * as Viewer from '@nianbao/viewer';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { offeredDocuments } from '../downloads/offered-documents.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { missingBuild } from '../http/missing-build.ts';
import { viewerData } from './viewer-data.ts';

/** Loads the built public site; gives how it is put into the server, at the root. */
export async function loadSite(
  folder: string,
  database: Database,
  log: Logger,
): Promise<(app: Hono<HttpEnvironment>) => void> {
  const entry = `${folder}/server/index.js`;
  if (!existsSync(entry)) return (app) => void app.get('*', (context) => missingBuild(context, '@nianbao/viewer'));
  const { createViewer }: typeof Viewer = await import(pathToFileURL(entry).href);
  return (app) => {
    app.route(
      '/',
      createViewer(viewerData(database), {
        files: offeredDocuments.map(({ id }) => id),
        onError: (error) => log.error({ error }, 'page failed'),
      }),
    );
  };
}

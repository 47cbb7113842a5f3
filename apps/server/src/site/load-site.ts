import { existsSync } from 'node:fs';
import type { Database } from '@nianbao/database';
import type { Hono } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';
import { missingBuild } from '../http/missing-build.ts';

/** How the built public site is put into the server. */
export async function loadSite(folder: string, _database: Database): Promise<(app: Hono<HttpEnvironment>) => void> {
  const entry = `${folder}/server/entry.js`;
  if (!existsSync(entry)) return (app) => app.get('*', (context) => missingBuild(context, '@nianbao/viewer'));
  return (app) => app.get('*', (context) => missingBuild(context, '@nianbao/viewer'));
}

import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { AgencyPage } from './pages/agency-page.tsx';
import { DefinitionsPage } from './pages/definitions-page.tsx';
import { ErrorPage } from './pages/error-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { ReportPage } from './pages/report-page.tsx';
import type { FileKind } from './site/address.ts';
import { definitionsAddress, preferencesAddress } from './site/address.ts';
import { icon, iconAddress } from './site/icon.ts';
import { listQueryFrom } from './site/list-query.ts';
import { preferencesOf, storePreferences } from './site/preferences.ts';
import { reportPath } from './site/report-path.ts';
import { respond } from './site/respond.ts';
import type { PageFrame } from './site/site-page.tsx';
import type { ViewerAssets } from './viewer-assets.ts';
import { builtAssets } from './viewer-assets.ts';
import type { ViewerData } from './viewer-data.ts';

export interface ViewerOptions {
  readonly assets?: ViewerAssets;
  /** Kinds of document that stand at the addresses of reports, in the order to offer them; none when left out. */
  readonly files?: readonly FileKind[];
  /** Told of every error that a reader saw as “the page cannot be shown”. */
  readonly onError?: (error: Error, context: Context) => void;
}

/** Bytes that the settings form may send; it needs a few hundred. */
const largestForm = 8 * 1024;

const assetTypes: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

/** The path as the reader sees it, without the language that a link asked for. */
function framePath(context: Context): string {
  const url = new URL(context.req.url);
  url.searchParams.delete('lang');
  return `${url.pathname}${url.search}`;
}

/**
 * The public site as a Hono application to be mounted at the root. Every page works without scripts, styles come from
 * one file of its own, and nothing is asked of another host.
 */
export function createViewer(data: ViewerData, options: ViewerOptions = {}): Hono {
  const { assets = builtAssets(), files = [] } = options;
  const app = new Hono();
  app.use(compress());

  const frameOf = (context: Context): PageFrame => ({
    preferences: preferencesOf(context),
    path: framePath(context),
    stylesheet: assets.stylesheet,
  });
  const page = (context: Context, content: ReactNode, status: 200 | 404 | 500 = 200) =>
    respond(context, {
      content: `<!DOCTYPE html>${renderToString(content)}`,
      type: 'text/html; charset=utf-8',
      status,
      personal: true,
    });
  const notFound = (context: Context) =>
    page(context, createElement(ErrorPage, { frame: frameOf(context), kind: 'notFound' }), 404);

  app.get('/', async (context) => {
    const query = listQueryFrom((name) => context.req.query(name));
    const list = await data.listPublished(query);
    return page(context, createElement(HomePage, { frame: frameOf(context), query, list }));
  });

  app.get(definitionsAddress, (context) => page(context, createElement(DefinitionsPage, { frame: frameOf(context) })));

  app.get('/agencies/:agency', async (context) => {
    const agency = await data.getAgency(context.req.param('agency'));
    if (agency === null) return notFound(context);
    return page(context, createElement(AgencyPage, { frame: frameOf(context), agency }));
  });

  const report = async (
    context: Context<object, '/agencies/:agency/:name' | '/agencies/:agency/:year/versions/:name'>,
  ) => {
    const { agency: agencyId, name, year } = context.req.param();
    const address = reportPath({ agency: agencyId, name, year });
    if (address === null) return notFound(context);
    const [published, agency] = await Promise.all([data.getPublished(address), data.getAgency(address.agencyId)]);
    if (published === null || agency === null) return notFound(context);
    const view = { figure: context.req.query('figure') ?? null, compare: context.req.query('compare') === '1' };
    return page(
      context,
      createElement(ReportPage, { frame: frameOf(context), address, view, published, agency, files }),
    );
  };
  app.get('/agencies/:agency/:name', report);
  app.get('/agencies/:agency/:year/versions/:name', report);

  app.post(
    preferencesAddress,
    bodyLimit({ maxSize: largestForm, onError: (context) => context.body(null, 413) }),
    async (context) => context.redirect(await storePreferences(context), 303),
  );

  app.get(iconAddress, (context) =>
    respond(context, {
      ...{ content: icon, type: 'image/svg+xml', personal: false, cacheControl: 'public, max-age=86400' },
    }),
  );

  app.get('/assets/:name', (context) => {
    const name = context.req.param('name');
    const file = assets.files.get(name);
    if (file === undefined) return notFound(context);
    const type = assetTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const cacheControl = 'public, max-age=31536000, immutable';
    return respond(context, { content: file, type, personal: false, cacheControl });
  });

  app.all('*', notFound);
  app.onError((error, context) => {
    options.onError?.(error, context);
    return page(context, createElement(ErrorPage, { frame: frameOf(context), kind: 'failed' }), 500);
  });
  return app;
}

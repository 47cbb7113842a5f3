import type { Database, JobQueue } from '@nianbao/database';
import type { DocumentPool } from '@nianbao/documents/bounded';
import type { Tracer } from '@opentelemetry/api';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { tableDownload } from './agencies/table-download.ts';
import { calledIn, callPath } from './api/call-path.ts';
import { callRoute } from './api/call-route.ts';
import type { ServerContext } from './api/request-context.ts';
import { attachmentDownload, publishedAttachments } from './attachments/attachment-routes.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import { bulkRoutes } from './bulk/bulk-routes.ts';
import { draftDownload } from './downloads/draft-download.ts';
import { publishedDownloads } from './downloads/published-downloads.ts';
import { callError, errorBody, isUnexpected } from './errors/error-body.ts';
import { ServiceError } from './errors/service-error.ts';
import { exportDownload } from './exports/export-download.ts';
import { adminApp } from './http/admin-app.ts';
import { requestLimit, uploadLimit } from './http/body-limits.ts';
import { clientAddress } from './http/client-address.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { healthRoutes } from './http/health-routes.ts';
import { requestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Auth } from './identity/auth.ts';
import { authRoutes } from './identity/auth-routes.ts';
import { callerOf } from './identity/caller.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { searchLimit } from './limits/search-limit.ts';
import type { Metrics } from './metrics/metrics.ts';
import { metricsRoute } from './metrics/metrics-route.ts';
import { restApi, restBase, takesFile } from './rest/rest-api.ts';
import { requestTraces } from './tracing/request-traces.ts';

/** What the server is put together from. */
export interface Parts {
  readonly database: Database;
  readonly auth: Auth;
  readonly documents: DocumentPool;
  readonly blobs: BlobStore;
  readonly jobs: JobQueue;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Opens the metrics to whoever brings it; null: only to this machine. */
  readonly metricsToken: string | null;
  /** Null: no traces are sent. */
  readonly tracer: Tracer | null;
  /** Whether the server is about to stop, and wants no new requests. */
  readonly isDraining: () => boolean;
  /** Public address when it is not simply the one listened on. */
  readonly baseUrl: string | null;
  /** The same, or the address listened on. */
  readonly publicUrl: string;
  readonly limits: RateLimits;
  /** Whether a mail server is configured. */
  readonly sendsMail: boolean;
  /** What the button for the provider of identities says; null without one. */
  readonly oidcLabel: string | null;
  readonly clientAddressHeader: string | null;
  /** Signs what the server gives out to have it back unchanged. */
  readonly secret: string;
  /** Folder of the built admin. */
  readonly adminFolder: string;
  /** Adds the public site, which answers whatever is not /admin or /api. */
  readonly mountSite: (app: Hono<HttpEnvironment>) => void;
  readonly now: () => Date;
}

const uploads = ['imports.read', 'agencies.previewTable', 'agencies.applyTable', 'attachments.add'];
const uploadPaths = new Set(uploads.map(callPath));

/** The whole server as one request handler. */
export function createServer(parts: Parts): Hono<HttpEnvironment> {
  const { database, documents, blobs, jobs, log, metrics, baseUrl, publicUrl } = parts;
  const { limits, sendsMail, oidcLabel, secret, now } = parts;
  const app = new Hono<HttpEnvironment>();
  app.use(
    requestLog(log, metrics),
    clientAddress(parts.clientAddressHeader),
    securityHeaders(baseUrl?.startsWith('https:') ?? false),
  );
  if (parts.tracer !== null) app.use(requestTraces(parts.tracer));
  app.onError((error, context) => errorAnswer(context, error));

  app.route('/', healthRoutes(parts));
  app.get('/metrics', metricsRoute(metrics, { token: parts.metricsToken, isPublic: baseUrl !== null }));

  app.use('/api/*', sameOrigin(baseUrl), (context, next) =>
    (uploadPaths.has(context.req.path) || takesFile(context.req.path) ? uploadLimit : requestLimit)(context, next),
  );
  app.use('/api/*', async (context, next) => {
    await next();
    const cookies = context.get('renewedCookies') ?? [];
    // What everybody may read says itself how long it may be kept; but nobody may keep another's cookie.
    const isKept = cookies.length === 0 && context.res.headers.has('cache-control');
    if (!isKept) context.header('cache-control', 'no-store');
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
  });
  const contextOf = async (context: Context<HttpEnvironment>): Promise<ServerContext> => ({
    ...{ database, documents, blobs, jobs },
    ...(await callerOf(parts, context)),
    requestId: context.get('requestId'),
    address: context.get('clientAddress'),
    ...{ secret, limits, publicUrl, sendsMail, oidcLabel },
    now: now(),
  });
  app.route('/api/auth', authRoutes({ ...parts, hasOidc: oidcLabel !== null }));
  app.all(callPath('*'), callRoute(contextOf));
  app.route(`${restBase}/bulk`, bulkRoutes(database));
  app.route(restBase, restApi(contextOf));
  app.get('/api/reports/:report/:file{document\\.[a-z]+}', async (context) => {
    const { report, file } = context.req.param();
    const { person } = await callerOf(parts, context);
    return draftDownload(
      { database, documents },
      { person, reportId: report, extension: file.split('.').at(-1) ?? '' },
    );
  });
  app.get('/api/agencies/:agency/:file{(?:agencies|template)\\.[a-z]+}', async (context) => {
    const { agency, file } = context.req.param();
    const { person } = await callerOf(parts, context);
    return tableDownload({ database, documents }, { person, agencyId: agency, file });
  });
  app.get('/api/reports/:report/attachments/:attachment', async (context) => {
    const { person } = await callerOf(parts, context);
    return attachmentDownload({ database, blobs }, context, person);
  });
  app.get('/api/campaigns/:campaign/exports/:file{[^/]+\\.zip}', async (context) => {
    const { campaign, file } = context.req.param();
    const { person } = await callerOf(parts, context);
    const known = context.req.header('if-none-match');
    const request = { person, campaignId: campaign, exportId: file.slice(0, -'.zip'.length), known };
    return exportDownload({ database, blobs }, request);
  });
  app.all('/api/*', () => {
    throw new ServiceError('NOT_FOUND');
  });

  app.route('/admin', adminApp(parts.adminFolder));
  app.route('/', publishedDownloads({ database, documents, baseUrl }));
  app.get('/', searchLimit(limits));
  app.route('/', publishedAttachments({ database, blobs }));
  parts.mountSite(app);
  return app;
}

function errorAnswer(context: Context<HttpEnvironment>, error: Error): Response {
  if (isUnexpected(error)) context.get('log').error({ error }, 'request failed');
  const body = errorBody(error, context.get('requestId'));
  const told = calledIn(context.req.path) === null ? body : callError(body);
  const { retryAfter } = body.details;
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify({ error: told }), { status: body.httpStatus, headers });
}

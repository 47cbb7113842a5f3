import { callTRPCProcedure } from '@trpc/server';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { taggedAnswer } from '../http/entity-tag.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { appRouter } from '../router.ts';
import type { ApiProcedure, ApiSchemas } from './api-schemas.ts';
import { apiSchemas } from './api-schemas.ts';
import { openApiDocument } from './openapi-document.ts';
import { queryValue } from './query-value.ts';
import type { RestRoute } from './rest-routes.ts';
import { restRoutes } from './rest-routes.ts';

/** Where REST is. */
export const restBase = '/api/v1';

const inputsInAddress: ReadonlySet<RestRoute['method']> = new Set(['GET', 'DELETE']);

/** A path as the router of HTTP writes it: `/reports/:id`. */
const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

const formPaths = Object.values(restRoutes)
  .filter(({ form }) => form !== undefined)
  .map(({ path }) => new RegExp(`^${restBase}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));

/** Whether a file may come to an address of REST. */
export const takesFile = (path: string): boolean => formPaths.some((pattern) => pattern.test(path));

async function formOf(context: Context): Promise<FormData> {
  const form = await context.req.formData().catch(() => null);
  if (form !== null) return form;
  throw notReadable('表单应为 multipart/form-data / send multipart/form-data');
}

function notReadable(message: string): ServiceError {
  return new ServiceError('BAD_INPUT', { issues: [{ path: [], message }] });
}

async function bodyOf(context: Context): Promise<object> {
  const text = await context.req.text();
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw notReadable('不是 JSON / this is no JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw notReadable('应为一个 JSON 对象 / send one JSON object');
  }
  return body;
}

class RestApi {
  readonly #schemas: ApiSchemas['schemas'];

  constructor({ schemas }: ApiSchemas) {
    this.#schemas = schemas;
  }

  /** What a request asks of a procedure: the body or the query, and what stands in the path, which wins. */
  async inputOf(context: Context, { input }: ApiProcedure, { method, form }: RestRoute): Promise<unknown> {
    const path = context.req.param();
    if (form !== undefined) {
      const fields = await formOf(context);
      for (const [name, value] of Object.entries(path)) fields.set(name, value);
      return fields;
    }
    if (input === null) return undefined;
    const properties = this.#schemas[input]?.properties ?? {};
    const query = inputsInAddress.has(method) ? context.req.queries() : {};
    const body = inputsInAddress.has(method) ? {} : await bodyOf(context);
    const texts = { ...query, ...Object.fromEntries(Object.entries(path).map(([name, text]) => [name, [text]])) };
    const inAddress = Object.entries(texts).map(([name, given]) => [name, queryValue(given, properties[name])]);
    return { ...body, ...Object.fromEntries(inAddress) };
  }
}

/**
 * Every procedure as REST, with the same permissions, limits and errors, and the document that says so. What is public
 * is answered under an entity tag.
 */
export function restApi(
  createContext: (context: Context<HttpEnvironment>) => Promise<ServerContext>,
): Hono<HttpEnvironment> {
  const described = apiSchemas();
  const api = new RestApi(described);
  const app = new Hono<HttpEnvironment>();
  const document = JSON.stringify(openApiDocument(described));
  app.get('/openapi.json', (context) => taggedAnswer(context, document, 'application/json; charset=utf-8'));
  for (const procedure of described.procedures) {
    const { name, type, isPublic } = procedure;
    const route = restRoutes[name];
    if (route === undefined) throw new Error(`${name} has no row among the routes of REST`);
    app.on(route.method, honoPath(route.path), async (context) => {
      const [input, ctx] = [await api.inputOf(context, procedure, route), await createContext(context)];
      const { signal } = context.req.raw;
      const getRawInput = async () => input;
      const answer: unknown = await callTRPCProcedure({
        ...{ router: appRouter, path: name, type, ctx, signal, getRawInput, batchIndex: 0 },
      });
      const body = JSON.stringify(answer);
      const mediaType = 'application/json; charset=utf-8';
      if (isPublic) return taggedAnswer(context, body, mediaType);
      return new Response(body, { headers: { 'content-type': mediaType } });
    });
  }
  return app;
}

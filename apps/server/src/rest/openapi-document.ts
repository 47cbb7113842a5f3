import { documentFormatIds } from '@nianbao/documents';
import { version } from '../version.ts';
import { webhookEvents } from '../webhooks/webhook-events.ts';
import type { ApiProcedure, ApiSchemas, JsonSchema } from './api-schemas.ts';
import { schemaPath } from './api-schemas.ts';
import { fileOperations } from './file-operations.ts';
import type { RestRoute } from './rest-routes.ts';
import { restRoutes } from './rest-routes.ts';

const reference = (name: string) => ({ $ref: schemaPath(name) });
const json = (schema: unknown) => ({ 'application/json': { schema } });

const failures = {
  '4XX': { $ref: '#/components/responses/Refused' },
  '5XX': { $ref: '#/components/responses/Failed' },
} as const;

const inPath = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function parametersOf({ path, method }: RestRoute, input: JsonSchema) {
  const names = inPath(path);
  const { properties = {}, required = [] } = input;
  const ofPath = names.map((name) => ({
    ...{ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } },
  }));
  if (method !== 'GET' && method !== 'DELETE') return ofPath;
  const others = Object.entries(properties).filter(([name]) => !names.includes(name));
  return [
    ...ofPath,
    ...others.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
  ];
}

/** The body of a call: what its input has besides the path. */
function bodyOf({ path, method, form }: RestRoute, input: JsonSchema) {
  if (form !== undefined) {
    const fields = Object.entries(form).map(([name, says]) => [
      name,
      says === 'file' ? { type: 'string', format: 'binary' } : { type: 'string', description: says },
    ]);
    const schema = { type: 'object', properties: Object.fromEntries(fields), required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (method === 'GET' || method === 'DELETE') return {};
  const { properties = {}, required = [], ...rest } = input;
  const names = new Set(inPath(path));
  const left = Object.entries(properties).filter(([name]) => !names.has(name));
  if (left.length === 0) return {};
  const needed = required.filter((name) => !names.has(name));
  const schema = {
    ...{ ...rest, properties: Object.fromEntries(left) },
    ...(needed.length === 0 ? {} : { required: needed }),
  };
  return { requestBody: { required: needed.length > 0, content: json(schema) } };
}

function operationOf(procedure: ApiProcedure, route: RestRoute, { schemas }: ApiSchemas) {
  const { name, output, isPublic } = procedure;
  const input = procedure.input === null ? {} : (schemas[procedure.input] ?? {});
  const parameters = parametersOf(route, input);
  const success = { description: 'Done', content: json(reference(output)) };
  const unchanged = { '304': { $ref: '#/components/responses/Unchanged' } };
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: route.summary,
    ...(isPublic ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(route, input),
    responses: { '200': success, ...(isPublic ? unchanged : {}), ...failures },
  };
}

/** Names of schemas that something refers to, directly or through others. */
function reachable(from: unknown, schemas: ApiSchemas['schemas']): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      follow(schemas[name] ?? null);
    }
  };
  follow(from);
  return found;
}

const webhookHeaders = {
  'webhook-id': 'The same at every attempt',
  'webhook-timestamp': 'Seconds since 1970',
  'webhook-signature': 'As the Standard Webhooks specification says, with the key that was shown once',
} as const;

function webhookOperations() {
  const parameters = Object.entries(webhookHeaders).map(([name, description]) => ({
    ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
  }));
  return Object.fromEntries(
    Object.entries(webhookEvents).map(([name, { en }]) => [
      name,
      {
        post: {
          ...{ operationId: `webhook.${name}`, tags: ['webhooks'], summary: en, security: [], parameters },
          requestBody: { required: true, content: json(reference('WebhookMessage')) },
          responses: {
            '2XX': { description: 'Taken' },
            '4XX': { description: 'Not taken: it is tried again later' },
          },
        },
      },
    ]),
  );
}

const description = `政府信息公开工作年度报告 as an API. Call with a token in \`Authorization: Bearer\`, made by an administrator
(\`tokens.create\`), or with the cookie of somebody who signed in at \`/api/auth\`; what is under \`published\`, the bulk streams
and the documents need neither. Figures are in the unit of their cell: 件, 项, or 万元. Every error has a stable code, what
happened and what to do next in Chinese and English, and the id of the request.`;

/** The API as a document of OpenAPI 3.1. */
export function openApiDocument(api: ApiSchemas) {
  const paths: Record<string, Record<string, object>> = {};
  for (const procedure of api.procedures) {
    const route = restRoutes[procedure.name];
    if (route === undefined) continue;
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(procedure, route, api) };
  }
  const files = fileOperations(documentFormatIds, failures);
  const webhooks = webhookOperations();
  const errorAnswer = { type: 'object', properties: { error: reference('ErrorBody') }, required: ['error'] };
  const used = reachable({ paths, webhooks, errorAnswer }, api.schemas);
  const tags = [...new Set([...api.procedures.map(({ name }) => name.split('.')[0] ?? ''), 'files'])].sort();
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'nianbao', version, description },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: tags.map((name) => ({ name })),
    paths: { ...paths, ...files },
    webhooks,
    components: {
      schemas: Object.fromEntries(Object.entries(api.schemas).filter(([name]) => used.has(name))),
      responses: {
        Refused: { description: 'Refused; the body says why and what to do', content: json(errorAnswer) },
        Failed: { description: 'Our fault, or too much at once', content: json(errorAnswer) },
        Unchanged: { description: 'What `If-None-Match` names is still so' },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of another system' },
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: 'nianbao.session_token' },
          description: 'Of somebody who signed in; `__Secure-nianbao.session_token` over https',
        },
      },
    },
  };
}

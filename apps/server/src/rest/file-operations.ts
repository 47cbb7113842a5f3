import { tableFileFormats } from '@nianbao/documents';

const parameter = (name: string, where: 'path' | 'query', schema: object) => ({
  ...{ name, in: where, required: where === 'path', schema },
});

const text = { type: 'string' } as const;
const id = { type: 'string', format: 'uuid' } as const;
const whole = { type: 'integer', minimum: 0 } as const;
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

const agency = parameter('agencyId', 'path', id);
const year = parameter('year', 'path', whole);
const version = parameter('version', 'path', whole);
const report = parameter('reportId', 'path', id);

const bulk = [
  parameter('year', 'query', whole),
  { ...parameter('region', 'query', text), description: 'First digits of a GB/T 2260 code' },
  {
    ...parameter('since', 'query', whole),
    description: 'The `nianbao-sequence` of an earlier answer: only what was published after it',
  },
];
const sequence = { 'nianbao-sequence': { description: 'What to ask with as `since` the next time', schema: whole } };

const unchanged = { '304': { $ref: '#/components/responses/Unchanged' } };

interface FileRow {
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly mediaType: string;
  readonly parameters: readonly object[];
  readonly isPublic: boolean;
  /** Whether it comes under an entity tag, so that whoever has it already is told so. */
  readonly isTagged: boolean;
  readonly headers?: object;
}

/** Whatever is answered as a file and not by a procedure. */
function fileRows(formats: readonly string[]): readonly FileRow[] {
  const format = parameter('format', 'path', { type: 'string', enum: formats });
  const [anyKind, open] = ['*/*', { isPublic: true, isTagged: true }];
  const made = { isPublic: false, isTagged: false };
  const kept = { isPublic: false, isTagged: true };
  const table = parameter('kind', 'path', { type: 'string', enum: Object.keys(tableFileFormats) });
  return [
    {
      ...{ path: '/api/v1/openapi.json', name: 'openapi', mediaType: 'application/json', ...open },
      ...{ summary: 'This document', parameters: [] },
    },
    {
      ...{ path: '/api/v1/bulk/published.ndjson', name: 'bulk.ndjson', mediaType: 'application/x-ndjson', ...open },
      summary: 'Everything that is published, one version a line as JSON; with `since`, what has changed',
      ...{ parameters: bulk, headers: sequence },
    },
    {
      ...{ path: '/api/v1/bulk/published.csv', name: 'bulk.csv', mediaType: 'text/csv', ...open },
      summary: 'The same as CSV, one figure a line',
      ...{ parameters: bulk, headers: sequence },
    },
    {
      ...{ path: '/agencies/{agencyId}/{year}.{format}', name: 'published.document', mediaType: anyKind, ...open },
      summary: 'The published report in force as a document',
      parameters: [agency, year, format],
    },
    {
      path: '/agencies/{agencyId}/{year}/versions/{version}.{format}',
      ...{ name: 'published.versionDocument', mediaType: anyKind, ...open },
      summary: 'One version of a published report as a document',
      parameters: [agency, year, version, format],
    },
    {
      path: '/agencies/{agencyId}/{year}/versions/{version}/attachments/{digest}',
      ...{ name: 'published.attachment', mediaType: anyKind, ...open },
      summary: 'A file that is public with a version',
      parameters: [agency, year, version, parameter('digest', 'path', digest)],
    },
    {
      ...{ path: '/api/reports/{reportId}/document.{format}', name: 'reports.document', mediaType: anyKind },
      summary: 'A draft as a document',
      ...{ parameters: [report, format], ...made },
    },
    {
      ...{ path: '/api/reports/{reportId}/attachments/{attachmentId}', name: 'attachments.get', mediaType: anyKind },
      summary: 'A file of a report',
      ...{ parameters: [report, parameter('attachmentId', 'path', id)], ...kept },
    },
    {
      ...{ path: '/api/campaigns/{campaignId}/exports/{exportId}.zip', name: 'exports.file' },
      ...{ mediaType: 'application/zip', summary: 'A campaign’s documents in one file' },
      ...{ parameters: [parameter('campaignId', 'path', id), parameter('exportId', 'path', id)], ...kept },
    },
    {
      ...{ path: '/api/agencies/{agencyId}/agencies.{kind}', name: 'agencies.table', mediaType: anyKind },
      ...{ summary: 'The tree of agencies as a table', parameters: [agency, table], ...made },
    },
    {
      ...{ path: '/api/agencies/{agencyId}/template.{kind}', name: 'agencies.tableTemplate', mediaType: anyKind },
      ...{ summary: 'An empty table of agencies, to be filled in', parameters: [agency, table], ...made },
    },
  ];
}

/** The operations of files, by path. */
export function fileOperations(formats: readonly string[], failures: object): Record<string, object> {
  return Object.fromEntries(
    fileRows(formats).map(({ path, name, summary, mediaType, parameters, isPublic, isTagged, headers }) => {
      const content = { [mediaType]: { schema: { type: 'string', format: 'binary' } } };
      const success = { description: 'The file', ...(headers === undefined ? {} : { headers }), content };
      const operation = {
        ...{ operationId: name, tags: ['files'], summary, parameters },
        ...(isPublic ? { security: [] } : {}),
        responses: { '200': success, ...(isTagged ? unchanged : {}), ...failures },
      };
      return [path, { get: operation }];
    }),
  );
}

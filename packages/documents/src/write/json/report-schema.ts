import type { Cell, CellKind, Format } from '@nianbao/core';
import { blockSchema, cellLabel, contactSchema, formats, sectionSchema } from '@nianbao/core';
import { z } from 'zod';
import { carriedReportSchema, publicationMarkSchema } from '../../carried/carried-report.ts';
import { reportSchemaId } from './schema-id.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What the cells of each kind hold where they hold a number; zod's own checks of it are code and no data. */
const numbers: Readonly<Record<CellKind, JsonSchema>> = {
  count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  change: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  money: { type: 'number', minimum: 0, maximum: Number.MAX_SAFE_INTEGER / 1_000_000 },
};

const kindWords: Readonly<Record<CellKind, string>> = {
  count: '不小于0的整数 / a whole number of 0 or more',
  change: '整数，减少为负 / a whole number, negative for a decrease',
  money: '不小于0、最多六位小数 / 0 or more with at most six decimals',
};

const otherwise: readonly JsonSchema[] = [
  { type: 'null', title: '空白 / blank' },
  { const: '/', title: '不适用 / not applicable' },
  {
    type: 'object',
    title: '无法识别的原文 / what could not be read, as it stood',
    properties: { unreadable: { type: 'string', maxLength: 2000 } },
    required: ['unreadable'],
    additionalProperties: false,
  },
];

const kinds: readonly CellKind[] = ['count', 'change', 'money'];

const valueDefinitions: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  kinds.map((kind) => [kind, { description: kindWords[kind], anyOf: [numbers[kind], ...otherwise] }]),
);

function cellDefinition(cell: Cell): JsonSchema {
  const description = cell.unit === null ? kindWords[cell.kind] : `单位：${cell.unit}；${kindWords[cell.kind]}`;
  return { $ref: `#/$defs/${cell.kind}`, title: cellLabel(cell), description };
}

const factsName = (format: Format): string => `facts${format.id}`;

function factsDefinition(format: Format): JsonSchema {
  return {
    type: 'object',
    title: format.basis,
    description: '未列出的数据项为空白 / a cell that is left out is blank',
    properties: Object.fromEntries(format.cells.map((cell) => [cell.key, cellDefinition(cell)])),
    additionalProperties: false,
  };
}

const when = (format: string | null, facts: JsonSchema): JsonSchema => ({
  if: { type: 'object', properties: { format: { const: format } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { type: 'object', properties: { facts } },
});

/** Which figures a report may hold hangs on its format; one from before the official tables holds none. */
const factsByFormat: readonly JsonSchema[] = [
  ...formats.map((format) => when(format.id, { $ref: `#/$defs/${factsName(format)}` })),
  when(null, { type: 'object', maxProperties: 0 }),
];

const names = z.registry<{ readonly id: string; readonly title: string }>();
names.add(blockSchema, { id: 'block', title: '段落、标题、列表、表格、图片、本地增设的行' });
names.add(sectionSchema, { id: 'section', title: '部分' });
names.add(contactSchema, { id: 'contact', title: '联系方式' });
names.add(publicationMarkSchema, { id: 'publication', title: '已发布的版本' });

/** The file as it may be written: it may name its schema. */
const fileSchema = carriedReportSchema.extend({ $schema: z.string().optional() });

const at = (path: readonly (string | number)[], ...members: readonly string[]): boolean =>
  path.join('/') === members.map((member) => `properties/${member}`).join('/');

/** The JSON Schema (2020-12) of the JSON that a report is written to, derived from the schemas that read it. */
export function reportJsonSchema() {
  const derived = z.toJSONSchema(fileSchema, {
    target: 'draft-2020-12',
    metadata: names,
    override: ({ path, jsonSchema }) => {
      if (at(path, 'report')) jsonSchema.allOf = [...factsByFormat];
      if (at(path, 'report', 'facts')) {
        delete jsonSchema.propertyNames;
        delete jsonSchema.additionalProperties;
      }
    },
  });
  const { $schema, $defs, ...rest } = derived;
  return {
    $schema,
    $id: reportSchemaId,
    title: '政府信息公开工作年度报告',
    description: '一个行政机关一个年度的报告，附内容摘要值和发布版本 / one report, with its digest and publication',
    ...rest,
    $defs: {
      ...$defs,
      ...valueDefinitions,
      ...Object.fromEntries(formats.map((format) => [factsName(format), factsDefinition(format)])),
    },
  };
}

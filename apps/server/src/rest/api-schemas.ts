import {
  blockSchema,
  cellValueSchema,
  changeSchema,
  contactSchema,
  findingSchema,
  reportSchema,
  sectionSchema,
} from '@nianbao/core';
import { z } from 'zod';
import { agencyViewSchema } from '../agencies/agency-view.ts';
import { documentationOf } from '../api/passed-through.ts';
import { procedures } from '../api/procedures.ts';
import { textSchema } from '../api/text-schema.ts';
import { attachmentSchema } from '../attachments/attach-file.ts';
import { comparisonSchema } from '../comparisons/compare-versions.ts';
import { errorBodySchema } from '../errors/error-schema.ts';
import { publicVersionSchema } from '../published/published-version.ts';
import { explainedSchema } from '../reports/explain-finding.ts';
import { writtenSchema } from '../reports/write-changes.ts';
import { webhookMessageSchema } from '../webhooks/webhook-events.ts';
import { restRoutes } from './rest-routes.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What has a name of its own in the document and in the client. */
const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  Agency: agencyViewSchema,
  Attachment: attachmentSchema,
  Block: blockSchema,
  CellValue: cellValueSchema,
  Change: changeSchema,
  Comparison: comparisonSchema,
  Contact: contactSchema,
  ErrorBody: errorBodySchema,
  Explained: explainedSchema,
  Finding: findingSchema,
  PublicVersion: publicVersionSchema,
  Report: reportSchema,
  Section: sectionSchema,
  Text: textSchema,
  WebhookMessage: webhookMessageSchema,
  Written: writtenSchema,
};

export const schemaPath = (name: string): string => `#/components/schemas/${name}`;

/** One procedure: `input` is null without one and for a form, whose fields stand in its route. */
export interface ApiProcedure {
  readonly name: string;
  readonly type: 'query' | 'mutation';
  readonly isPublic: boolean;
  /** Names in `schemas`. */
  readonly input: string | null;
  readonly isInputOptional: boolean;
  readonly takesForm: boolean;
  readonly output: string;
}

/** Everything that the API takes and gives, as JSON Schema (draft 2020-12) by name. */
export interface ApiSchemas {
  readonly procedures: readonly ApiProcedure[];
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** `reports.get` and `Output`: `ReportsGetOutput`. */
function typeName(procedure: string, role: 'Input' | 'Output'): string {
  const words = procedure.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}${role}`;
}

class Names {
  readonly registry = z.registry<{ id: string }>();

  constructor() {
    for (const [id, schema] of Object.entries(namedSchemas)) this.registry.add(schema, { id });
  }

  /** The name of a schema, which is the given one unless it has one already. */
  of(schema: z.ZodType, name: string): string {
    const known = this.registry.get(schema);
    if (known !== undefined) return known.id;
    this.registry.add(schema, { id: name });
    return name;
  }

  schemas(io: 'input' | 'output'): Record<string, JsonSchema> {
    const { schemas } = z.toJSONSchema(this.registry, {
      io,
      uri: schemaPath,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => this.#tidy(zodSchema, jsonSchema),
    });
    return Object.fromEntries(
      Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
    );
  }

  #tidy(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
    const documented = documentationOf(zodSchema);
    if (documented !== undefined) {
      const id = this.registry.get(documented)?.id;
      if (id === undefined) {
        const { $schema: _, ...inlined } = z.toJSONSchema(documented);
        Object.assign(schema, inlined);
      } else schema.$ref = schemaPath(id);
    }
    // A later version of the server may say more: only what is strict forbids it.
    if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined) delete schema.additionalProperties;
    // Means something else in a document of OpenAPI.
    delete schema.readOnly;
    if (schema.format !== undefined && schema.format !== '') delete schema.pattern;
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  }
}

function schemaOf(parser: unknown, where: string): z.ZodType {
  if (parser instanceof z.ZodType) return parser;
  throw new Error(`${where} has no schema`);
}

/** The schemas of every procedure, from the router itself. */
export function apiSchemas(): ApiSchemas {
  const [inputs, outputs] = [new Names(), new Names()];
  const described = [...procedures].map(([name, { inputs: parsers, output, type, isPublic }]): ApiProcedure => {
    const [parser] = parsers;
    const takesForm = restRoutes[name]?.form !== undefined;
    const input = parser === undefined || takesForm ? null : schemaOf(parser, `input of ${name}`);
    return {
      name,
      type,
      isPublic,
      input: input === null ? null : inputs.of(input, typeName(name, 'Input')),
      takesForm,
      isInputOptional: input?.safeParse(undefined).success ?? true,
      output: outputs.of(schemaOf(output, `output of ${name}`), typeName(name, 'Output')),
    };
  });
  return { procedures: described, schemas: { ...inputs.schemas('input'), ...outputs.schemas('output') } };
}

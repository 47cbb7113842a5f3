import { reportJsonSchema } from '@nianbao/documents';

/** The JSON Schema of reports as it is published: `docs/report.schema.json`. */
export function reportSchemaFile(): string {
  return `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
}

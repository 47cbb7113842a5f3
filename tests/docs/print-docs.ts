import { writeFile } from 'node:fs/promises';
import { clientRouter } from './client-router.ts';
import { reportSchemaFile } from './report-schema-file.ts';
import { rulesPage } from './rules-page.ts';

const folder = new URL('../../docs/', import.meta.url);

await writeFile(new URL('rules.md', folder), rulesPage());
await writeFile(new URL('report.schema.json', folder), reportSchemaFile());
await writeFile(new URL('../../packages/client/src/router.ts', import.meta.url), await clientRouter());

import { apiSchemas } from '../rest/api-schemas.ts';
import { openApiDocument } from '../rest/openapi-document.ts';
import { exitCodes } from './exit-codes.ts';
import type { Operation } from './operation.ts';

/** Prints what the API is. Needs no database. */
export const openapi: Operation = {
  usage: {
    zh: `用法  nianbao openapi

输出接口的 OpenAPI 3.1 文档（JSON），与运行中的服务在 /api/v1/openapi.json 给出的相同。不需要数据库。`,
    en: `Usage  nianbao openapi

Prints the OpenAPI 3.1 document of the API as JSON: the same that a server gives at /api/v1/openapi.json. Needs no
database.`,
  },
  options: ['json'],
  paths: 0,
  async run() {
    const data = openApiDocument(apiSchemas());
    const text = JSON.stringify(data, null, 2);
    return { code: exitCodes.well, lines: [{ zh: text, en: text }], data };
  },
};

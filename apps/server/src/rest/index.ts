export { apiSchemas } from './api-schemas.ts';
export { openApiDocument } from './openapi-document.ts';

export type { OtherServer } from './other-server.ts';
export { startOtherServer } from './other-server.ts';
export type { TestDatabase } from './test-database.ts';
export { createTestDatabase } from './test-database.ts';

export type { TestAgency, TestPerson } from './people.ts';
export { testPassword, testPeople } from './people.ts';
export type { CallTarget } from './procedure-calls.ts';
export { procedureCalls } from './procedure-calls.ts';
export { refusalOf } from './refusal.ts';
export { fillIn, move, soundReport } from './reports.ts';
export { startServerProcess } from './server-process.ts';
export type { TestServer } from './test-server.ts';
export { createTestServer } from './test-server.ts';

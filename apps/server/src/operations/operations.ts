import type { Operation } from './operation.ts';

/** What `nianbao` does to a whole installation, besides serving; each loads what it needs and nothing else. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  migrate: async () => (await import('./migrate.ts')).migrate,
  seed: async () => (await import('./seed.ts')).seed,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  'verify-audit': async () => (await import('./verify-audit.ts')).verifyAudit,
  doctor: async () => (await import('./doctor.ts')).doctor,
  openapi: async () => (await import('./openapi.ts')).openapi,
};

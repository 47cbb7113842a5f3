import type {} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL with `{database}` in the place of a database's name. */
    postgres: string;
  }
}

/** The migrated database that each test file's own is copied from. */
export const templateDatabase = 'template_nianbao';

import type { Database } from '@nianbao/database';
import type { ReadingPool } from '@nianbao/documents/bounded';
import type { Person } from '../identity/person.ts';

/** What a use case is given besides its input. */
export interface RequestContext {
  readonly database: Database;
  /** Who asks; null for the public. */
  readonly person: Person | null;
  readonly requestId: string;
  /** The moment of the request. */
  readonly now: Date;
}

/** What a request brings to every procedure. */
export interface ServerContext extends RequestContext {
  /** Reads files that people hand in, in processes of their own. */
  readonly readers: ReadingPool;
  /** Signs what the server gives out to have it back unchanged. */
  readonly secret: string;
}

/** The context of a use case for people who are signed in. */
export interface PersonContext extends RequestContext {
  readonly person: Person;
}

import type { AuditDoor, Database, JobQueue } from '@nianbao/database';
import type { DocumentPool } from '@nianbao/documents/bounded';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Person } from '../identity/person.ts';

/** What a use case is given besides its input. */
export interface RequestContext {
  readonly database: Database;
  /** Takes work that is done after the request. */
  readonly jobs: Pick<JobQueue, 'send' | 'listParked' | 'retryParked' | 'discardParked'>;
  /** Who asks; null for the public. */
  readonly person: Person | null;
  readonly requestId: string;
  /** How the caller is known: by a session, by a token; `system` for what happens without a request. */
  readonly door: AuditDoor;
  /** The client's network address; null where there is no client. */
  readonly address: string | null;
  /** The moment of the request. */
  readonly now: Date;
}

/** What a request brings to every procedure. */
export interface ServerContext extends RequestContext {
  /** Reads files that people hand in, in processes of their own. */
  readonly documents: DocumentPool;
  /** Keeps files. */
  readonly blobs: BlobStore;
  /** Signs what the server gives out to have it back unchanged. */
  readonly secret: string;
}

/** The context of a use case for people who are signed in. */
export interface PersonContext extends RequestContext {
  readonly person: Person;
}

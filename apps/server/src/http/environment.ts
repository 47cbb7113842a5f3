import type { Logger } from 'pino';

/** What every request carries through the server. */
export interface HttpEnvironment {
  readonly Variables: {
    requestId: string;
    /** The client's address, from the connection or from the header of a trusted proxy. */
    clientAddress: string;
    /** For styles that the admin's components add at run time. */
    styleNonce: string;
    /** Cookies of a session that was made to last longer. */
    renewedCookies?: readonly string[];
    log: Logger;
  };
}

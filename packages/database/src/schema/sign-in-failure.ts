import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Failed sign-ins for one account from one address. Counted for the pair, so that a stranger elsewhere cannot lock
 * the account's owner out.
 */
export const signInFailure = pgTable('sign_in_failure', {
  /** SHA-256 of user name and address: neither is kept in the clear. */
  key: text().primaryKey(),
  failures: integer().notNull(),
  /** When the count began. */
  since: timestamp({ withTimezone: true }).notNull(),
});

import { eq } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { account } from '../schema/account.ts';
import { user } from '../schema/user.ts';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  /** Hash of the password, as the identity library checks it. */
  readonly passwordHash: string;
}

/** Creates an account that signs in with user name and password. Runs in a transaction of its own. */
export async function insertPerson(database: Database, person: NewPerson): Promise<void> {
  const { id, name, username, email, passwordHash } = person;
  await database.transaction(async (transaction) => {
    await transaction.insert(user).values({ id, name, username, displayUsername: username, email });
    await transaction
      .insert(account)
      .values({ id: `credential-${id}`, accountId: id, providerId: 'credential', userId: id, password: passwordHash });
  });
}

export async function findPersonByUsername(database: Database, username: string): Promise<{ id: string } | null> {
  const [row] = await database.select({ id: user.id }).from(user).where(eq(user.username, username));
  return row ?? null;
}

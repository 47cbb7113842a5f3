import { randomUUID } from 'node:crypto';
import type { Database } from '@nianbao/database';
import { insertPerson } from '@nianbao/database';
import { passwords } from './passwords.ts';

export interface NewAccount {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** Makes an account that signs in with user name and password; gives its id. */
export async function createPerson(database: Database, { name, username, password }: NewAccount): Promise<string> {
  const id = randomUUID();
  const passwordHash = await passwords.hash(password);
  // The identity library wants a mail address for each account; this one can never receive anything.
  const email = `${username.toLowerCase()}@accounts.invalid`;
  await insertPerson(database, { id, name, username: username.toLowerCase(), email, passwordHash });
  return id;
}

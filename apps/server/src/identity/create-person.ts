import { randomUUID } from 'node:crypto';
import type { Database } from '@nianbao/database';
import { insertPerson } from '@nianbao/database';
import { noMail } from './mail-address.ts';
import { passwords } from './passwords.ts';

export interface NewAccount {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  /** The agency that keeps the account. */
  readonly agencyId?: string;
}

/** Makes an account that signs in with user name and password; gives its id. */
export async function createPerson(database: Database, account: NewAccount): Promise<string> {
  const id = randomUUID();
  const username = account.username.toLowerCase();
  const passwordHash = await passwords.hash(account.password);
  const { name, agencyId = null } = account;
  await insertPerson(database, { id, name, username, email: noMail(username), agencyId, passwordHash });
  return id;
}

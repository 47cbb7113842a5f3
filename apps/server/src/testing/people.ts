import { randomUUID } from 'node:crypto';
import type { Role } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { insertAgency, insertMembership, insertPerson } from '@nianbao/database';
import { noMail } from '../identity/mail-address.ts';
import { passwords } from '../identity/passwords.ts';

const agencyRows = {
  county: { name: '云溪县人民政府', kind: 'government', level: 'county', above: null },
  forestry: { name: '云溪县林业局', kind: 'department', level: 'county', above: 'county' },
  education: { name: '云溪县教育局', kind: 'department', level: 'county', above: 'county' },
  neighbour: { name: '望河县人民政府', kind: 'government', level: 'county', above: null },
} as const;

export type TestAgency = keyof typeof agencyRows;

const personRows = {
  editor: [{ agency: 'forestry', role: 'editor' }],
  agencyHead: [{ agency: 'forestry', role: 'agencyHead' }],
  colleague: [{ agency: 'forestry', role: 'editor' }],
  otherEditor: [{ agency: 'education', role: 'editor' }],
  reviewer: [{ agency: 'county', role: 'reviewer' }],
  administrator: [{ agency: 'county', role: 'administrator' }],
  auditor: [{ agency: 'county', role: 'auditor' }],
  service: [{ agency: 'county', role: 'service' }],
  stranger: [{ agency: 'neighbour', role: 'reviewer' }],
  nobody: [],
} as const satisfies Record<string, readonly { agency: TestAgency; role: Role }[]>;

export type TestPerson = keyof typeof personRows;

export const testPeople = Object.keys(personRows).filter((name): name is TestPerson => name in personRows);

/** The password of every test account. */
export const testPassword = 'correct horse 2025';

let hashed: Promise<string> | null = null;

/** Hashed once for all accounts: it takes as long as everything else that a server begins with. */
function passwordHash(): Promise<string> {
  hashed ??= passwords.hash(testPassword);
  return hashed;
}

/** Two counties, two bureaus, and a person for every role: user names are the keys in lower case. */
export async function seedPeople(database: Database): Promise<Readonly<Record<TestAgency, AgencyRow>>> {
  const county = await insertRow(database, 'county', null);
  const agencies = {
    county,
    forestry: await insertRow(database, 'forestry', county.id),
    education: await insertRow(database, 'education', county.id),
    neighbour: await insertRow(database, 'neighbour', null),
  };
  for (const name of testPeople) {
    const [id, username] = [randomUUID(), name.toLowerCase()];
    const account = { id, name, username, email: noMail(username), agencyId: null };
    await insertPerson(database, { ...account, passwordHash: await passwordHash() });
    for (const { agency, role } of personRows[name]) {
      await insertMembership(database, { userId: id, agencyId: agencies[agency].id, role });
    }
  }
  return agencies;
}

function insertRow(database: Database, key: TestAgency, parentId: string | null): Promise<AgencyRow> {
  const { above: _, ...row } = agencyRows[key];
  return insertAgency(database, { ...row, parentId });
}

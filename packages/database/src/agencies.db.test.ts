import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgencyRow } from './queries/agencies.ts';
import { insertAgency, listAgenciesBelow, listLineage } from './queries/agencies.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

let connection: TestDatabase;
let county: AgencyRow;
let town: AgencyRow;
let village: AgencyRow;

beforeAll(async () => {
  connection = await createTestDatabase();
  const { database } = connection;
  county = await insertAgency(database, { name: '云溪县人民政府', kind: 'government', level: 'county' });
  town = await insertAgency(database, { name: '青岚镇人民政府', kind: 'township', parentId: county.id, position: 2 });
  village = await insertAgency(database, { name: '青岚镇便民中心', parentId: town.id, position: 3 });
  await insertAgency(database, { name: '云溪县教育局', kind: 'department', parentId: county.id, position: 1 });
  await insertAgency(database, { name: '望河县人民政府', kind: 'government', level: 'county', position: 9 });
});
afterAll(() => connection.close());

test('an agency and all below it, in the official order, and nothing beside it', async () => {
  const below = await listAgenciesBelow(connection.database, [county.id]);
  expect(below.map(({ name }) => name)).toEqual(['云溪县人民政府', '云溪县教育局', '青岚镇人民政府', '青岚镇便民中心']);
  const inTown = await listAgenciesBelow(connection.database, [town.id]);
  expect(inTown).toHaveLength(2);
});

test('the way up from an agency to the root', async () => {
  expect(await listLineage(connection.database, village.id)).toEqual([village.id, town.id, county.id]);
});

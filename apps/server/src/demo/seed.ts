import { emptyReport, formatById } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { insertAgency, insertMembership, insertReport } from '@nianbao/database';
import { createPerson } from '../identity/create-person.ts';

export const demonstrationAccounts = [
  {
    username: 'lin',
    password: 'yunxi-2025-lin',
    name: '林晓溪',
    role: 'editor',
    title: { zh: '填报人（县林业局）', en: 'editor, forestry bureau' },
  },
  {
    username: 'shen',
    password: 'yunxi-2025-shen',
    name: '沈审',
    role: 'reviewer',
    title: { zh: '审核人（县政府办公室）', en: 'reviewer, county' },
  },
] as const;

export async function seedDemonstration(database: Database, _now: Date): Promise<void> {
  const county = await insertAgency(database, { name: '云溪县人民政府', kind: 'government', level: 'county' });
  const forestry = await insertAgency(database, {
    name: '云溪县林业局',
    kind: 'department',
    level: 'county',
    parentId: county.id,
  });
  for (const { role, ...account } of demonstrationAccounts) {
    const userId = await createPerson(database, account);
    await insertMembership(database, { userId, agencyId: role === 'editor' ? forestry.id : county.id, role });
  }
  const content = emptyReport(forestry.name, 2025, formatById['2021']);
  await insertReport(database, { agencyId: forestry.id, year: 2025, format: '2021', content, updatedBy: null });
}

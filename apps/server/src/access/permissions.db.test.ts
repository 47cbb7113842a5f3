import type { Action } from '@nianbao/core';
import { actions, isAllowed, permissions, relationTo, roles, usualDeadlines } from '@nianbao/core';
import { insertDelivery } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ProcedureMeta } from '../api/trpc.ts';
import { ownAccess, reaches } from '../api/trpc.ts';
import { appRouter } from '../router.ts';
import type { CallTarget, TestAgency, TestPerson, TestServer } from '../testing/index.ts';
import { createTestServer, faultsOf, procedureCalls, refusalOf, testPeople, undocumented } from '../testing/index.ts';

const metaSchema = z.object({ access: z.enum([...actions, ...ownAccess]), reach: z.enum(reaches) });

/** The row of each procedure in the permissions table and how far it reaches, from the router itself. */
const metaOf = new Map(
  Object.entries(appRouter._def.procedures).map(([name, procedure]) => [name, metaIn(procedure)] as const),
);

function metaIn(procedure: unknown): ProcedureMeta {
  const definition = typeof procedure === 'function' && '_def' in procedure ? procedure._def : null;
  return z.object({ meta: metaSchema }).parse(definition).meta;
}

let server: TestServer;
let reportId: string;
const isOwn = (access: ProcedureMeta['access']): access is (typeof ownAccess)[number] =>
  ownAccess.some((own) => own === access);
let target: Omit<CallTarget, 'freeYear' | 'attachmentId'>;
const attachments: string[] = [];

async function attach(editor: Awaited<ReturnType<TestServer['as']>>, name: string): Promise<void> {
  const form = new FormData();
  form.set('reportId', reportId);
  form.set('file', new File(['甲'], name));
  attachments.push((await editor.attachments.add.mutate(form)).id);
}

beforeAll(async () => {
  server = await createTestServer();
  const editor = await server.as('editor');
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
  const anchor = { kind: 'report' } as const;
  const thread = await editor.comments.start.mutate({ reportId, anchor, text: '请核对。' });
  for (const name of testPeople) await attach(editor, `${name}.txt`);
  const reviewer = await server.as('reviewer');
  const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };
  const { forestry, county } = server.agencies;
  const { id: campaignId } = await reviewer.campaigns.open.mutate({ agencyId: county.id, settings });
  const { id: exportId } = await reviewer.exports.start.mutate({ campaignId, formats: ['html'] });
  const administrator = await server.as('administrator');
  const newcomer = { agencyId: forestry.id, name: '新人', username: 'newcomer' };
  const { id: personId } = await administrator.people.create.mutate(newcomer);
  const token = { agencyId: forestry.id, name: '数据平台', scopes: ['report.read' as const], days: 1 };
  const { id: tokenId } = await administrator.tokens.create.mutate(token);
  const { id: webhookId } = await administrator.webhooks.create.mutate({
    ...{ agencyId: forestry.id, url: 'https://example.com/', events: ['report.published'] },
  });
  const delivery = { webhookId, event: 'report.published', body: '{}', createdAt: server.clock };
  const deliveryId = await insertDelivery(server.database, delivery);
  const conversation = { threadId: thread.id, commentId: thread.comments[0]?.id ?? '' };
  target = {
    ...{ reportId, agencyId: forestry.id, campaignId, exportId, personId, tokenId, webhookId, deliveryId },
    ...conversation,
  };
});
afterAll(() => server.close());

test('every procedure names its row of the permissions table, and this test calls every one', () => {
  expect(Object.keys(procedureCalls).sort()).toEqual([...metaOf.keys()].sort());
});

const roleAt: Readonly<Record<TestPerson, { role: string; agency: TestAgency } | null>> = {
  editor: { role: 'editor', agency: 'forestry' },
  agencyHead: { role: 'agencyHead', agency: 'forestry' },
  colleague: { role: 'editor', agency: 'forestry' },
  otherEditor: { role: 'editor', agency: 'education' },
  reviewer: { role: 'reviewer', agency: 'county' },
  administrator: { role: 'administrator', agency: 'county' },
  auditor: { role: 'auditor', agency: 'county' },
  service: { role: 'service', agency: 'county' },
  stranger: { role: 'reviewer', agency: 'neighbour' },
  nobody: null,
};

describe.each([...testPeople, null])('%s', (person) => {
  const mayTowards =
    (lineage: readonly TestAgency[]) =>
    (action: Action): boolean => {
      const held = person === null ? null : roleAt[person];
      if (held === null) return permissions[action] === 'everyone';
      const ids = lineage.map((agency) => server.agencies[agency].id);
      const relation = relationTo(server.agencies[held.agency].id, ids);
      const permission = permissions[action];
      if (permission === 'everyone') return true;
      return Object.entries(permission).some(([role, relations]) => role === held.role && relations.includes(relation));
    };

  const may = mayTowards(['forestry', 'county']);
  const mayAtCounty = mayTowards(['county']);

  test.each(Object.entries(procedureCalls))('%s', async (name, call) => {
    const { access, reach } = metaOf.get(name) ?? { access: 'ownSession', reach: 'system' };
    const caller = await server.as(person);
    const place = testPeople.indexOf(person ?? 'nobody');
    const own = { freeYear: 2026 + place, attachmentId: attachments[place] ?? '' };
    const outcome = call(caller, { ...target, ...own }).then(
      (answer) => {
        expect(undocumented(name, answer)).toEqual([]);
        return null;
      },
      (error: unknown) => refusalOf(Promise.reject(error)),
    );
    const refusal = await outcome;
    if (refusal !== null) expect(faultsOf('ErrorBody', refusal)).toEqual([]);
    const code = refusal?.code ?? null;
    if (reach === 'self') {
      const signedIn = ['NOT_SIGNED_IN', 'NOT_ALLOWED'];
      return person === null ? expect(code).toBe('NOT_SIGNED_IN') : expect(signedIn).not.toContain(code);
    }
    if (isOwn(access) || isAllowed(access, [])) return expect(code).not.toBe('NOT_SIGNED_IN');
    if (person === null) return expect(code).toBe('NOT_SIGNED_IN');
    const acting = name === 'reports.move' ? 'report.submit' : access;
    const refused = ['NOT_FOUND', 'NOT_ALLOWED', 'NOT_SIGNED_IN'];
    switch (reach) {
      case 'list':
        return expect(code).toBeNull();
      case 'system':
        return expect(code === 'NOT_ALLOWED').toBe(!may(access));
      case 'campaign':
        if (!mayAtCounty('campaign.read')) return expect(code).toBe('NOT_FOUND');
        return mayAtCounty(acting) ? expect(refused).not.toContain(code) : expect(code).toBe('NOT_ALLOWED');
      case 'agency':
      case 'report':
      case 'person':
        // Out of sight they look as if they did not exist.
        if (!may(reach === 'person' ? 'people.read' : `${reach}.read`)) return expect(code).toBe('NOT_FOUND');
        return may(acting) ? expect(refused).not.toContain(code) : expect(code).toBe('NOT_ALLOWED');
    }
  });
});

test.each([...testPeople, null])(
  'the file of an export is as far from %s as the permissions table says',
  async (person) => {
    const answer = await server.requestAs(person, `/api/campaigns/${target.campaignId}/exports/${target.exportId}.zip`);
    const held = person === null ? null : roleAt[person];
    const grants =
      held?.agency === 'county' ? [{ role: roles.find((role) => role === held.role), relation: 'own' as const }] : [];
    const known = grants.flatMap(({ role, relation }) => (role === undefined ? [] : [{ role, relation }]));
    const seen = isAllowed('campaign.read', known);
    const code = person === null ? 401 : seen && !isAllowed('bulk.read', known) ? 403 : 404;
    // Nobody writes it here: those who may read it are told that there is no file.
    expect(answer.status).toBe(code);
  },
);

test("another agency's report cannot be told from one that does not exist", async () => {
  const caller = await server.as('otherEditor');
  const missing = '00000000-0000-4000-8000-000000000000';
  const bodies = await Promise.all(
    [reportId, missing, 'not an id'].map(async (id) => {
      const { requestId: _, ...body } = await refusalOf(caller.reports.get.query({ id }));
      return body;
    }),
  );
  expect(bodies[0]).toEqual(bodies[1]);
  expect(bodies[2]).toEqual(bodies[1]);
  expect(await caller.reports.list.query({})).toEqual([]);
});

test('lists reach as far as the roles do', async () => {
  const names = async (person: TestPerson) =>
    (await (await server.as(person)).agencies.list.query()).map(({ name }) => name);
  expect(await names('editor')).toEqual(['云溪县林业局']);
  expect((await names('reviewer')).sort()).toEqual(['云溪县人民政府', '云溪县教育局', '云溪县林业局'].sort());
  expect(await names('nobody')).toEqual([]);
  expect(await (await server.as('stranger')).reports.list.query({})).toEqual([]);
});

import type { Action } from '@nianbao/core';
import { actions, isAllowed, permissions, relationTo } from '@nianbao/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ProcedureMeta } from '../api/trpc.ts';
import { appRouter } from '../router.ts';
import type { TestPerson, TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, soundReport, testPeople } from '../testing/index.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

const file = () => {
  const form = new FormData();
  form.set('file', new File(['云溪县林业局2025年政府信息公开工作年度报告'], 'report.txt'));
  return form;
};

interface Target {
  readonly reportId: string;
  readonly agencyId: string;
  /** A year without a report, another for each call. */
  readonly freeYear: number;
}

/** One call of every procedure about a report or an agency of the forestry bureau. */
const calls: Readonly<Record<string, (caller: Caller, target: Target) => Promise<unknown>>> = {
  'session.me': (caller) => caller.session.me.query(),
  'agencies.list': (caller) => caller.agencies.list.query(),
  'reports.list': (caller) => caller.reports.list.query({}),
  'reports.create': (caller, { agencyId, freeYear }) => caller.reports.create.mutate({ agencyId, year: freeYear }),
  'reports.get': (caller, { reportId }) => caller.reports.get.query({ id: reportId }),
  'reports.save': (caller, { reportId }) =>
    caller.reports.save.mutate({ id: reportId, revision: 1, changes: [{ kind: 'preface', blocks: [] }] }),
  'reports.explain': (caller, { reportId }) =>
    caller.reports.explain.mutate({ id: reportId, rule: 'T3-BALANCE', instance: null, text: '说明' }),
  'reports.unexplain': (caller, { reportId }) =>
    caller.reports.unexplain.mutate({ id: reportId, rule: 'T3-BALANCE', instance: null }),
  'reports.move': (caller, { reportId }) => caller.reports.move.mutate({ id: reportId, revision: 1, move: 'submit' }),
  'imports.read': (caller, { reportId }) => {
    const form = file();
    form.set('reportId', reportId);
    return caller.imports.read.mutate(form);
  },
  'imports.accept': (caller, { reportId }) =>
    caller.imports.accept.mutate({
      ...{ reportId, revision: 1, report: soundReport(), keys: [] },
      parts: { text: false, head: false },
    }),
  'published.list': (caller) => caller.published.list.query({}),
  'published.get': (caller, { agencyId }) => caller.published.get.query({ agencyId, year: 2025 }),
};

/** What the row of a procedure in the permissions table is, from the router itself. */
const accessOf = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(([name, procedure]) => [name, accessIn(procedure)]),
);

function accessIn(procedure: unknown): ProcedureMeta['access'] | undefined {
  if (typeof procedure !== 'function' || !('_def' in procedure)) return undefined;
  return z.object({ meta: z.object({ access: z.enum([...actions, 'ownSession']) }) }).parse(procedure._def).meta.access;
}

/** Procedures about one report or agency: out of sight they look as if it did not exist. */
const aboutOne = (name: string) => /^(reports|imports)\./.test(name) && name !== 'reports.list';

let server: TestServer;
let reportId: string;

beforeAll(async () => {
  server = await createTestServer();
  const editor = await server.as('editor');
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
});
afterAll(() => server.close());

test('every procedure names its row of the permissions table, and this test calls every one', () => {
  expect(Object.keys(calls).sort()).toEqual(Object.keys(accessOf).sort());
  for (const access of Object.values(accessOf)) {
    expect(access === 'ownSession' || (access !== undefined && access in permissions)).toBe(true);
  }
});

const roleAt: Readonly<
  Record<TestPerson, { role: string; agency: 'county' | 'forestry' | 'education' | 'neighbour' } | null>
> = {
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
  const may = (action: Action): boolean => {
    const held = person === null ? null : roleAt[person];
    if (held === null) return permissions[action] === 'everyone';
    const { county, forestry } = server.agencies;
    const relation = relationTo(server.agencies[held.agency].id, [forestry.id, county.id]);
    const permission = permissions[action];
    if (permission === 'everyone') return true;
    return Object.entries(permission).some(([role, relations]) => role === held.role && relations.includes(relation));
  };

  test.each(Object.keys(calls))('%s', async (name) => {
    const call = calls[name];
    const access = accessOf[name];
    if (call === undefined || access === undefined) throw new Error(`${name} is not in the table`);
    const caller = await server.as(person);
    const freeYear = 2026 + testPeople.indexOf(person ?? 'nobody');
    const outcome = call(caller, { reportId, agencyId: server.agencies.forestry.id, freeYear }).then(
      () => null,
      (error: unknown) => refusalOf(Promise.reject(error)),
    );
    const code = (await outcome)?.code ?? null;
    if (access === 'ownSession' || isAllowed(access, [])) expect(code).not.toBe('NOT_SIGNED_IN');
    else if (person === null) expect(code).toBe('NOT_SIGNED_IN');
    else if (!aboutOne(name)) expect(code).toBeNull();
    else if (!may(name === 'reports.create' ? 'agency.read' : 'report.read')) expect(code).toBe('NOT_FOUND');
    else if (!may(name === 'reports.move' ? 'report.submit' : access)) expect(code).toBe('NOT_ALLOWED');
    else expect(['NOT_FOUND', 'NOT_ALLOWED', 'NOT_SIGNED_IN']).not.toContain(code);
  });
});

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

import { soundReport } from './reports.ts';
import type { TestServer } from './test-server.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

const file = () => {
  const form = new FormData();
  form.set('file', new File(['云溪县林业局2025年政府信息公开工作年度报告'], 'report.txt'));
  return form;
};

const nothing = '00000000-0000-4000-8000-000000000000';

/** What the calls are about: the forestry bureau and its report. */
export interface CallTarget {
  readonly reportId: string;
  readonly agencyId: string;
  /** A year without a report, another for each call. */
  readonly freeYear: number;
}

/** One call of every procedure of the API, so that a test can ask of each who may make it. */
export const procedureCalls: Readonly<Record<string, (caller: Caller, target: CallTarget) => Promise<unknown>>> = {
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
  'jobs.listParked': (caller) => caller.jobs.listParked.query(),
  'jobs.settleParked': (caller) => caller.jobs.settleParked.mutate({ id: nothing, what: 'discard' }),
  'rollUp.get': (caller, { agencyId }) => caller.rollUp.get.query({ agencyId, year: 2025 }),
  'rollUp.open': (caller, { agencyId }) =>
    caller.rollUp.open.query({ agencyId, year: 2025, cell: 't3.received.total' }),
  'rollUp.state': (caller, { reportId }) => caller.rollUp.state.query({ reportId }),
  'rollUp.take': (caller, { reportId }) => caller.rollUp.take.mutate({ reportId, revision: 1 }),
  'rollUp.setAdditions': (caller, { reportId }) => caller.rollUp.setAdditions.mutate({ reportId, additions: [] }),
  'similarity.list': (caller) => caller.similarity.list.query({ year: 2025 }),
  'similarity.compare': (caller, { reportId }) => caller.similarity.compare.query({ reportId, otherId: reportId }),
  'search.all': (caller) => caller.search.all.query({ query: '林业局' }),
  'published.search': (caller) => caller.published.search.query({ query: '林业局' }),
  'published.list': (caller) => caller.published.list.query({}),
  'published.get': (caller, { agencyId }) => caller.published.get.query({ agencyId, year: 2025 }),
};

import { usualDeadlines } from '@nianbao/core';
import { soundReport } from './reports.ts';
import type { TestServer } from './test-server.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

const file = (name = 'report.txt') => {
  const form = new FormData();
  form.set('file', new File(['云溪县林业局2025年政府信息公开工作年度报告'], name));
  return form;
};

/** A table of agencies with an error: it can be looked at and never be taken over. */
const table = (agencyId: string) => {
  const form = new FormData();
  form.set('agencyId', agencyId);
  form.set('plan', '0'.repeat(64));
  form.set('file', new File(['单位名称,上级单位\n,云溪县林业局\n'], 'agencies.csv'));
  return form;
};

const nothing = '00000000-0000-4000-8000-000000000000';

/** What the calls are about: the forestry bureau and its report. */
export interface CallTarget {
  readonly reportId: string;
  readonly agencyId: string;
  /** Somebody at the agency whom nobody else in the tests is. */
  readonly personId: string;
  /** A token of the agency. */
  readonly tokenId: string;
  /** A campaign that the county opened. */
  readonly campaignId: string;
  /** An export of the campaign. */
  readonly exportId: string;
  /** A conversation about the report, and what the editor said in it. */
  readonly threadId: string;
  readonly commentId: string;
  /** A file of the report, another for each call. */
  readonly attachmentId: string;
  /** A webhook of the bureau, and something that it was told. */
  readonly webhookId: string;
  readonly deliveryId: string;
  /** A year without a report, another for each call. */
  readonly freeYear: number;
}

/** One call of every procedure of the API, so that a test can ask of each who may make it. */
export const procedureCalls: Readonly<Record<string, (caller: Caller, target: CallTarget) => Promise<unknown>>> = {
  'session.me': (caller) => caller.session.me.query(),
  'session.options': (caller) => caller.session.options.query(),
  'account.get': (caller) => caller.account.get.query(),
  'account.sessions': (caller) => caller.account.sessions.query(),
  'account.endSession': (caller) => caller.account.endSession.mutate({ id: 'none' }),
  'account.endOtherSessions': (caller) => caller.account.endOtherSessions.mutate({}),
  'account.changePassword': (caller) =>
    caller.account.changePassword.mutate({ current: 'not the password', password: 'another password' }),
  'account.setReminderMails': (caller) => caller.account.setReminderMails.mutate({ reminderMails: true }),
  'account.requestReset': (caller) => caller.account.requestReset.mutate({ login: 'nobody' }),
  'account.readLink': (caller) => caller.account.readLink.mutate({ secret: 'none' }),
  'account.setPassword': (caller) => caller.account.setPassword.mutate({ secret: 'none', password: 'a new password' }),
  'people.list': (caller) => caller.people.list.query({}),
  'people.get': (caller, { personId }) => caller.people.get.query({ personId }),
  'people.create': (caller, { agencyId, freeYear }) =>
    caller.people.create.mutate({ agencyId, name: '某人', username: `person${freeYear}` }),
  'people.update': (caller, { personId }) => caller.people.update.mutate({ personId, name: '新名' }),
  'people.sendLink': (caller, { personId }) => caller.people.sendLink.mutate({ personId }),
  'people.setDisabled': (caller, { personId }) => caller.people.setDisabled.mutate({ personId, disabled: false }),
  'people.resetSecondFactor': (caller, { personId }) => caller.people.resetSecondFactor.mutate({ personId }),
  'people.setIdentity': (caller, { personId }) => caller.people.setIdentity.mutate({ personId, subject: null }),
  'people.grantRole': (caller, { agencyId, personId }) =>
    caller.people.grantRole.mutate({ agencyId, personId, role: 'editor' }),
  'people.withdrawRole': (caller, { agencyId, personId }) =>
    caller.people.withdrawRole.mutate({ agencyId, personId, role: 'editor' }),
  'tokens.list': (caller) => caller.tokens.list.query(),
  'tokens.create': (caller, { agencyId }) =>
    caller.tokens.create.mutate({ agencyId, name: '平台', scopes: ['report.read'], days: 1 }),
  'tokens.revoke': (caller, { agencyId, tokenId }) => caller.tokens.revoke.mutate({ agencyId, id: tokenId }),
  'agencies.list': (caller) => caller.agencies.list.query(),
  'agencies.get': (caller, { agencyId }) => caller.agencies.get.query({ agencyId }),
  'agencies.history': (caller, { agencyId }) => caller.agencies.history.query({ agencyId }),
  // Those who may change agencies are let in, and refused for what they ask: the tree stays as it is.
  'agencies.create': (caller, { agencyId }) => caller.agencies.create.mutate({ parentId: agencyId, name: '' }),
  'agencies.change': (caller, { agencyId }) => caller.agencies.change.mutate({ agencyId }),
  'agencies.move': (caller, { agencyId }) => caller.agencies.move.mutate({ agencyId, parentId: agencyId }),
  'agencies.end': (caller, { agencyId }) => caller.agencies.end.mutate({ agencyId, lastYear: 2008 }),
  'agencies.reopen': (caller, { agencyId }) => caller.agencies.reopen.mutate({ agencyId }),
  'agencies.rename': (caller, { agencyId }) =>
    caller.agencies.rename.mutate({ agencyId, name: '云溪县林业局', fromYear: 2025 }),
  'agencies.undoRename': (caller, { agencyId }) => caller.agencies.undoRename.mutate({ agencyId }),
  'agencies.merge': (caller, { agencyId }) => caller.agencies.merge.mutate({ agencyId, year: 2025, from: [agencyId] }),
  'agencies.split': (caller, { agencyId }) =>
    caller.agencies.split.mutate({ agencyId, year: 2025, to: [agencyId, agencyId] }),
  'agencies.previewTable': (caller, { agencyId }) => caller.agencies.previewTable.mutate(table(agencyId)),
  'agencies.applyTable': (caller, { agencyId }) => caller.agencies.applyTable.mutate(table(agencyId)),
  'agencies.undoSuccession': (caller, { agencyId }) =>
    caller.agencies.undoSuccession.mutate({ agencyId, successionId: nothing }),
  'reports.list': (caller) => caller.reports.list.query({}),
  'reports.create': (caller, { agencyId, freeYear }) => caller.reports.create.mutate({ agencyId, year: freeYear }),
  'reports.get': (caller, { reportId }) => caller.reports.get.query({ id: reportId }),
  'reports.save': (caller, { reportId }) =>
    caller.reports.save.mutate({ id: reportId, revision: 1, changes: [{ kind: 'preface', blocks: [] }] }),
  'reports.takeCarryOver': (caller, { reportId }) => caller.reports.takeCarryOver.mutate({ id: reportId, revision: 1 }),
  'reports.explain': (caller, { reportId }) =>
    caller.reports.explain.mutate({ id: reportId, rule: 'T3-BALANCE', instance: null, text: '说明' }),
  'reports.unexplain': (caller, { reportId }) =>
    caller.reports.unexplain.mutate({ id: reportId, rule: 'T3-BALANCE', instance: null }),
  'reports.move': (caller, { reportId }) => caller.reports.move.mutate({ id: reportId, revision: 1, move: 'submit' }),
  'reports.schedule': (caller, { reportId }) =>
    caller.reports.schedule.mutate({ id: reportId, revision: 1, at: '2026-01-31T09:00' }),
  'reports.cancelSchedule': (caller, { reportId }) => caller.reports.cancelSchedule.mutate({ id: reportId }),
  'reports.present': (caller, { reportId }) => caller.reports.present.mutate({ id: reportId, field: null }),
  'reports.compare': (caller, { reportId }) =>
    caller.reports.compare.query({ id: reportId, from: 'draft', to: 'draft' }),
  'reports.fieldHistory': (caller, { reportId }) =>
    caller.reports.fieldHistory.query({ id: reportId, field: 'head:title' }),
  'comments.list': (caller, { reportId }) => caller.comments.list.query({ reportId }),
  'comments.start': (caller, { reportId }) =>
    caller.comments.start.mutate({ reportId, anchor: { kind: 'report' }, text: '批注' }),
  'comments.reply': (caller, { reportId, threadId }) =>
    caller.comments.reply.mutate({ reportId, threadId, text: '回复' }),
  'comments.edit': (caller, { reportId, threadId, commentId }) =>
    caller.comments.edit.mutate({ reportId, threadId, commentId, text: '批注' }),
  'comments.delete': (caller, { reportId, threadId, commentId }) =>
    caller.comments.delete.mutate({ reportId, threadId, commentId }),
  'comments.settle': (caller, { reportId, threadId }) =>
    caller.comments.settle.mutate({ reportId, threadId, resolved: true }),
  'comments.flag': (caller, { reportId, threadId }) =>
    caller.comments.flag.mutate({ reportId, threadId, followUp: true }),
  'attachments.list': (caller, { reportId }) => caller.attachments.list.query({ reportId }),
  'attachments.add': (caller, { reportId, freeYear }) => {
    const form = file(`${freeYear}.txt`);
    form.set('reportId', reportId);
    return caller.attachments.add.mutate(form);
  },
  'attachments.remove': (caller, { reportId, attachmentId }) =>
    caller.attachments.remove.mutate({ reportId, attachmentId }),
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
  'campaigns.list': (caller) => caller.campaigns.list.query(),
  'campaigns.get': (caller, { campaignId }) => caller.campaigns.get.query({ campaignId }),
  'campaigns.open': (caller, { agencyId, freeYear: year }) =>
    caller.campaigns.open.mutate({ agencyId, settings: { year, deadlines: usualDeadlines(year), note: null } }),
  'campaigns.change': (caller, { campaignId }) =>
    caller.campaigns.change.mutate({ campaignId, revision: 1, note: '云溪县' }),
  'campaigns.setDue': (caller, { campaignId, agencyId }) =>
    caller.campaigns.setDue.mutate({ campaignId, agencyId, due: true, reason: '依法应当编制' }),
  'campaigns.extend': (caller, { campaignId, agencyId }) =>
    caller.campaigns.extend.mutate({ campaignId, agencyId, until: null, reason: '恢复原期限' }),
  'exports.start': (caller, { campaignId }) => caller.exports.start.mutate({ campaignId, formats: ['json'] }),
  'exports.list': (caller, { campaignId }) => caller.exports.list.query({ campaignId }),
  'exports.get': (caller, { campaignId, exportId }) => caller.exports.get.query({ campaignId, exportId }),
  'notifications.list': (caller) => caller.notifications.list.query({}),
  'notifications.markRead': (caller) => caller.notifications.markRead.mutate({}),
  'audit.list': (caller, { agencyId }) => caller.audit.list.query({ agencyId }),
  'webhooks.list': (caller, { agencyId }) => caller.webhooks.list.query({ agencyId }),
  'webhooks.create': (caller, { agencyId }) =>
    caller.webhooks.create.mutate({ agencyId, url: 'https://example.com/hook', events: ['report.published'] }),
  'webhooks.change': (caller, { agencyId, webhookId: id }) =>
    caller.webhooks.change.mutate({ agencyId, id, active: false }),
  'webhooks.deliveries': (caller, { agencyId, webhookId: id }) => caller.webhooks.deliveries.query({ agencyId, id }),
  'webhooks.redeliver': (caller, { agencyId, webhookId: id, deliveryId }) =>
    caller.webhooks.redeliver.mutate({ agencyId, id, deliveryId }),
  'webhooks.remove': (caller, { agencyId, webhookId: id }) => caller.webhooks.remove.mutate({ agencyId, id }),
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
  'published.compare': (caller, { agencyId }) =>
    caller.published.compare.query({ agencyId, year: 2025, from: 1, to: 1 }),
};

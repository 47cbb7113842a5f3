import type { Text } from '../findings/message.ts';

/**
 * What a person is to an agency's work. `editor` fills in (填报人), `agencyHead` answers for the report and signs it off
 * (分管负责人), `reviewer` checks the reports of a government's organs (审核人), `administrator` keeps agencies, people and
 * campaigns, `auditor` reads everything and changes nothing, `service` is another system with a token.
 */
export const roles = ['editor', 'agencyHead', 'reviewer', 'administrator', 'auditor', 'service'] as const;
export type Role = (typeof roles)[number];

/** How the agency where somebody has a role stands to the agency that is acted on. */
export const relations = ['own', 'below', 'elsewhere'] as const;
export type Relation = (typeof relations)[number];

export const actions = [
  'published.read',
  'agency.read',
  'agency.manage',
  'people.read',
  'people.manage',
  'campaign.read',
  'campaign.manage',
  'settings.manage',
  'report.read',
  'report.create',
  'report.edit',
  'report.submit',
  'report.withdraw',
  'report.return',
  'report.approve',
  'report.unapprove',
  'report.publish',
  'report.correct',
  'report.accept',
  'report.unaccept',
  'report.comment',
  'rollUp.read',
  'similarity.read',
  'bulk.read',
  'token.manage',
  'webhook.manage',
  'job.manage',
  'audit.read',
] as const;
export type Action = (typeof actions)[number];

/** Where a role may do something; `everyone` needs no sign-in. */
export type Permission = 'everyone' | Readonly<Partial<Record<Role, readonly Relation[]>>>;

const own: readonly Relation[] = ['own'];
const subtree: readonly Relation[] = ['own', 'below'];
const readers = {
  editor: own,
  agencyHead: subtree,
  reviewer: subtree,
  administrator: subtree,
  auditor: subtree,
} as const;
const ownPeople = { editor: own, agencyHead: own } as const;

/**
 * Who may do what, and where: the one table that the server enforces and that the screens ask what to show. What is not
 * in it is not allowed. That nobody approves what they wrote themselves is a guard of the move, not a matter of roles;
 * that a token allows no more than its scopes is one of the token.
 */
export const permissions: Readonly<Record<Action, Permission>> = {
  'published.read': 'everyone',
  'agency.read': { ...readers, service: subtree },
  'agency.manage': { administrator: subtree },
  'people.read': { agencyHead: own, administrator: subtree, auditor: subtree },
  'people.manage': { administrator: subtree },
  'campaign.read': { ...readers, service: subtree },
  'campaign.manage': { reviewer: subtree, administrator: subtree },
  'settings.manage': { administrator: subtree },
  'report.read': { ...readers, service: subtree },
  'report.create': { ...ownPeople, reviewer: subtree, service: own },
  'report.edit': { ...ownPeople, service: own },
  'report.submit': ownPeople,
  'report.withdraw': ownPeople,
  'report.return': { reviewer: subtree },
  'report.approve': { reviewer: subtree },
  'report.unapprove': { reviewer: subtree },
  'report.publish': { agencyHead: own, reviewer: subtree },
  'report.correct': { ...ownPeople, reviewer: subtree },
  'report.accept': { reviewer: ['below'] },
  'report.unaccept': { reviewer: ['below'] },
  'report.comment': { ...ownPeople, reviewer: subtree },
  'rollUp.read': { editor: own, agencyHead: subtree, reviewer: subtree, auditor: subtree, service: subtree },
  'similarity.read': { reviewer: subtree, auditor: subtree },
  'bulk.read': { reviewer: subtree, auditor: subtree },
  'token.manage': { administrator: subtree },
  'webhook.manage': { administrator: subtree },
  'job.manage': { administrator: subtree },
  'audit.read': { agencyHead: own, reviewer: subtree, auditor: subtree },
};

/** One role that somebody has, and how the agency it is held at stands to the one acted on. */
export interface Grant {
  readonly role: Role;
  readonly relation: Relation;
  /** The grant of a token allows no more than these; absent for people. */
  readonly scopes?: readonly Action[] | undefined;
}

/** A grant with the agency where the role is held. */
export interface HeldGrant extends Grant {
  readonly agency: string;
}

/** Whether any of the roles that somebody has allows an action. */
export function isAllowed(action: Action, grants: readonly Grant[]): boolean {
  const permission = permissions[action];
  if (permission === 'everyone') return true;
  return grants.some(
    ({ role, relation, scopes }) =>
      (permission[role]?.includes(relation) ?? false) && (scopes === undefined || scopes.includes(action)),
  );
}

/** A role held at an agency. */
export interface HeldRole {
  readonly agencyId: string;
  readonly role: Role;
  readonly scopes?: readonly Action[] | undefined;
}

/** Roles as they stand to the agency at the start of `lineage`. The one place where grants are made. */
export function grantsOf(held: readonly HeldRole[], lineage: readonly string[]): HeldGrant[] {
  return held.map(({ agencyId: agency, role, scopes }) => {
    return { role, scopes, agency, relation: relationTo(agency, lineage) };
  });
}

/**
 * How an agency stands to another: the same, above it, or neither. `lineage` is the way from the agency acted on up to
 * the root, itself first.
 */
export function relationTo(agency: string, lineage: readonly string[]): Relation {
  const distance = lineage.indexOf(agency);
  if (distance < 0) return 'elsewhere';
  return distance === 0 ? 'own' : 'below';
}

/** What a token may be allowed: whatever the table allows a service somewhere. */
export const tokenScopes: readonly Action[] = actions.filter((action) => {
  const permission = permissions[action];
  return permission !== 'everyone' && permission.service !== undefined;
});

/** Roles that people can be given. A service is another system, and has a token instead. */
export const peopleRoles = ['editor', 'agencyHead', 'reviewer', 'administrator', 'auditor'] as const satisfies Role[];
export type PeopleRole = (typeof peopleRoles)[number];

export const roleLabels: Readonly<Record<Role, Text>> = {
  editor: { zh: '填报人', en: 'Editor' },
  agencyHead: { zh: '单位负责人', en: 'Head of agency' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  administrator: { zh: '管理员', en: 'Administrator' },
  auditor: { zh: '审计员', en: 'Auditor' },
  service: { zh: '服务账号', en: 'Service account' },
};

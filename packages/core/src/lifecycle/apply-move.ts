import type { HeldGrant } from '../access/permissions.ts';
import { isAllowed } from '../access/permissions.ts';
import { reportDigest } from '../report/digest.ts';
import type { Approval, MoveSubject } from './approval.ts';
import { approvalDigest, attachmentsDigest } from './approval.ts';
import { guards } from './guards.ts';
import { highestLevel, levelsOf } from './levels.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Move, MoveName } from './moves.ts';
import { findMove, moveLabels, moveNames, moves } from './moves.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { ReportState } from './states.ts';
import { stateLabels } from './states.ts';

/** Who makes a move: the account, and its roles as they stand to the report's agency. */
export interface Actor {
  readonly id: string;
  readonly grants: readonly HeldGrant[];
}

/**
 * `lineage` are the ids of the agencies from the report's own up to the root; `at` is an ISO instant; `reason` is kept
 * with the move, and is the public 更正说明 of a correction.
 */
export interface MoveRequest {
  readonly move: MoveName;
  readonly actor: Actor;
  readonly lineage: readonly string[];
  readonly at: string;
  readonly reason: string | null;
  readonly subject: MoveSubject;
}

/** A version that a move made public: `digest` is the content's, `note` the 更正说明 of a correction. */
export interface PublishedVersion {
  readonly version: number;
  readonly digest: string;
  readonly note: string | null;
  readonly approval: Approval;
  readonly acceptances: readonly Approval[];
}

/** What happened, for the record. After `abandonCorrection` the content goes back to that of the public version. */
export interface MoveEvent {
  readonly move: MoveName;
  readonly from: ReportState;
  readonly to: ReportState;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly publication: PublishedVersion | null;
}

export type MoveResult =
  | { readonly ok: true; readonly lifecycle: Lifecycle; readonly event: MoveEvent }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface MoveOption {
  readonly move: MoveName;
  readonly allowed: boolean;
  readonly needsReason: boolean;
  readonly refusals: readonly Refusal[];
}

type Situation = Omit<MoveRequest, 'move' | 'reason'>;

function withNames(refusal: Refusal, name: MoveName, state: ReportState): Refusal {
  const [move, at] = [moveLabels[name], stateLabels[state]];
  return {
    ...refusal,
    values: { ...refusal.values, moveZh: move.zh, moveEn: move.en, stateZh: at.zh, stateEn: at.en },
  };
}

function refusalsOf(
  lifecycle: Lifecycle,
  name: MoveName,
  { actor, lineage, at, subject }: Situation,
): readonly Refusal[] {
  const refuse = (code: RefusalCode) => [withNames({ code, values: {} }, name, lifecycle.state)];
  const action = moves.find(({ move }) => move === name)?.action;
  if (action === undefined || !isAllowed(action, actor.grants)) return refuse('not-allowed');
  const row = findMove(name, lifecycle.state);
  if (row === null) return refuse('wrong-state');
  return row.guards.flatMap((guard) => {
    const refusal = guards[guard]({ lifecycle, actor, lineage, at, subject });
    return refusal === null ? [] : [withNames(refusal, name, lifecycle.state)];
  });
}

const publicState = (version: number): ReportState => (version > 1 ? 'corrected' : 'published');

const notApproved = { approval: null, acceptances: [] } satisfies Partial<Lifecycle>;
const newRound = { ...notApproved, editors: [], submittedBy: null, correctionNote: null } satisfies Partial<Lifecycle>;

const withPerson = (people: readonly string[], { id }: Actor) => [...new Set([...people, id])];

type Effect = (lifecycle: Lifecycle, request: MoveRequest) => Partial<Lifecycle>;

/** The approval or acceptance of what is there now, given for the agency at a place of the lineage. */
function approvalAt({ subject, actor, lineage, at }: MoveRequest, place: number): Approval {
  const level = lineage[place];
  if (level === undefined) throw new RangeError('the lineage of the report ends below this level');
  return { digest: approvalDigest(subject), ruleSetVersion: subject.ruleSetVersion, level, by: actor.id, at };
}

/** What a move changes besides the state. An approval lasts only as long as the report stays approved. */
const effects: Readonly<Record<MoveName, Effect>> = {
  edit: ({ editors }, { actor }) => ({ ...notApproved, editors: withPerson(editors, actor) }),
  submit: ({ editors }, { actor }) => ({ editors: withPerson(editors, actor), submittedBy: actor.id }),
  withdraw: () => ({}),
  return: () => notApproved,
  approve: (_, request) => ({
    // For the lowest level that they may: a further level accepts with other eyes.
    approval: approvalAt(request, levelsOf('report.approve', request.actor.grants, request.lineage)[0] ?? 0),
  }),
  unapprove: () => notApproved,
  accept: (lifecycle, request) => ({
    acceptances: [...lifecycle.acceptances, approvalAt(request, (highestLevel(lifecycle, request.lineage) ?? 0) + 1)],
  }),
  unaccept: ({ acceptances }) => ({ acceptances: acceptances.slice(0, -1) }),
  publish: ({ publicVersion }, { subject }) => ({
    ...newRound,
    publicVersion: publicVersion + 1,
    publicDigest: reportDigest(subject.report),
    publicAttachments: attachmentsDigest(subject.attachments),
  }),
  correct: (_, { reason }) => ({ ...newRound, correctionNote: reason }),
  abandonCorrection: () => newRound,
};

function publicationBy(before: Lifecycle, after: Lifecycle): PublishedVersion | null {
  if (after.publicVersion === before.publicVersion || before.approval === null || after.publicDigest === null)
    return null;
  return {
    version: after.publicVersion,
    digest: after.publicDigest,
    note: before.correctionNote,
    approval: before.approval,
    acceptances: before.acceptances,
  };
}

function made(lifecycle: Lifecycle, row: Move, request: MoveRequest): MoveResult {
  const changed = { ...lifecycle, ...effects[row.move](lifecycle, request) };
  const next = { ...changed, state: row.to === 'public' ? publicState(changed.publicVersion) : row.to };
  const { move, actor, at, reason } = request;
  const publication = publicationBy(lifecycle, next);
  return {
    ok: true,
    lifecycle: next,
    event: { move, from: lifecycle.state, to: next.state, by: actor.id, at, reason, publication },
  };
}

/** Makes a move, or says why it is refused. Nothing else changes a lifecycle. */
export function applyMove(lifecycle: Lifecycle, request: MoveRequest): MoveResult {
  const reason = request.reason?.trim() || null;
  const row = findMove(request.move, lifecycle.state);
  const refusals = [...refusalsOf(lifecycle, request.move, request)];
  if (row?.needsReason && reason === null) {
    refusals.push(withNames({ code: 'reason-missing', values: {} }, request.move, lifecycle.state));
  }
  if (row === null || refusals.length > 0) return { ok: false, refusals };
  return made(lifecycle, row, { ...request, reason });
}

/** Every move with whether it can be made now, and if not, why; for a move that needs a reason, once it has one. */
export function availableMoves(lifecycle: Lifecycle, situation: Situation): readonly MoveOption[] {
  return moveNames.map((move) => {
    const refusals = refusalsOf(lifecycle, move, situation);
    const needsReason = findMove(move, lifecycle.state)?.needsReason ?? false;
    return { move, allowed: refusals.length === 0, needsReason, refusals };
  });
}

import type { Succession } from '@nianbao/core';
import { endedBy } from '@nianbao/core';
import type { AgencyRow, Database, SuccessionRow } from '@nianbao/database';
import {
  appendAuditEvent,
  countReportsBefore,
  deleteSuccession,
  findAgencies,
  findSuccession,
  insertSuccession,
  listSuccessionsOf,
  lockReportsFrom,
  updateAgency,
} from '@nianbao/database';
import { z } from 'zod';
import { openAgency } from '../access/opened-agency.ts';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import { listSuccessors } from '../campaigns/list-successors.ts';
import { ServiceError } from '../errors/service-error.ts';
import { assertNameFree } from './agency-fields.ts';
import { agencyRefusal } from './agency-refused.ts';
import { assertMayEnd } from './end-agency.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { inLockedTree } from './in-locked-tree.ts';
import { reportYearSchema } from './report-year.ts';

const most = 200;
const different = (ids: readonly string[]) => new Set(ids).size === ids.length;
const repeatedMessage = '同一单位列了两次 / a body is named twice';

export const mergeAgenciesInput = z.object({
  /** The body that goes on with their work. */
  agencyId: agencyIdSchema,
  /** The first report year after the merger. */
  year: reportYearSchema,
  /** The bodies whose work it takes over; itself among them where it was there before. One alone: a change of body. */
  from: z.array(agencyIdSchema).min(1).max(most).refine(different, { message: repeatedMessage }),
});

export const splitAgencyInput = z.object({
  /** The body that is split. */
  agencyId: agencyIdSchema,
  /** The first report year after the split. */
  year: reportYearSchema,
  /** The bodies that take over its work; itself among them where it goes on with a part. */
  to: z.array(agencyIdSchema).min(2).max(most).refine(different, { message: repeatedMessage }),
});

export const reorganiseOutput = z.object({ successionId: z.uuid(), year: z.int(), ended: z.array(z.uuid()) });

type Reorganised = z.infer<typeof reorganiseOutput>;

function only(agencies: ReadonlyMap<string, AgencyRow>, id: string): AgencyRow {
  const agency = agencies.get(id);
  if (agency === undefined) throw new ServiceError('NOT_FOUND');
  return agency;
}

/** The bodies of a reorganisation, each of which the caller must manage. */
async function partiesOf(context: AgencyContext, transaction: Database, { from, to }: Succession) {
  const agencies = new Map<string, AgencyRow>();
  for (const id of new Set([...from, ...to])) {
    agencies.set(id, await openAgency(transaction, id, { person: context.person, action: 'agency.manage' }));
  }
  return agencies;
}

/** Refuses what would tell two stories of one year, or break a body off from its own past. */
async function assertNew(transaction: Database, succession: Succession, agencies: ReadonlyMap<string, AgencyRow>) {
  const { year, from, to } = succession;
  const others = (await listSuccessionsOf(transaction, [...agencies.keys()])).filter((other) => other.year === year);
  for (const [id, { name, endedAfter }] of agencies) {
    const isThere = others.some((other) => (from.includes(id) && other.from.includes(id)) || other.to.includes(id));
    if (isThere) throw agencyRefusal('already-reorganised', { name, year });
    if (endedAfter !== null) throw agencyRefusal('ended', { name, year: endedAfter });
    const hasPast = to.includes(id) && !from.includes(id) && (await countReportsBefore(transaction, id, year)) > 0;
    if (hasPast) throw agencyRefusal('successor-has-past', { name });
  }
}

async function reorganise(
  context: AgencyContext,
  { succession, action }: { readonly succession: Succession; readonly action: 'agency.merge' | 'agency.split' },
): Promise<Reorganised> {
  const { year, from, to } = succession;
  return inLockedTree(context, async (transaction) => {
    const agencies = await partiesOf(context, transaction, succession);
    await assertNew(transaction, succession, agencies);
    const ended = endedBy(succession);
    for (const id of ended) await assertMayEnd(transaction, only(agencies, id), year - 1);
    for (const id of ended) await updateAgency(transaction, id, { endedAfter: year - 1 });
    const { id: successionId } = await insertSuccession(transaction, succession);
    for (const id of agencies.keys()) {
      const change = { field: 'succession', before: null, after: { id: successionId, year, from, to } };
      const end = { field: 'endedAfter', before: null, after: year - 1 };
      const changes = ended.includes(id) ? [change, end] : [change];
      await appendAuditEvent(transaction, { ...eventBy(context, action), agencyId: id, changes });
    }
    await listSuccessors(context, transaction, succession);
    return { successionId, year, ended: [...ended] };
  });
}

/** Records that a body takes over the work of others from a report year on; those end, unless they go on as itself. */
export function mergeAgencies(
  context: AgencyContext,
  { agencyId, year, from }: z.infer<typeof mergeAgenciesInput>,
): Promise<Reorganised> {
  const onlyItself = from.length === 1 && from[0] === agencyId;
  if (onlyItself) {
    const message = '请列出被合并的单位 / name the bodies that are merged into it';
    throw new ServiceError('BAD_INPUT', { issues: [{ path: ['from'], message }] });
  }
  return reorganise(context, { succession: { year, from, to: [agencyId] }, action: 'agency.merge' });
}

/** Records that the work of a body goes to several from a report year on; it ends, unless it is one of them. */
export function splitAgency(
  context: AgencyContext,
  { agencyId, year, to }: z.infer<typeof splitAgencyInput>,
): Promise<Reorganised> {
  return reorganise(context, { succession: { year, from: [agencyId], to }, action: 'agency.split' });
}

export const undoSuccessionInput = z.object({
  /** One of the bodies that took part. */
  agencyId: agencyIdSchema,
  successionId: z.uuid(),
});

export const undoSuccessionOutput = z.object({ reopened: z.array(z.uuid()) });

/** The bodies that a reorganisation ended and that go on once it is undone. */
function reopenedBy(succession: SuccessionRow, agencies: readonly AgencyRow[]): AgencyRow[] {
  const ended = endedBy(succession);
  return agencies.filter(({ id, endedAfter }) => ended.includes(id) && endedAfter === succession.year - 1);
}

/** Takes back a reorganisation that was recorded by mistake, while no report of a successor depends on it. */
export function undoSuccession(
  context: AgencyContext,
  { agencyId, successionId }: z.infer<typeof undoSuccessionInput>,
): Promise<z.infer<typeof undoSuccessionOutput>> {
  return inLockedTree(context, async (transaction) => {
    const succession = await findSuccession(transaction, successionId);
    const involved = [...(succession?.from ?? []), ...(succession?.to ?? [])];
    if (succession === null || !involved.includes(agencyId)) throw agencyRefusal('no-succession');
    await partiesOf(context, transaction, succession);
    const agencies = await findAgencies(transaction, involved);
    const [report] = await lockReportsFrom(transaction, succession.to, succession.year);
    if (report !== undefined) {
      const name = agencies.find(({ id }) => id === report.agencyId)?.name ?? '';
      throw agencyRefusal('reports-depend', { name, year: report.year });
    }
    await deleteSuccession(transaction, successionId);
    const reopened = reopenedBy(succession, agencies);
    for (const { id, name, parentId } of reopened) {
      await assertNameFree(transaction, { name, parentId, self: id });
      await updateAgency(transaction, id, { endedAfter: null });
    }
    const { id: _, ...before } = succession;
    for (const { id, endedAfter } of agencies) {
      const change = { field: 'succession', before: { id: successionId, ...before }, after: null };
      const end = { field: 'endedAfter', before: endedAfter, after: null };
      const changes = reopened.some((row) => row.id === id) ? [change, end] : [change];
      const event = { ...eventBy(context, 'agency.undoSuccession'), agencyId: id, changes };
      await appendAuditEvent(transaction, event);
    }
    return { reopened: reopened.map(({ id }) => id) };
  });
}

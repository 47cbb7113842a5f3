import type { SQL } from 'drizzle-orm';
import { asc, desc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../connect.ts';
import { auditEvent, auditSeal } from '../schema/audit-event.ts';

export type AuditSeal = typeof auditSeal.$inferSelect;

const mostUnderOneSeal = 100_000;

/**
 * Puts a seal over the events that have none; gives it, or null when there is nothing new. The lock waits for writers
 * that are under way, so that no event with a lower id can appear under a seal later. Call it in a transaction that does
 * nothing else; throws when writers do not come to an end within a second.
 */
export async function sealAuditEvents(transaction: Database, now: Date): Promise<AuditSeal | null> {
  await transaction.execute(sql`set local lock_timeout = '1s'`);
  await transaction.execute(sql`lock table ${auditEvent} in share row exclusive mode`);
  const [last] = await transaction.select().from(auditSeal).orderBy(desc(auditSeal.number)).limit(1);
  const fresh = await transaction
    .select({ id: auditEvent.id, hash: auditEvent.hash })
    .from(auditEvent)
    .where(gt(auditEvent.id, last?.upTo ?? 0))
    .orderBy(asc(auditEvent.id))
    .limit(mostUnderOneSeal);
  const newest = fresh.at(-1);
  if (newest === undefined) return null;
  const previous = last?.hash ?? '';
  const [seal] = await transaction
    .insert(auditSeal)
    .values({
      number: (last?.number ?? 0) + 1,
      sealedAt: now,
      upTo: newest.id,
      events: fresh.length,
      previous,
      hash: sql`encode(sha256(convert_to(${previous + fresh.map(({ hash }) => hash).join('')}, 'UTF8')), 'hex')`,
    })
    .returning();
  return seal ?? null;
}

/** The newest seal, and since when there is an event that no seal covers; null where there is none. */
export async function findNewestSeal(
  database: Database,
): Promise<{ readonly seal: AuditSeal | null; readonly unsealedSince: Date | null }> {
  const [seal] = await database.select().from(auditSeal).orderBy(desc(auditSeal.number)).limit(1);
  const [first] = await database
    .select({ at: auditEvent.at })
    .from(auditEvent)
    .where(gt(auditEvent.id, seal?.upTo ?? 0))
    .orderBy(asc(auditEvent.id))
    .limit(1);
  return { seal: seal ?? null, unsealedSince: first?.at ?? null };
}

/** A seal by its number. */
export async function findSeal(database: Database, number: number): Promise<AuditSeal | null> {
  const [seal] = await database.select().from(auditSeal).where(eq(auditSeal.number, number));
  return seal ?? null;
}

/**
 * What is wrong with the audit trail: an event whose content no longer gives its hash, one that does not follow on the
 * event before it in its stream, a stream whose newest event is gone, a seal that no longer fits the events under it.
 */
export type AuditFault =
  | { readonly kind: 'altered' | 'broken'; readonly event: number; readonly stream: string; readonly position: number }
  | { readonly kind: 'cut'; readonly stream: string; readonly position: number }
  | { readonly kind: 'seal'; readonly number: number };

export interface AuditVerdict {
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  /** The newest seal: written down elsewhere, it holds everything up to it. */
  readonly newestSeal: Pick<AuditSeal, 'number' | 'hash' | 'sealedAt'> | null;
  /** The first of them, in the order of the events. */
  readonly faults: readonly AuditFault[];
  readonly faultsInAll: number;
}

const mostFaults = 100;

const streamEnd = z.object({ stream: z.string(), position: z.int() });
const faultyEvent = streamEnd.extend({ id: z.coerce.number(), altered: z.boolean() });
const sealNumber = z.object({ number: z.int() });
const lastSeal = sealNumber.extend({ hash: z.string(), sealedAt: z.coerce.date() });
const countsOfAll = z.object({ events: z.int(), streams: z.int(), seals: z.int() });

/** Runs a query; whatever can do that can verify. */
export type RowReader = (query: SQL) => PromiseLike<Iterable<unknown>>;

/** Recomputes every hash of the audit trail, from one state of the database. */
export async function verifyAuditTrail(database: Database): Promise<AuditVerdict> {
  return database.transaction((transaction) => auditVerdict((query) => transaction.execute(query)), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

/** The same within a transaction that somebody else holds open. */
export async function auditVerdict(read: RowReader): Promise<AuditVerdict> {
  const rowsOf = async <Row>(row: z.ZodType<Row>, query: SQL) =>
    Array.from(await read(query), (each) => row.parse(each));
  const events = await rowsOf(
    faultyEvent,
    sql`
      select id, stream, position, altered from (
        select event.id, event.stream, event.position,
          event.hash <> audit_event_hash(event) as altered,
          event.previous <> coalesce(lag(event.hash) over streams, '')
            or event.position <> coalesce(lag(event.position) over streams, 0) + 1 as broken
        from audit_event event window streams as (partition by event.stream order by event.position)
      ) checked where altered or broken order by id`,
  );
  const cut = await rowsOf(
    streamEnd,
    sql`
      select coalesce(head.stream, newest.stream) as stream, coalesce(head.position, newest.position) as position
      from audit_stream head full join (
        select distinct on (stream) stream, position, hash from audit_event order by stream, position desc
      ) newest on newest.stream = head.stream
      where head.hash is distinct from newest.hash or head.position is distinct from newest.position`,
  );
  const seals = await rowsOf(
    sealNumber,
    sql`
      select number from (
        select seal.number, seal.hash, seal.previous, seal.events, seal.up_to,
          lag(seal.hash) over numbers as before, coalesce(lag(seal.up_to) over numbers, 0) as after,
          coalesce(lag(seal.number) over numbers, 0) as number_before
        from audit_seal seal window numbers as (order by seal.number)
      ) seal left join lateral (
        select count(*) as events, string_agg(event.hash, '' order by event.id) as hashes
        from audit_event event where event.id > seal.after and event.id <= seal.up_to
      ) under on true
      where seal.number <> seal.number_before + 1 or seal.previous <> coalesce(seal.before, '')
        or seal.events <> under.events
        or seal.hash <> encode(sha256(convert_to(seal.previous || coalesce(under.hashes, ''), 'UTF8')), 'hex')
      order by number`,
  );
  const [counts] = await rowsOf(
    countsOfAll,
    sql`
      select (select count(*)::int from audit_event) as events, (select count(*)::int from audit_stream) as streams,
        (select count(*)::int from audit_seal) as seals`,
  );
  const [newestSeal] = await rowsOf(
    lastSeal,
    sql`
      select number, hash, sealed_at as "sealedAt" from audit_seal order by number desc limit 1`,
  );
  const faults: AuditFault[] = [
    ...events.map(({ id, stream, position, altered }) => {
      const kind = altered ? ('altered' as const) : ('broken' as const);
      return { kind, event: id, stream, position };
    }),
    ...cut.map(({ stream, position }) => ({ kind: 'cut' as const, stream, position })),
    ...seals.map(({ number }) => ({ kind: 'seal' as const, number })),
  ];
  return {
    ...(counts ?? { events: 0, streams: 0, seals: 0 }),
    newestSeal: newestSeal ?? null,
    faults: faults.slice(0, mostFaults),
    faultsInAll: faults.length,
  };
}

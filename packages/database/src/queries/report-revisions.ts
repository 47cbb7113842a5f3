import type { Report } from '@nianbao/core';
import type { SQL } from 'drizzle-orm';
import { getTableColumns, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { batched } from '../batched.ts';
import { auditEvent } from '../schema/audit-event.ts';
import { report } from '../schema/report.ts';
import { statement } from '../statement.ts';
import type { NewAuditEvent } from './audit-events.ts';
import type { ReportRow } from './reports.ts';

/** The next revision of a report, with the event that tells of it. */
export interface NextRevision {
  /** What it follows on. */
  readonly before: Pick<ReportRow, 'id' | 'revision'>;
  readonly after: Pick<ReportRow, 'lifecycle' | 'carriedFrom' | 'updatedAt' | 'updatedBy'> & {
    /** Its words, with no facts but those that are no figure; null where they stay as they are. See core's `KeptReport`. */
    readonly words: Report | null;
    /** As `encodeFigures` writes them; null without the official tables. */
    readonly figures: Uint8Array | null;
  };
  readonly event: NewAuditEvent;
}

/** What of an event is given when it comes: the rest the database fills in itself. */
const {
  id: _id,
  stream: _stream,
  position: _position,
  previous: _previous,
  hash: _hash,
  ...told
} = getTableColumns(auditEvent);

const columns = Object.entries(told).map(([name, column]) => {
  return { name, inDatabase: toSnakeCase(name), type: column.getSQLType() };
});

const names = (prefix = ''): SQL => sql.raw(columns.map(({ inDatabase }) => `${prefix}"${inDatabase}"`).join(', '));

const types = sql.raw(columns.map(({ inDatabase, type }) => `"${inDatabase}" ${type}`).join(', '));

function given({ before, after, event }: NextRevision, place: number) {
  const { words, figures } = after;
  const values: Readonly<Record<string, unknown>> = { at: after.updatedAt, changes: [], ...event };
  return {
    ...Object.fromEntries(columns.map(({ name, inDatabase }) => [inDatabase, values[name] ?? null])),
    ...{ place, id: before.id, before: before.revision },
    new_content: words,
    new_figures: figures === null ? null : Buffer.from(figures).toString('base64'),
    new_lifecycle: after.lifecycle,
    new_carried_from: after.carriedFrom,
    new_updated_at: after.updatedAt,
    new_updated_by: after.updatedBy,
  };
}

const writing = statement('write_revisions', (database) => {
  const place = { place: sql<number>`place`.as('place') };
  const parts = [
    database.$with('given', place).as(sql`
      select * from jsonb_to_recordset(${sql.placeholder('revisions')}::jsonb) as given (
        place integer, id uuid, before integer, new_content jsonb, new_figures text, new_lifecycle jsonb,
        new_carried_from jsonb, new_updated_at timestamptz, new_updated_by text, ${types})`),
    database.$with('free', { id: report.id }).as(sql`
      select ${report.id} from ${report} join given on given.id = ${report.id} and given.before = ${report.revision}
      for no key update of ${report} skip locked`),
    database.$with('written', place).as(sql`
      update ${report} set revision = ${report.revision} + 1, content = coalesce(new_content, ${report.content}),
        figures = decode(new_figures, 'base64'), lifecycle = new_lifecycle, carried_from = new_carried_from,
        updated_at = new_updated_at, updated_by = new_updated_by
      from given where given.id = ${report.id} and given.before = ${report.revision}
        and ${report.id} in (select id from free)
      returning given.place`),
    database.$with('told', {}).as(sql`
      insert into ${auditEvent} (${names()}) select ${names('given.')} from given join written using (place)`),
  ];
  return database
    .with(...parts)
    .select(place)
    .from(sql`written`);
});

/**
 * Writes the next revision of a report with its event, both or neither. False when the report has gone on meanwhile, or
 * somebody else holds it locked: then nothing is written. Does not wait.
 */
export const writeRevision = batched(async (database, revisions: readonly NextRevision[]): Promise<boolean[]> => {
  const rows = await writing(database, { revisions: JSON.stringify(revisions.map(given)) });
  const written = new Set(rows.map(({ place }) => place));
  return revisions.map((_revision, place) => written.has(place));
});

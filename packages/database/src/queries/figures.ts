import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FigureRow, Format } from '@nianbao/core';
import { readFigures } from '@nianbao/core';
import type { SQL } from 'drizzle-orm';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { publication } from '../schema/publication.ts';
import { report } from '../schema/report.ts';
import type { FigureBasis } from '../schema/roll-up.ts';
import { idsBelow } from './agencies.ts';

/** An organ's figures for a year, and which version of its report they are from. */
export interface ReportedFigures {
  readonly row: FigureRow;
  /** The public version; 0 for an approved report. */
  readonly version: number;
  /** The revision of an approved report; 0 for a public version. */
  readonly revision: number;
}

/** Figures by year and by the agency's id. */
export type FiguresByYear = ReadonlyMap<number, ReadonlyMap<string, ReportedFigures>>;

export interface FiguresWanted {
  /** The agencies at whose tops to begin; all below them are in. */
  readonly roots: readonly string[];
  readonly years: readonly number[];
  readonly basis: FigureBasis;
}

/** Reports in one piece of what the database sends: enough to cost nothing each, few enough to be served in between. */
const inOnePiece = 5000;

const inForce = ({ roots, years }: FiguresWanted): SQL => sql`
  select ${publication.reportId} as report_id, ${publication.agencyId} as agency_id, ${publication.year} as year,
    ${publication.version} as version, 0 as revision, ${publication.figures} as figures
  from ${publication}
  where ${inArray(publication.year, [...years])} and ${publication.agencyId} in ${idsBelow(roots)}
    and not exists (select from ${publication} newer
      where newer.report_id = ${publication.reportId} and newer.version > ${publication.version})`;

/** Approved reports as they are; where there is none, the version in force. */
const approved = (wanted: FiguresWanted): SQL => sql`
  select ${report.id} as report_id, ${report.agencyId} as agency_id, ${report.year} as year, 0 as version,
    ${report.revision} as revision, ${report.figures} as figures
  from ${report}
  where ${eq(report.state, 'approved')} and ${inArray(report.year, [...wanted.years])}
    and ${report.agencyId} in ${idsBelow(wanted.roots)}
  union all
  select * from (${inForce(wanted)}) as in_force
  where not exists (select from ${report} where ${report.id} = in_force.report_id and ${eq(report.state, 'approved')})`;

const bases: Readonly<Record<FigureBasis, (wanted: FiguresWanted) => SQL>> = { published: inForce, approved };

const headLength = 28;

function uuidAt(bytes: Buffer, at: number): string {
  const digits = bytes.toString('hex', at, at + 16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/** Gives the rows of one piece places in the same two stretches of memory; further ones get their own. */
function placer(rows: number): (format: Format) => FigureRow {
  let values = new Float64Array(0);
  let states = new Uint8Array(0);
  let at = 0;
  return (format) => {
    const width = format.cells.length;
    if (at + width > values.length) {
      values = new Float64Array(rows * width);
      states = new Uint8Array(rows * width);
      at = 0;
    }
    const row = { format, values: values.subarray(at, at + width), states: states.subarray(at, at + width), absent: 0 };
    at += width;
    return row;
  };
}

function readPiece(bytes: Buffer, rows: number, byYear: Map<number, Map<string, ReportedFigures>>): void {
  const take = placer(rows);
  for (let at = 0; at < bytes.length; ) {
    const year = bytes.readInt32BE(at + 16);
    const { row, next } = readFigures(bytes, at + headLength, take);
    const figures = { row, version: bytes.readInt32BE(at + 20), revision: bytes.readInt32BE(at + 24) };
    const ofYear = byYear.get(year) ?? new Map<string, ReportedFigures>();
    byYear.set(year, ofYear);
    ofYear.set(uuidAt(bytes, at), figures);
    at = next;
  }
}

/**
 * The figures of all agencies below some for the years given, as typed rows. They come in a few long pieces of bytes, so
 * that a nation's year is read in a second; other requests are served between the pieces.
 */
export async function loadFigures(database: Database, wanted: FiguresWanted): Promise<FiguresByYear> {
  const byYear = new Map<number, Map<string, ReportedFigures>>();
  if (wanted.roots.length === 0 || wanted.years.length === 0) return byYear;
  const pieces = await database.execute<{ bytes: Buffer; rows: number }>(sql`
    select string_agg(uuid_send(agency_id) || int4send(year) || int4send(version) || int4send(revision) || figures, ''::bytea) as bytes,
      count(*)::int as rows
    from (
      select *, row_number() over () as number from (${bases[wanted.basis](wanted)}) as reported where figures is not null
    ) as numbered
    group by number / ${inOnePiece}`);
  for (const { bytes, rows } of pieces) {
    readPiece(bytes, rows, byYear);
    if (pieces.length > 1) await nextTurn();
  }
  return byYear;
}

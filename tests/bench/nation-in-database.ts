import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureRow } from '@nianbao/core';
import { agencyTree, blankRow, encodeFigures, formatById, rollUp, setFigure } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { connect, listAgencyNodes, loadFigures, migrateDatabase, startEmbeddedPostgres } from '@nianbao/database';
import { seededNumbers } from './inputs.ts';
import type { Measurement } from './measure.ts';
import { threeDigits } from './measure.ts';

const format = formatById['2021'];
const agencies = 150_000;
const year = 2025;
const rounds = 5;
/** The rest is finding who is below, reading names and bytes, laying out the tree, and the sums at all levels. */
const target = 20;

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

interface Row {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly kind: 'government' | 'department';
  readonly figures: string;
}

const next = seededNumbers(150);

/** Figures as offices have them: most cells 0, some small, a few large. */
function figures(): string {
  const row: FigureRow = blankRow(format);
  for (const cell of format.cells) {
    const draw = next() % 10;
    const value = draw < 6 ? 0 : draw < 9 ? next() % 60 : next() % 100_000;
    setFigure(row, cell.index, { state: 0, value });
  }
  return Buffer.from(encodeFigures(row)).toString('hex');
}

/** A country without its governments' own reports: provinces, prefectures, counties, and organs under each. */
function country(): Row[] {
  const rows: Row[] = [];
  const add = (parent: string | null, kind: Row['kind']): string => {
    const id = idOf(rows.length);
    const name = kind === 'government' ? `第${rows.length}人民政府` : `第${rows.length}局`;
    rows.push({ id, parent, name, kind, figures: kind === 'government' ? '' : figures() });
    return id;
  };
  const branches = [31, 11, 8];
  const government = (parent: string | null, level: number): void => {
    const id = add(parent, 'government');
    for (let organ = 0; organ < 49 && rows.length < agencies; organ += 1) add(id, 'department');
    for (let below = 0; below < (branches[level] ?? 0) && rows.length < agencies; below += 1) government(id, level + 1);
  };
  government(null, 0);
  return rows;
}

const atOnce = 10_000;

async function fill(database: Database, rows: readonly Row[]): Promise<number> {
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = JSON.stringify(rows.slice(at, at + atOnce));
    const record = `jsonb_to_recordset('${some}') as row (id uuid, parent uuid, name text, kind text, figures text)`;
    await database.execute(
      `insert into agency (id, parent_id, name, kind) select id, parent, name, kind from ${record}`,
    );
    await database.execute(
      `insert into report (id, agency_id, year, format, lifecycle, content)
        select id, id, ${year}, '2021', '{"state":"published"}', '{}' from ${record} where figures <> ''`,
    );
    await database.execute(
      `insert into publication (report_id, agency_id, year, version, content, figures, findings, explanations, digest,
          rule_set_version, approval, published_at, published_by, published_by_name)
        select id, id, ${year}, 1, '{}', decode(figures, 'hex'), '[]', '[]', '', '', '{}', now(), '', ''
        from ${record} where figures <> ''`,
    );
  }
  await database.execute('vacuum analyze');
  return rows.filter(({ figures: filled }) => filled !== '').length;
}

/** Only fetches the figures, as bytes in a few pieces. */
async function plainRead(database: Database): Promise<number> {
  const pieces = await database.execute<{ bytes: Buffer }>(
    `select string_agg(figures, ''::bytea) as bytes from (
      select figures, row_number() over () as number from publication where year = ${year}) as numbered group by number / 5000`,
  );
  return pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

async function sumOfAll(database: Database): Promise<number> {
  const tree = agencyTree(await listAgencyNodes(database, [idOf(0)]));
  const reported = (await loadFigures(database, { roots: [idOf(0)], years: [year], basis: 'published' })).get(year);
  const rows = new Map([...(reported ?? [])].map(([id, { row }]) => [id, row]));
  const { sums } = rollUp(tree, { format, rows });
  return sums.reports[0] ?? 0;
}

async function best(run: () => Promise<number>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

/** A nation's year loaded from PostgreSQL and summed at all levels, against only fetching the bytes of its figures. */
export async function measureNationInDatabase(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  try {
    await migrateDatabase(postgres.url);
    const connection = connect(postgres.url, { poolSize: 1 });
    const { database } = connection;
    const reports = await fill(database, country());
    if ((await sumOfAll(database)) !== reports) throw new Error('not every report is in the sum');
    const value = await best(() => sumOfAll(database));
    const baseline = await best(() => plainRead(database));
    await connection.close();
    return {
      name: `${agencies} agencies and ${reports} reports loaded from PostgreSQL and summed`,
      unit: 'ms',
      value: threeDigits(value),
      baseline: threeDigits(baseline),
      baselineName: 'fetching the bytes of the same figures',
      ratio: threeDigits(value / baseline),
      target,
      ok: value / baseline <= target,
    };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

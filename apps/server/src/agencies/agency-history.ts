import { beganIn, nameIn, successionKind, successionKinds } from '@nianbao/core';
import { findAgencies, listSuccessionsOf } from '@nianbao/database';
import { z } from 'zod';
import type { AgencyContext } from './in-locked-tree.ts';

const partySchema = z.object({ id: z.uuid(), name: z.string() });

export const agencyHistoryOutput = z.object({
  /** Its names, oldest first, each for the report years `from` to `until`; null where it has no bound. */
  names: z.array(z.object({ name: z.string(), from: z.int().nullable(), until: z.int().nullable() })),
  /** The reorganisations that it took part in, oldest first. */
  successions: z.array(
    z.object({
      id: z.uuid(),
      /** The first report year after it. */
      year: z.int(),
      kind: z.enum(successionKinds),
      /** Under the names of the last year before it. */
      from: z.array(partySchema),
      /** Under the names of the first year after it. */
      to: z.array(partySchema),
    }),
  ),
  /** The first report year of a body that came out of a reorganisation. */
  began: z.int().nullable(),
  /** The last report year of a body that has ended. */
  endedAfter: z.int().nullable(),
});

/** What became of an agency over the years: its names, and the mergers and splits that it went through. */
export async function agencyHistory({
  database,
  agency,
}: Pick<AgencyContext, 'database' | 'agency'>): Promise<z.infer<typeof agencyHistoryOutput>> {
  const { id, formerNames, name, endedAfter } = agency;
  const successions = await listSuccessionsOf(database, [id]);
  const parties = await findAgencies(
    database,
    successions.flatMap(({ from, to }) => [...from, ...to]),
  );
  const named = (ids: readonly string[], year: number) =>
    ids.flatMap((party) => {
      const row = parties.find((candidate) => candidate.id === party);
      return row === undefined ? [] : [{ id: party, name: nameIn(row, year) }];
    });
  const all = [...formerNames, { until: null, name }];
  const endOf = (at: number) => all[at]?.until ?? null;
  return {
    names: all.map((row, at) => {
      const before = at === 0 ? null : endOf(at - 1);
      return { name: row.name, from: before === null ? null : before + 1, until: row.until };
    }),
    successions: successions.map((succession) => ({
      id: succession.id,
      year: succession.year,
      kind: successionKind(succession),
      from: named(succession.from, succession.year - 1),
      to: named(succession.to, succession.year),
    })),
    began: beganIn(id, successions),
    endedAfter,
  };
}

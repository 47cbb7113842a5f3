import { z } from 'zod';

/** A name that a body had up to and including report year `until`. */
export const formerNameSchema = z.object({ until: z.int(), name: z.string() });
export type FormerName = z.infer<typeof formerNameSchema>;

/** A body's name now, and those it had before, oldest first. */
export interface NamedAgency {
  readonly name: string;
  readonly formerNames: readonly FormerName[];
}

/** The name in force for a report year: a report is filed and stays under it. */
export function nameIn({ name, formerNames }: NamedAgency, year: number): string {
  return formerNames.find(({ until }) => year <= until)?.name ?? name;
}

/** The first report year under the name that is in force now; null where there was no other. */
export function namedSince({ formerNames }: NamedAgency): number | null {
  const last = formerNames.at(-1);
  return last === undefined ? null : last.until + 1;
}

/** A body under a new name from report year `year` on. Null where its present name began in that year or later. */
export function renamed(agency: NamedAgency, name: string, year: number): NamedAgency | null {
  const since = namedSince(agency);
  if (since !== null && year <= since) return null;
  return { name, formerNames: [...agency.formerNames, { until: year - 1, name: agency.name }] };
}

/** A body as if its last change of name had not been. Null where there was none. */
export function withoutLastName({ formerNames }: NamedAgency): NamedAgency | null {
  const last = formerNames.at(-1);
  return last === undefined ? null : { name: last.name, formerNames: formerNames.slice(0, -1) };
}

import { chinaDate } from '@nianbao/core';
import type { Database, PublicationRow } from '@nianbao/database';
import {
  countAgencies,
  findAgency,
  listPublished,
  listPublishedOf,
  listPublishedRegions,
  listPublishedYears,
  regionNames,
} from '@nianbao/database';
import type {
  ListQuery,
  PublishedAgency,
  PublishedList,
  PublishedReport,
  PublishedYear,
  Region,
  ReportAddress,
  ViewerData,
} from '@nianbao/viewer';
import { agencyIdSchema } from '../api/ids.ts';
import { publishedVersion, versionHead } from '../published/published-version.ts';
import { readPublished } from '../reports/prior-reports.ts';

const pageSize = 50;

function regionOf(code: string | null, names: ReadonlyMap<string, string>): Region | null {
  return code === null ? null : { code, name: names.get(code) ?? code };
}

async function listFor(database: Database, query: ListQuery): Promise<PublishedList> {
  const { search, year, region, page } = query;
  const filter = { search: search ?? undefined, year: year ?? undefined, region: region ?? undefined };
  const [{ rows, total }, names, years, regions] = await Promise.all([
    listPublished(database, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }),
    regionNames(database),
    listPublishedYears(database),
    listPublishedRegions(database),
  ]);
  const covered = years.find((entry) => entry.year === year) ?? years[0];
  const due = covered === undefined ? 0 : await countAgencies(database, covered.year);
  return {
    items: rows.map((row) => ({
      agencyId: row.agencyId,
      agencyName: row.agencyName,
      region: regionOf(row.regionCode, names),
      year: row.year,
      title: row.title,
      publishedOn: chinaDate(row.publishedAt.toISOString()),
      version: row.version,
    })),
    total,
    pageSize,
    years,
    regions: regions.map(({ code, reports }) => ({ code, name: names.get(code) ?? code, reports })),
    coverage: covered === undefined ? null : { year: covered.year, published: covered.reports, due },
  };
}

function yearOf({ year, content, publishedAt, version }: PublicationRow): PublishedYear {
  const { title, format, facts } = content;
  return { year, title, publishedOn: chinaDate(publishedAt.toISOString()), version, format, facts };
}

async function agencyFor(database: Database, id: string): Promise<PublishedAgency | null> {
  const agency = await findAgency(database, id);
  if (agency === null) return null;
  const [published, names] = await Promise.all([listPublishedOf(database, id), regionNames(database)]);
  if (published.length === 0) return null;
  const region = regionOf(agency.regionCode, names);
  return { id, name: agency.name, region, creditCode: agency.creditCode, years: published.map(yearOf) };
}

async function reportFor(database: Database, address: ReportAddress): Promise<PublishedReport | null> {
  const { agencyId, year } = address;
  const [agency, found] = await Promise.all([
    findAgency(database, agencyId),
    publishedVersion(database, { agencyId, year, version: address.version ?? undefined }),
  ]);
  if (agency === null || found === null) return null;
  const { published, versions } = found;
  const [before, names] = await Promise.all([readPublished(database, [{ agencyId, year }]), regionNames(database)]);
  return {
    agency: { id: agencyId, name: published.content.agency ?? agency.name, region: regionOf(agency.regionCode, names) },
    report: published.content,
    version: published.version,
    versions: versions.map(versionHead),
    findings: published.findings,
    explanations: published.explanations,
    ruleSetVersion: published.ruleSetVersion,
    prior: before.priorOf({ agencyId, year })?.report ?? null,
  };
}

/** What the public site shows, from the published versions in the database and from nothing else. */
export function viewerData(database: Database): ViewerData {
  return {
    listPublished: (query) => listFor(database, query),
    getAgency: async (id) => {
      const agencyId = agencyIdSchema.safeParse(id);
      return agencyId.success ? agencyFor(database, agencyId.data) : null;
    },
    getPublished: async (address) =>
      agencyIdSchema.safeParse(address.agencyId).success ? reportFor(database, address) : null,
  };
}

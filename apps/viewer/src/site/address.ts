import type { ListQuery } from '../viewer-data.ts';

/** Every address of the public site, made in one place so that links and routes agree. */

const segment = encodeURIComponent;

/** The kinds of document that a report can be had as; the server says which of them it writes. */
export const fileKinds = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;

export type FileKind = (typeof fileKinds)[number];

export const preferencesAddress = '/preferences';

export const definitionsAddress = '/definitions';

export function listAddress(query: Partial<ListQuery>): string {
  const parameters = new URLSearchParams();
  if (query.search) parameters.set('search', query.search);
  if (query.year) parameters.set('year', String(query.year));
  if (query.region) parameters.set('region', query.region);
  if (query.page && query.page > 1) parameters.set('page', String(query.page));
  const text = parameters.toString();
  return text === '' ? '/' : `/?${text}`;
}

export function agencyAddress(agencyId: string): string {
  return `/agencies/${segment(agencyId)}`;
}

interface Place {
  readonly agencyId: string;
  readonly year: number;
  /** Null for the version in force, whose address never changes. */
  readonly version: number | null;
}

/** What of a report is looked at: a figure that explains itself, last year's values beside this year's. */
export interface ReportView {
  readonly figure: string | null;
  readonly compare: boolean;
}

export function reportAddress({ agencyId, year, version }: Place, view?: ReportView): string {
  const path = `${agencyAddress(agencyId)}/${year}${version === null ? '' : `/versions/${version}`}`;
  const parameters = new URLSearchParams();
  if (view?.compare) parameters.set('compare', '1');
  if (view?.figure) parameters.set('figure', view.figure);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function fileAddress(place: Place, kind: FileKind): string {
  return `${reportAddress(place)}.${kind}`;
}

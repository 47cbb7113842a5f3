import type { ListQuery } from '../viewer-data.ts';

const longestSearch = 100;

function wholeNumber(value: string | undefined, least: number): number | null {
  if (value === undefined || !/^\d{1,9}$/.test(value)) return null;
  const number = Number(value);
  return number >= least ? number : null;
}

/** Reads what a reader typed into the search form. What makes no sense is left out rather than refused. */
export function listQueryFrom(read: (name: string) => string | undefined): ListQuery {
  const search = read('search')?.normalize('NFKC').trim().slice(0, longestSearch);
  const region = read('region');
  return {
    search: search === undefined || search === '' ? null : search,
    year: wholeNumber(read('year'), 1),
    region: region !== undefined && /^\d{2,12}$/.test(region) ? region : null,
    page: wholeNumber(read('page'), 1) ?? 1,
  };
}

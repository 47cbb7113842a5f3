import type postgres from 'postgres';

/** Tables whose rows name a file of the store by `digest` and `size`. Older databases do not have all of them. */
const tablesOfFiles = ['attachment'] as const;

/** Every file that the database refers to, once each. */
export async function listFileReferences(
  transaction: postgres.TransactionSql,
): Promise<readonly { readonly digest: string; readonly size: number }[]> {
  const sizes = new Map<string, number>();
  for (const name of tablesOfFiles) {
    const [found] = await transaction<{ there: boolean }[]>`
      select to_regclass(${`public.${name}`}) is not null as there`;
    if (found?.there !== true) continue;
    const rows = await transaction<{ digest: string; size: number }[]>`
      select distinct digest, size::float8 as size from public.${transaction(name)}`;
    for (const { digest, size } of rows) sizes.set(digest, size);
  }
  return [...sizes].map(([digest, size]) => ({ digest, size }));
}

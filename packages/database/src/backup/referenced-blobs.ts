import type postgres from 'postgres';

/** Every file in the store that something in the database refers to, with its size in bytes. */
export async function listReferencedBlobs(
  transaction: postgres.TransactionSql,
): Promise<readonly { readonly digest: string; readonly size: number }[]> {
  // Older tables do not know of files.
  const [table] = await transaction<{ found: boolean }[]>`select to_regclass('public.attachment') is not null as found`;
  if (table?.found !== true) return [];
  return transaction<{ digest: string; size: number }[]>`
    select digest, max(size)::float8 as size from (
      select digest, size from attachment
      union all
      select file->>'digest', (file->>'size')::bigint from publication, jsonb_array_elements(attachments) file
    ) referenced group by digest order by digest`;
}

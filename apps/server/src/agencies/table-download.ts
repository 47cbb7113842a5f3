import { agencyColumnKeys, agencyColumns, agencyTableRows } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import type { TableFileFormat } from '@nianbao/documents';
import { tableFileFormats } from '@nianbao/documents';
import type { DocumentPool } from '@nianbao/documents/bounded';
import { openAgency } from '../access/opened-agency.ts';
import { savedAs } from '../downloads/file-name.ts';
import { writtenBytes } from '../downloads/written-documents.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import { standingBelow } from './plan-table.ts';

interface TableRequest {
  readonly person: Person | null;
  readonly agencyId: string;
  /** `agencies.xlsx`, `agencies.csv`, or a `template` with the heads alone. */
  readonly file: string;
}

const isFormat = (ending: string): ending is TableFileFormat => ending in tableFileFormats;

/** The table of an agency and all below it, as it can be changed and imported again. */
export async function tableDownload(
  { database, documents }: { readonly database: Database; readonly documents: DocumentPool },
  { person, agencyId, file }: TableRequest,
): Promise<Response> {
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  const root = await openAgency(database, agencyId, { person, action: 'agency.manage' });
  const [what = '', ending = ''] = file.split('.');
  if (!isFormat(ending)) throw new ServiceError('NOT_FOUND');
  const isTemplate = what === 'template';
  const rows = isTemplate ? [] : agencyTableRows(await standingBelow(database, root));
  const title = isTemplate ? '单位名册模板' : '单位名册';
  const columns = agencyColumnKeys.map((key) => agencyColumns[key]);
  const written = await documents.writeTable({ format: ending, table: { title, columns, rows } });
  const name = isTemplate ? `${title}.${ending}` : `${root.name}${title}.${ending}`;
  return new Response(writtenBytes(written), {
    headers: {
      'content-type': tableFileFormats[ending],
      'content-disposition': savedAs(name, file),
      'cache-control': 'no-store',
    },
  });
}

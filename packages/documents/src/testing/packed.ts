import { strToU8, zipSync } from 'fflate';

/** An archive of these parts by name, packed as documents are. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(bytes), { level: 6 });
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const relationshipsAddress = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeAddress = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that says what another refers to: targets by their id, each with its type. */
export function relationships(list: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const items = Object.entries(list).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${officeAddress}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${relationshipsAddress}">${items.join('')}</Relationships>`;
}

const kinds = 'application/vnd.openxmlformats-officedocument';

/** The part that says of what kind the others are, by their names; without it no program opens the document. */
export function contentTypes(types: Readonly<Record<string, string>>): string {
  const list = Object.entries(types).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${kinds}.${type}+xml"/>`,
  );
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`;
}

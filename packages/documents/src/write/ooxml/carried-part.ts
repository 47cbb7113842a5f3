import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedText } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { editions } from '../editions.ts';
import { markupText } from '../markup-text.ts';
import type { PackageParts } from './package-file.ts';
import { xmlHead } from './xml-head.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** The name that the part has among all parts of its kind, which Office wants to be a GUID. */
function itemId(digest: string): string {
  const [a, b, c, d, e] = [0, 8, 12, 16, 20].map((from, at, starts) => digest.slice(from, starts[at + 1] ?? 32));
  return `{${[a, b, c, d, e].join('-').toUpperCase()}}`;
}

/** What a package needs to carry a report inside as a part of custom XML. */
export interface CarriedPart {
  readonly parts: PackageParts;
  /** An element for `[Content_Types].xml`. */
  readonly contentType: string;
  /** Type and target of the relation from the main part, which stands in a folder of the package. */
  readonly relation: { readonly type: string; readonly target: string };
}

export function carriedPart(carried: CarriedReport): CarriedPart {
  const { namespace, root } = carriers.customXml;
  const json = markupText(carriedText(carried, editions.docx));
  return {
    parts: {
      'customXml/item1.xml': `${xmlHead}<${root} xmlns="${namespace}">${json}</${root}>`,
      'customXml/itemProps1.xml': `${xmlHead}<ds:datastoreItem ds:itemID="${itemId(carried.digest)}" xmlns:ds="${office}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
      'customXml/_rels/item1.xml.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    },
    contentType:
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    relation: { type: `${office}/relationships/customXml`, target: '../customXml/item1.xml' },
  };
}

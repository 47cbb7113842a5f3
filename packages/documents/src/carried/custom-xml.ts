import type { Archive } from '../archive/archive.ts';
import { DocumentRefused } from '../office/document-refused.ts';
import { readTree, textOf } from '../xml/tree.ts';
import { carriers } from './carriers.ts';

const itemName = /^customxml\/item\d{0,6}\.xml$/;
const mostItems = 50;

/** The report that a DOCX or XLSX carries in a custom XML part, as text; null where no part holds one. */
export function carriedInCustomXml(archive: Archive): string | null {
  for (const name of archive.names.filter((item) => itemName.test(item)).slice(0, mostItems)) {
    try {
      const bytes = archive.part(name);
      const root = bytes === null ? null : readTree(bytes);
      if (root?.name === `{${carriers.customXml.namespace}}${carriers.customXml.root}`) return textOf(root);
    } catch (error) {
      // Parts of other programs that cannot be read say nothing about this document.
      if (!(error instanceof DocumentRefused)) throw error;
    }
  }
  return null;
}

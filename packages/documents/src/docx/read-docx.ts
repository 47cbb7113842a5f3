import type { Finding } from '@nianbao/core';
import type { Archive } from '../archive/archive.ts';
import { mainPartOf, relationshipsOf } from '../archive/relationships.ts';
import { carriedInCustomXml } from '../carried/custom-xml.ts';
import { DocumentRefused } from '../office/document-refused.ts';
import type { Source } from '../source/source.ts';
import { noMetadata } from '../source/source.ts';
import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, readTree } from '../xml/tree.ts';
import { BodyReader } from './body-reader.ts';
import { emptyInline, gatherInline } from './inline.ts';
import { Numbering } from './numbering.ts';
import { seenInDocument } from './seen-document.ts';
import { StyleSheet } from './styles.ts';
import { blocksOf } from './word-table.ts';

/** What only says how a document looks, and texts that are not shown: instructions of fields and deleted text. */
const unread = new Set(
  (
    'w:rFonts w:sz w:szCs w:color w:lang w:kern w:b w:bCs w:i w:iCs w:u w:spacing w:ind w:jc w:shd w:tabs w:tblPr ' +
    'w:tblPrEx w:tblGrid w:tblBorders w:tcBorders w:tcMar w:tcW w:vAlign w:trHeight w:pBdr w:widowControl w:sectPr ' +
    'w:bookmarkStart w:bookmarkEnd w:proofErr w:lastRenderedPageBreak w:delText w:delInstrText w:instrText w:pgNum ' +
    'w:commentReference w:commentRangeStart w:commentRangeEnd w:rPrChange w:pPrChange w:tcPrChange w:tblPrChange ' +
    'w:sectPrChange a:graphicFrameLocks a:prstGeom a:ln a:solidFill'
  ).split(' '),
);

function notesOf(root: XmlElement): Map<string, string> {
  const texts = elementsOf(root).map((note): [string, string] => {
    const lines = [...blocksOf(note)].map((block) => {
      const inline = emptyInline();
      gatherInline(block, inline);
      return inline.text.trim();
    });
    // Notes of these kinds are the lines that Word draws above the notes.
    const isText = !/separator/i.test(attributeOf(note, 'type') ?? '');
    return [attributeOf(note, 'id') ?? '', isText ? lines.filter((line) => line !== '').join(' ') : ''];
  });
  return new Map(texts);
}

/**
 * Reads a document of Word or WPS: what is shown on its pages, without what stands in headers, footers and comments.
 * `line` counts paragraphs and rows of tables. The title among the document's properties is not taken: whoever writes
 * over last year's file keeps last year's title there. Throws DocumentRefused where the document is not sound.
 */
export function readDocx(archive: Archive): { readonly source: Source; readonly findings: readonly Finding[] } {
  const main = mainPartOf(archive, 'word/document.xml');
  const relationships = relationshipsOf(archive, main);
  const tree = (name: string | undefined): XmlElement | null => {
    const bytes = name === undefined ? null : archive.part(name);
    return bytes === null ? null : readTree(bytes, unread);
  };
  const partOf = (type: string): XmlElement | null => tree(relationships.find((item) => item.type === type)?.target);
  const bytes = archive.part(main);
  const body = bytes === null ? null : childOf(readTree(bytes, unread), 'w:body');
  if (body === null) throw new DocumentRefused('BROKEN');
  const styles = new StyleSheet(partOf('styles'));
  const notes = new Map<string, Map<string, string>>();
  const reader = new BodyReader({
    styles,
    numbering: new Numbering(partOf('numbering'), styles),
    note: (kind, id) => {
      const root = notes.has(kind) ? null : partOf(kind);
      if (!notes.has(kind)) notes.set(kind, root === null ? new Map() : notesOf(root));
      return notes.get(kind)?.get(id) ?? null;
    },
    picture: (relationship) => relationships.find(({ id }) => id === relationship)?.target ?? null,
  });
  reader.read(body);
  const { items, findings } = reader.finish();
  const carried = carriedInCustomXml(archive);
  return {
    source: {
      ...{ items, parts: [], carried, mainParts: [], metadata: noMetadata, wrapWidth: null },
      seen: carried === null ? null : seenInDocument({ archive, items, relationships, tree }),
    },
    findings,
  };
}

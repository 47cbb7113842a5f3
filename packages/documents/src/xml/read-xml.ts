import { SaxesParser } from 'saxes';
import { DocumentRefused } from '../office/document-refused.ts';
import { NameTable } from './names.ts';

/** How deep and how long a part of a document may be. */
const xmlLimits = { depth: 400, elements: 6_000_000 } as const;

/** An element as it opens. Names are those of NameTable; attributes are looked up by `attributeOf`. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandler {
  open(tag: XmlTag): void;
  close(name: string): void;
  text(text: string): void;
}

/** The value of an attribute whatever its prefix, or null. */
export function attributeOf({ attributes }: XmlTag, name: string): string | null {
  const plain = attributes[name] ?? attributes[`w:${name}`];
  if (plain !== undefined) return plain;
  for (const written in attributes) {
    if (written.endsWith(name) && written.at(-name.length - 1) === ':') return attributes[written] ?? null;
  }
  return null;
}

const chunk = 1 << 16;

function decoderFor(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

/**
 * Reads a part of a document element by element. A document type declaration is refused before anything in it is looked
 * at, so that no entity is ever expanded and nothing outside the file is asked for. Throws DocumentRefused where the XML
 * is broken, nested beyond all documents, or endless.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names = new NameTable();
  let depth = 0;
  let elements = 0;
  parser.on('error', () => {
    throw new DocumentRefused('BROKEN');
  });
  parser.on('doctype', () => {
    throw new DocumentRefused('TOO_COMPLEX');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > xmlLimits.depth || elements > xmlLimits.elements) throw new DocumentRefused('TOO_COMPLEX');
    names.declare(depth, attributes);
    handler.open({ name: names.nameOf(name), attributes });
  });
  parser.on('closetag', ({ name }) => {
    handler.close(names.nameOf(name));
    names.leave(depth);
    depth -= 1;
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  const decoder = decoderFor(bytes);
  for (let from = 0; from < bytes.length; from += chunk) {
    parser.write(decoder.decode(bytes.subarray(from, from + chunk), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

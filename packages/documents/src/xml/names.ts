/**
 * The short names by which this project calls the vocabularies of office documents, by their addresses: the
 * transitional form of ISO/IEC 29500 that Word, Excel and WPS write, and its strict form. Documents may use any prefix.
 */
const vocabularies: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
};

/** Turns the names of elements, whatever prefixes a document uses, into one form such as `w:p`. */
export class NameTable {
  readonly #prefixes = new Map<string, string>();
  readonly #known = new Map<string, string>();
  readonly #undo: { readonly depth: number; readonly prefix: string; readonly before: string | undefined }[] = [];

  /** Notes what an element at this depth declares. */
  declare(depth: number, attributes: Readonly<Record<string, string>>): void {
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name.slice(6);
      this.#undo.push({ depth, prefix, before: this.#prefixes.get(prefix) });
      this.#prefixes.set(prefix, attributes[name] ?? '');
      this.#known.clear();
    }
  }

  /** Takes back what was declared at this depth or deeper. */
  leave(depth: number): void {
    for (let last = this.#undo.at(-1); last !== undefined && last.depth >= depth; last = this.#undo.at(-1)) {
      if (last.before === undefined) this.#prefixes.delete(last.prefix);
      else this.#prefixes.set(last.prefix, last.before);
      this.#undo.pop();
      this.#known.clear();
    }
  }

  /** `w:p` and the like; an element of an unknown vocabulary keeps its address in braces, one without any its own name. */
  nameOf(written: string): string {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const address = this.#prefixes.get(prefix);
    const local = written.slice(colon + 1);
    const short = address === undefined ? prefix : (vocabularies[address] ?? `{${address}}`);
    const name = short === '' ? local : short.startsWith('{') ? short + local : `${short}:${local}`;
    this.#known.set(written, name);
    return name;
  }
}

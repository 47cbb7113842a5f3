import { documentName } from '../downloads/file-name.ts';

/** No system takes longer names than 255 bytes; the rest is what stands behind the agency's name. */
const mostBytes = 120;
const encoder = new TextEncoder();

/** Marks that turn the direction of writing, with which a name can look like another. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The beginning of a text that takes no more than some bytes as UTF-8, without cutting a character. */
function shortened(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

export interface NamedDocument {
  readonly agency: string;
  readonly year: number;
  readonly extension: string;
  /** What tells it from a published one; null for the version in force. */
  readonly mark: string | null;
}

/**
 * Names files of one archive: as people file them, in a folder for each kind, safe on every system, and no two alike where
 * capital and small letters, or two ways to write a character, count as the same.
 */
export function archiveNames(): (document: NamedDocument) => string {
  const taken = new Set<string>();
  return ({ agency, ...rest }) => {
    const body = shortened(agency.toWellFormed().normalize('NFC').replace(turning, '')).replace(/^[.\s]+/, '');
    for (let number = 1; ; number += 1) {
      const name = documentName({ ...rest, agency: number === 1 ? body : `${body}（${number}）` });
      const path = `${rest.extension}/${name}`;
      const known = path.normalize('NFKC').toLowerCase();
      if (taken.has(known)) continue;
      taken.add(known);
      return path;
    }
  };
}

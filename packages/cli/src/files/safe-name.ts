/** Separators, characters that some system forbids in names, and marks that turn the direction of text around. */
const unsafe = /[\\/:*?"<>|\u2028\u2029\p{Cc}\p{Cf}]/gu;

const longest = 60;

/** A text from a file of strangers as part of a file name that every system takes and that stays in its folder. */
export function safeName(text: string): string {
  const cleaned = [...text.normalize('NFC').replace(unsafe, '_')].slice(0, longest).join('');
  const trimmed = cleaned.replace(/^[\s.]+|[\s.]+$/g, '');
  return trimmed === '' ? 'report' : trimmed;
}

/** The names that are taken in a folder. Some systems do not tell capitals, so that neither does this. */
export class TakenNames {
  readonly #taken = new Set<string>();

  add(name: string): void {
    this.#taken.add(name.toLowerCase());
  }

  /** The name itself, or with the first number behind it that makes it another. */
  free(stem: string, ending: string): string {
    let name = `${stem}${ending}`;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}${ending}`;
    this.add(name);
    return name;
  }
}

/** Digits and most letters take so much of the size of the type. */
export const digitWidth = 0.56;

function characterWidth(character: string): number {
  if (character > '\u007e') return 1;
  return character >= 'A' && character <= 'Z' ? 0.8 : digitWidth;
}

/** The width that a text has at most, as a multiple of the size of its type. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The programs of fonts, ready to draw with: nothing here draws, and receiving them takes longer than all the rest.
 * Fonts whose characters are drawings are let through, since their units of width are their own.
 */
export function isFontProgram(message: unknown): boolean {
  if (!isRecord(message) || message.action !== 'commonobj' || !Array.isArray(message.data)) return false;
  const [, type, font]: unknown[] = message.data;
  return type === 'Font' && isRecord(font) && font.charProcOperatorList === undefined && !('error' in font);
}

/**
 * What arrives of a message. Of a part of a page, only the lists of operators are copied, which the parser empties once
 * they are sent: it changes no operator in them, and copying each of their glyphs took a quarter of the time of reading.
 */
export function delivered(message: unknown, transfer: ArrayBuffer[]): unknown {
  const chunk = isRecord(message) ? message.chunk : null;
  if (!isRecord(message) || !isRecord(chunk)) return structuredClone(message, { transfer });
  const { fnArray, argsArray } = chunk;
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return structuredClone(message, { transfer });
  return { ...message, chunk: { ...chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
}

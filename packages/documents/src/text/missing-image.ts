const pattern = /^〔图：([^〔〕]*)〕$/u;

/** What a written document says in the place of a picture that the report does not carry. */
export function missingImageText(alt: string): string {
  return `〔图：${alt.replaceAll(/[〔〕]/gu, '')}〕`;
}

/** The words for the picture in whose place such a text stands, or null for any other text. */
export function missingImageAlt(text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

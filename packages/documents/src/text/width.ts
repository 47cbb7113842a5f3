const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const alsoWide = /[\u2018-\u201d\u2026\u2014\u00b7]/g;

/** Width of a text in columns as a page sets it: a Chinese character takes two. */
export function displayWidth(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0) + (text.match(alsoWide)?.length ?? 0);
}

import { readXml } from '../xml/read-xml.ts';

/** The texts that the cells of a workbook share; the reading aids of East Asian text (phonetic runs) are left out. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXml(bytes, {
    open({ name }) {
      if (name === 's:si') text = '';
      else if (name === 's:rPh') phonetic += 1;
      else if (name === 's:t') inText = true;
    },
    close(name) {
      if (name === 's:si') texts.push(text);
      else if (name === 's:rPh') phonetic -= 1;
      else if (name === 's:t') inText = false;
    },
    text(piece) {
      if (inText && phonetic === 0) text += piece;
    },
  });
  return texts;
}

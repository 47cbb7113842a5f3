import type { Report } from '@nianbao/core';
import { bareText } from './passages.ts';

/** What a document shows for a character that its fonts lack. */
export const missingCharacter = '〓';

/** Says at the end of a document which characters those are; `names` are their code points. */
export const missingNote = (names: string): string =>
  `注：文中“${missingCharacter}”代替字库所缺的字（${names}），原字见本文件所附数据。`;

/** Points from a cell that has no room for its text to the text below the table. */
export const noteMark = (number: number): string => `〔注${number}〕`;

const missingNoteStart = bareText(missingNote('')).slice(0, 12);
const marked = /^(.*?)…?〔注\d{1,3}〕$/u;
const note = /^〔注\d{1,3}〕(.*)$/su;

const unreadables = ({ facts }: Report): string[] =>
  Object.values(facts).flatMap((value) =>
    typeof value === 'object' && value !== null ? [bareText(value.unreadable)] : [],
  );

/** Whether a shown passage is none of the report's but one that a document of this report adds. */
export function isAddedNote(report: Report): (passage: string) => boolean {
  const texts = new Set(unreadables(report));
  return (passage) => passage.startsWith(missingNoteStart) || texts.has(note.exec(passage)?.[1] ?? '\n');
}

/** Whether a cell shows this text, whole or by its beginning with a mark of the note that has it. */
export function showsText(shown: string, text: string): boolean {
  const [is, due] = [bareText(shown), bareText(text)];
  const beginning = marked.exec(is)?.[1];
  return is === due || (beginning !== undefined && beginning !== '' && due.startsWith(beginning.replace(/\.+$/, '')));
}

/** Fonts may lack rare characters, never figures and Latin letters. */
export const mayBeMissing = (character: string): boolean => character > '\u00ff' && !/\p{N}/u.test(character);

/** Whether a stretch differs only in characters that the document's fonts lack. */
export function isMissingCharacters(carried: string, shown: string): boolean {
  const [due, is] = [[...carried], [...shown]];
  const stands = (character: string, at: number) => character === missingCharacter && mayBeMissing(due[at] ?? '');
  return is.length > 0 && due.length === is.length && is.every(stands);
}

/** Largest file that the server takes, in bytes. */
const largestFile = 20 * 1024 * 1024;

/** Kinds of files that can be chosen; others may still be dropped, and the server says what it thinks of them. */
export const acceptedFiles =
  '.html,.htm,.mht,.txt,.csv,.json,.docx,.doc,.wps,.xlsx,.xls,.et,.pdf,.rtf,text/html,text/plain,application/pdf';

/** Why a file is not even sent. */
export type Unsendable = 'tooLarge' | 'several' | 'folder' | 'empty';

export type GivenFile =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'unsendable'; readonly why: Unsendable; readonly name: string };

export function givenFile(file: File): GivenFile {
  if (file.size > largestFile) return { kind: 'unsendable', why: 'tooLarge', name: file.name };
  if (file.size === 0) return { kind: 'unsendable', why: 'empty', name: file.name };
  return { kind: 'file', file };
}

/** What a drop or a paste brings: one file, or why it is none; null where it has no files at all. */
export function fileOfTransfer(transfer: Pick<DataTransfer, 'files' | 'items'>): GivenFile | null {
  const [file, ...others] = transfer.files;
  if (file === undefined) return null;
  if (others.length > 0) return { kind: 'unsendable', why: 'several', name: file.name };
  const folder = [...transfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory ?? false);
  return folder ? { kind: 'unsendable', why: 'folder', name: file.name } : givenFile(file);
}

/** Shorter text than this is no report, and is left to whatever it was pasted for. */
const shortestText = 60;

/**
 * A file made of copied text: the page as HTML where it has a table, else its plain words. Null where what was copied is
 * too short to be part of a report.
 */
export function fileOfText(transfer: Pick<DataTransfer, 'getData'>, name: string): GivenFile | null {
  const html = transfer.getData('text/html');
  if (/<table\b/i.test(html)) return givenFile(new File([html], `${name}.html`, { type: 'text/html' }));
  const text = transfer.getData('text/plain');
  if (text.trim().length < shortestText) return null;
  return givenFile(new File([text], `${name}.txt`, { type: 'text/plain' }));
}

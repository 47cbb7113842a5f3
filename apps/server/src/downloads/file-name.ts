interface Named {
  readonly agency: string;
  readonly year: number;
  /** What tells this document from others of the same report, such as `第1版` or `草稿`; null for the version in force. */
  readonly mark: string | null;
  readonly extension: string;
}

/** Not allowed in names of files on Windows, or no letters at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const unfit = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
const notInToken = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(notInToken, (character) =>
    character === '%' ? '%' : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name of a document as people file it: 青岚镇人民政府2024年政府信息公开工作年度报告.docx */
export function documentName({ agency, year, mark, extension }: Named): string {
  const ending = mark === null ? '' : `（${mark}）`;
  const body = agency.replace(unfit, '').toWellFormed().slice(0, 80);
  return `${body}${year}年政府信息公开工作年度报告${ending}.${extension}`;
}

/** Has a file saved under the name that it was given. */
export function attachmentDisposition(name: string): string {
  const plain = `attachment.${name.split('.').at(-1)?.replace(notInToken, '') || 'bin'}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(name.toWellFormed())}`;
}

/** Has a document saved under its name, with a plain one for programs that know no other letters (RFC 6266, RFC 8187). */
export function contentDisposition(named: Named): string {
  return savedAs(documentName(named), `${named.year}.${named.extension}`);
}

/** Has a download saved as `name`, or as `plain` by programs that know no other letters. */
export function savedAs(name: string, plain: string): string {
  const safe = name.replace(unfit, '').toWellFormed();
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(safe)}`;
}

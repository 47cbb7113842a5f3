/** A part of a page that was saved as one file; `body` is written as `encoding` has it. */
export interface SavedPart {
  readonly type: string;
  readonly encoding: string;
  readonly body: string;
}

/** Bytes in quoted-printable (RFC 2045), broken into lines. */
export const quotedPrintable = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
    .replace(/((?:=..|[^=]){60})/g, '$1=\r\n');

/** A page saved as one file, as browsers write it. */
export const savedPage = (parts: readonly SavedPart[], boundary = '----=_Part.1'): string =>
  [
    'From: <Saved by a browser>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    `\ttype="text/html"; boundary="${boundary}"`,
    '',
    ...parts.flatMap(({ type, encoding, body }) => [
      `--${boundary}`,
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
    ]),
    `--${boundary}--`,
    '',
  ].join('\r\n');

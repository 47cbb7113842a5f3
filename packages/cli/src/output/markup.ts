const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML does not allow, and lone halves of pairs. */
const notAllowed = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for XML and HTML, in content and in attributes. */
export const escaped = (text: string): string =>
  text.replace(notAllowed, '\ufffd').replace(/[&<>"']/g, (char) => entities[char] ?? char);

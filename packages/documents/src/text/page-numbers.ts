const pageNumber =
  /^(?:[-—–－─]{1,2}\s*\d{1,3}\s*[-—–－─]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|[Pp](?:age|\.)\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?)$/;

/** Whether a line is a page's number and nothing of the text, wherever on the page it fell. */
export function isPageNumber(line: string): boolean {
  return line.length < 24 && pageNumber.test(line);
}

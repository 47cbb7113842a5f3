/** Where each kind of file carries the machine-readable report; its text is always that of `carriedText`. */
export const carriers = {
  /** DOCX and XLSX: a part `customXml/item*.xml` with this root element, whose text content is the JSON. */
  customXml: { namespace: 'urn:nianbao:report:1', root: 'report' },
  /** XLSX besides, for programs that drop such parts: a very hidden sheet whose cells A1, A2, … run on. */
  hiddenSheet: 'nianbao',
  /** HTML: an attribute of an empty element that is not shown. */
  htmlAttribute: 'data-nianbao-report',
  /** PDF: an embedded file of this name. */
  pdfAttachment: 'nianbao-report.json',
} as const;

/** Where each kind of document carries the machine-readable report. Writers and readers both go by these names. */

/** DOCX and XLSX: a custom XML part whose one element holds the report's JSON as its text. */
export const carrierNamespace = 'urn:nianbao:report:1';
export const carrierElement = 'report';

/** XLSX, where a program dropped the part: a very hidden sheet; the cells of column A from row 1 on make up the JSON. */
export const carrierSheet = 'nianbao';

/** HTML: a hidden `div` with the JSON in this attribute. */
export const carrierAttribute = 'data-nianbao-report';

/** PDF: an embedded file of this name. */
export const carrierFile = 'nianbao-report.json';

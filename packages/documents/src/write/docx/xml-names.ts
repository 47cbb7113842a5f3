const schemas = 'http://schemas.openxmlformats.org';

/** Namespaces of the parts of a DOCX. */
export const namespaces = {
  word: `${schemas}/wordprocessingml/2006/main`,
  relations: `${schemas}/officeDocument/2006/relationships`,
  package: `${schemas}/package/2006`,
  drawing: `${schemas}/drawingml/2006/main`,
  wordDrawing: `${schemas}/drawingml/2006/wordprocessingDrawing`,
  picture: `${schemas}/drawingml/2006/picture`,
  extendedProperties: `${schemas}/officeDocument/2006/extended-properties`,
} as const;

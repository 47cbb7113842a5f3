/** The name of the JSON Schema of a report with its digest and publication, which each such file gives as `$schema`. */
export const reportSchemaId = 'urn:nianbao:report:1';

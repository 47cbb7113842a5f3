export * from './arbitraries.ts';
export * from './busy-office.ts';
export * from './consistent-row.ts';
export * from './example-report.ts';
export * from './seeded-texts.ts';
export * from './written-reports.ts';

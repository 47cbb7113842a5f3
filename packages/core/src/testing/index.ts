export * from './arbitraries.ts';
export * from './consistent-row.ts';

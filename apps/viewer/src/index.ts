export * from './viewer-data.ts';

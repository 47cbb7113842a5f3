export * from './viewer.ts';
export * from './viewer-assets.ts';
export * from './viewer-data.ts';

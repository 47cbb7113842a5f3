export type { FileKind } from './site/address.ts';
export * from './viewer.ts';
export * from './viewer-assets.ts';
export * from './viewer-data.ts';

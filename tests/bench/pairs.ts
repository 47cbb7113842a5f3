import type { Pair } from './pair.ts';

/** Every pair by name, loaded only where it is measured. */
export const pairs = {
  fullCheck: async () => (await import('./full-check.ts')).fullCheck,
  oneCell: async () => (await import('./one-cell.ts')).oneCell,
  jsonToFindings: async () => (await import('./json-to-findings.ts')).jsonToFindings,
  rollUp: async () => (await import('./roll-up.ts')).rollUp,
  readHtml: async () => (await import('./read-html.ts')).readHtml,
  readPdf: async () => (await import('./read-pdf.ts')).readPdf,
} as const satisfies Readonly<Record<string, () => Promise<Pair>>>;

export type PairName = keyof typeof pairs;
export const pairNames: readonly PairName[] = [
  'fullCheck',
  'oneCell',
  'jsonToFindings',
  'rollUp',
  'readHtml',
  'readPdf',
];

import type { CheckFormatId } from '../arguments/command.ts';
import type { CheckFormat } from './check-format.ts';

/** What `--format` takes, and the two that `--summary` makes of them. */
export type CheckOutputId = CheckFormatId | 'summary' | 'summaryJson';

/** How the outcome of a check can be written. Only the format that is asked for is loaded. */
const checkFormats: Readonly<Record<CheckOutputId, () => Promise<CheckFormat>>> = {
  text: async () => (await import('./text-format.ts')).textFormat,
  json: async () => (await import('./json-format.ts')).jsonFormat,
  csv: async () => (await import('./csv-format.ts')).csvFormat,
  html: async () => (await import('./html-format.ts')).htmlFormat,
  sarif: async () => (await import('./sarif-format.ts')).sarifFormat,
  junit: async () => (await import('./junit-format.ts')).junitFormat,
  summary: async () => (await import('./summary-format.ts')).summaryFormat,
  summaryJson: async () => (await import('./summary-format.ts')).summaryJsonFormat,
};

export const checkFormat = (id: CheckOutputId): Promise<CheckFormat> => checkFormats[id]();

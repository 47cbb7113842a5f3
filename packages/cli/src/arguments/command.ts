import type { CheckStage, Locale } from '@nianbao/core';
import type { DocumentFormatId } from '@nianbao/documents';

export const checkFormatIds = ['text', 'json', 'csv', 'html', 'sarif', 'junit'] as const;

/** Those of documents, written out again so that a mistake is told without loading how documents are made. */
export const documentFormatIds = [
  'docx',
  'pdf',
  'xlsx',
  'html',
  'csv',
  'json',
] as const satisfies readonly DocumentFormatId[];

/** Formats that take many reports into one. */
export const gatheredFormatIds = ['campaign', 'parquet'] as const;

export type GatheredFormatId = (typeof gatheredFormatIds)[number];

export type CheckFormatId = (typeof checkFormatIds)[number];

/** What every command over files has. */
interface FilesCommand {
  /** Files, folders and patterns, as they were given. */
  readonly paths: readonly string[];
  readonly lang: Locale;
  /** How many files are worked on at a time; null for as many as the machine has cores. */
  readonly jobs: number | null;
  /** Say on standard error how far it is, where that is no terminal. */
  readonly progress: boolean;
}

export interface CheckCommand extends FilesCommand {
  readonly name: 'check';
  readonly format: CheckFormatId;
  /** A file to write to; null for standard output. */
  readonly out: string | null;
  readonly stage: CheckStage;
  /** Most findings that are shown of one rule in one file; null for all. */
  readonly mostOfRule: number | null;
  /** Most findings that are shown of all files together; null for all. */
  readonly mostInAll: number | null;
  /** A journal to go on from and to write to. */
  readonly resume: string | null;
  /** Only the summary. */
  readonly summary: boolean;
}

export interface ImportCommand extends FilesCommand {
  readonly name: 'import';
  readonly out: string;
}

export interface ExportCommand extends FilesCommand {
  readonly name: 'export';
  readonly format: DocumentFormatId;
  readonly out: string;
  readonly resume: string | null;
}

/** An export that takes all reports into one. */
export interface GatherCommand extends FilesCommand {
  readonly name: 'gather';
  readonly format: GatheredFormatId;
  readonly out: string;
}

export interface VerifyCommand extends FilesCommand {
  readonly name: 'verify';
  readonly json: boolean;
  readonly resume: string | null;
  /** Where the report is published; null when only the file itself is judged. */
  readonly against: string | null;
}

export interface ListCommand {
  readonly name: 'rules' | 'formats';
  readonly json: boolean;
  readonly lang: Locale;
}

export type HelpTopic = 'all' | 'check' | 'import' | 'export' | 'verify';

export type Command =
  | CheckCommand
  | ImportCommand
  | ExportCommand
  | GatherCommand
  | VerifyCommand
  | ListCommand
  | { readonly name: 'help'; readonly lang: Locale; readonly topic: HelpTopic }
  | { readonly name: 'mistake'; readonly lang: Locale; readonly message: string };

import type { Finding, Report, Text } from '@nianbao/core';
import type { BlankPlaces, ReadFigure as InterpretedFigure } from './interpret/figures.ts';
import type { BlockLines } from './interpret/interpret.ts';
import type { LocalRow } from './interpret/local-rows.ts';
import type { Pair } from './pairs/pair.ts';
import type { SourceOf } from './source/locate.ts';
import type { PartStart } from './source/source.ts';

/** Why a file could not be read, by stable code. */
export const readErrors = {
  EMPTY: {
    zh: '文件是空的。请确认文件已保存完整。',
    en: 'The file is empty. Check that it was saved completely.',
  },
  TOO_LARGE: {
    zh: '文件超过 32 MB，不像是一份年度报告。请只提交报告本身。',
    en: 'The file is larger than 32 MB, which no annual report is. Give the report alone.',
  },
  KIND_PDF: {
    zh: '目前还不能读取 PDF 文件。请提供网页（HTML）或文本。',
    en: 'PDF files cannot be read yet. Give the web page (HTML) or its text.',
  },
  KIND_OFFICE: {
    zh: '目前还不能读取 Word、WPS 和 Excel 文件。请另存为网页（HTML）或文本。',
    en: 'Word, WPS and Excel files cannot be read yet. Save the document as a web page (HTML) or text.',
  },
  KIND_IMAGE: {
    zh: '这是一张图片，里面没有可以读取的文字。请提供网页或文本。',
    en: 'This is a picture and has no text to read. Give the web page or its text.',
  },
  KIND_UNKNOWN: {
    zh: '认不出这种文件。请提供网页（HTML）、文本或报告的 JSON。',
    en: 'This kind of file is not known. Give a web page (HTML), text, or a report as JSON.',
  },
  NOT_A_REPORT: {
    zh: '文件里没有年度报告：既没有标题，也没有规定的各部分和表格。请确认是否选错了文件。',
    en: 'There is no annual report in the file: no title, none of the sections or tables. Check that it is the right file.',
  },
  INVALID_JSON: {
    zh: 'JSON 不是一份报告：{detail}。请按报告的格式修改。',
    en: 'The JSON is not a report: {detail}. Change it to the schema of reports.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type ReadErrorCode = keyof typeof readErrors;

export interface ReadError {
  readonly code: ReadErrorCode;
  readonly message: Text;
}

/** A figure with the place where a person looks it up. */
export type ReadFigure = Omit<InterpretedFigure, 'line' | 'column'> & SourceOf;

/** A report read from a file, with the place and the certainty of all that was read. */
export interface ReadReport {
  readonly ok: true;
  readonly report: Report;
  /** By cell key; a cell that the source leaves blank has none. */
  readonly figures: ReadonlyMap<string, ReadFigure>;
  /** Where the source has cells that it leaves blank, in lines that run on through its parts. */
  readonly blanks: BlankPlaces;
  /** What reading itself found; the rules of the report come after. */
  readonly findings: readonly Finding[];
  readonly localRows: readonly LocalRow[];
  /** What a report without the official tables counts, such as one from before 2019; none where it has them. */
  readonly pairs: readonly Pair[];
  /** Pages or sheets; the lines of `localRows` and `blockLines` run on through them. */
  readonly parts: readonly PartStart[];
  readonly blockLines: BlockLines;
  /** Keys of cells whose rows the source does not have at all, told once by READ-ROWS-MISSING. */
  readonly missing: readonly string[];
}

export type ReadResult = ReadReport | { readonly ok: false; readonly error: ReadError };

export function readFailure(code: ReadErrorCode, detail = ''): ReadResult {
  const { zh, en } = readErrors[code];
  return {
    ok: false,
    error: { code, message: { zh: zh.replace('{detail}', detail), en: en.replace('{detail}', detail) } },
  };
}

import type { Finding, Report, Text } from '@nianbao/core';
import type { CopyState } from './carried/copy-state.ts';
import type { BlankPlaces, ReadFigure as InterpretedFigure } from './interpret/figures.ts';
import type { BlockLines } from './interpret/interpret.ts';
import type { LocalRow } from './interpret/local-rows.ts';
import type { Pair } from './pairs/pair.ts';
import type { SourceOf } from './source/locate.ts';
import type { ShownLine } from './source/shown-lines.ts';
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
  PDF_SCAN: {
    zh: '这份 PDF 是扫描件，页面只是图片，没有可以读取的文字。请提供 Word 文件、网页或由文件直接导出的 PDF；只有扫描件的，请先做文字识别（OCR）再提交。',
    en: 'This PDF is a scan: its pages are pictures without text. Give the Word file, the web page or a PDF exported from it; where there is only the scan, run character recognition (OCR) on it first.',
  },
  PDF_ILLEGIBLE: {
    zh: '这份 PDF 的文字没有附带编码，读出来是乱码。请提供 Word 文件或网页，或者用办公软件重新导出 PDF。',
    en: 'The text of this PDF comes without its encoding and reads as nonsense. Give the Word file or the web page, or export the PDF anew.',
  },
  PDF_PASSWORD: {
    zh: '这份 PDF 加了密码，打不开。请取消密码后重新保存，再提交。',
    en: 'This PDF is locked with a password. Save it without one and give it again.',
  },
  PDF_BROKEN: {
    zh: '这份 PDF 已损坏或不完整，打不开。请重新下载或重新导出。',
    en: 'This PDF is damaged or incomplete and cannot be opened. Download or export it again.',
  },
  PDF_TOO_LONG: {
    zh: '这份 PDF 超过 300 页，不像是一份年度报告。请只提交报告本身。',
    en: 'This PDF has more than 300 pages, which no annual report has. Give the report alone.',
  },
  PDF_TOO_MUCH: {
    zh: '这份 PDF 的内容过于庞大，已停止读取。请用办公软件重新导出，只保留报告本身。',
    en: 'This PDF unpacks to more than a report can hold, so reading was stopped. Export the report alone anew.',
  },
  KIND_OFFICE: {
    zh: '不能读取演示文稿、OpenDocument、OFD 和二进制表格（xlsb）文件。请另存为 DOCX、XLSX 或网页（HTML）。',
    en: 'Slides, OpenDocument, OFD and binary sheets (xlsb) cannot be read. Save the document as DOCX, XLSX or a web page (HTML).',
  },
  KIND_ARCHIVE: {
    zh: '这是一个压缩包，不是文档。请解压后提交报告本身。',
    en: 'This is an archive and no document. Unpack it and give the report itself.',
  },
  ENCRYPTED: {
    zh: '文件有打开密码，读不出内容。请去掉密码后重新保存。',
    en: 'The file is protected by a password. Remove the password and save it again.',
  },
  BROKEN: {
    zh: '文件已损坏或没有保存完整，打不开。请用 Word、Excel 或 WPS 打开后另存，或重新下载。',
    en: 'The file is damaged or incomplete and does not open. Save it anew in Word, Excel or WPS, or download it again.',
  },
  TOO_COMPLEX: {
    zh: '文件展开后过大或结构异常，不像是一份年度报告，没有读取。请只保留报告内容后另存再试。',
    en: 'Unpacked, the file is too large or too deeply nested for an annual report and was not read. Save the report alone and try again.',
  },
  NEEDS_LIBREOFFICE: {
    zh: '读取旧版 Word、Excel、WPS 文件（doc、xls、wps、et）和 RTF 需要 LibreOffice，这台机器上没有找到。请安装 LibreOffice，或另存为 DOCX、XLSX。',
    en: 'Older Word, Excel and WPS files (doc, xls, wps, et) and RTF are read through LibreOffice, which is not on this machine. Install LibreOffice, or save the file as DOCX or XLSX.',
  },
  CONVERSION_FAILED: {
    zh: 'LibreOffice 打不开这个文件。请用 Word、Excel 或 WPS 另存为 DOCX 或 XLSX。',
    en: 'LibreOffice could not open this file. Save it as DOCX or XLSX in Word, Excel or WPS.',
  },
  KIND_IMAGE: {
    zh: '这是一张图片，里面没有可以读取的文字。请提供 Word、Excel 文件、网页或文本。',
    en: 'This is a picture and has no text to read. Give a Word or Excel file, the web page or its text.',
  },
  KIND_UNKNOWN: {
    zh: '认不出这种文件。请提供 Word、Excel、CSV 文件、网页（HTML）、文本或报告的 JSON。',
    en: 'This kind of file is not known. Give a Word, Excel or CSV file, a web page (HTML), text, or a report as JSON.',
  },
  NOT_A_REPORT: {
    zh: '文件里没有年度报告：既没有标题，也没有规定的各部分和表格。请确认是否选错了文件。',
    en: 'There is no annual report in the file: no title, none of the sections or tables. Check that it is the right file.',
  },
  INVALID_JSON: {
    zh: 'JSON 不是一份报告：{detail}。请按报告的格式修改。',
    en: 'The JSON is not a report: {detail}. Change it to the schema of reports.',
  },
  NOT_OPENED: {
    zh: '文件打不开（{detail}）。请检查路径和权限。',
    en: 'The file cannot be opened ({detail}). Check its path and who may read it.',
  },
  TOO_SLOW: {
    zh: '读取用时过长，已停止。文件可能损坏或过于复杂，请只提交报告本身，或另存一份再试。',
    en: 'Reading took too long and was stopped. The file may be damaged or too complex: give the report alone, or save it anew.',
  },
  TOO_MUCH_MEMORY: {
    zh: '读取占用内存过多，已停止。文件可能损坏或过于复杂，请只提交报告本身，或另存一份再试。',
    en: 'Reading needed too much memory and was stopped. The file may be damaged or too complex: give the report alone, or save it anew.',
  },
  CRASHED: {
    zh: '读取时出错中断，文件可能已损坏。请另存一份再试，或提供网页（HTML）、文本。',
    en: 'Reading broke off; the file may be damaged. Save it anew, or give the web page (HTML) or its text.',
  },
  NOT_STARTED: {
    zh: '读取程序没能启动。请检查本机可用内存，必要时重新安装后再试。',
    en: 'The program that reads files did not start. Check the free memory of this machine; install anew if need be.',
  },
  BUSY: {
    zh: '等待读取的文件太多。请稍后再试。',
    en: 'Too many files are waiting to be read. Try again in a while.',
  },
  STOPPED: {
    zh: '读取已停止。请重新提交文件。',
    en: 'Reading was stopped. Give the file again.',
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
  /** What the file shows, line by line; empty where it was not asked for, and for a report as JSON. */
  readonly lines: readonly ShownLine[];
  readonly blockLines: BlockLines;
  /** What the file is to the report that it carries inside, if any. */
  readonly copy: CopyState;
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

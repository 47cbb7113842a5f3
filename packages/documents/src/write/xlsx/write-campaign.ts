import type { Finding, Format, FormatId, Severity } from '@nianbao/core';
import { checkReport, formatOf } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { inTurns } from '../in-turns.ts';
import type { ListedReport } from './campaign/campaign-lists.ts';
import { findingColumns, rosterColumns, textColumns } from './campaign/campaign-lists.ts';
import { writeCampaignNotes } from './campaign/campaign-notes.ts';
import { FiguresSheet } from './campaign/figures-sheet.ts';
import { headOf, listLayout, rowOf } from './campaign/list-columns.ts';
import { RollingSheet } from './campaign/rolling-sheet.ts';
import { sheetNames } from './report/sheet-names.ts';
import { textRows } from './report/text-rows.ts';
import { WorkbookWriter } from './workbook/workbook-writer.ts';
import { cellParts } from './workbook/xml-text.ts';

export interface CampaignAbout {
  /** What the workbook is of, such as “云溪县2024年度政府信息公开工作年度报告汇总”. */
  readonly title: string;
  /** Whether the texts of the reports are written too. */
  readonly withText: boolean;
  /** What was found in a report; where it is left out, each is checked by itself. */
  readonly findingsOf?: (carried: CarriedReport) => readonly Finding[];
}

/** A published report is judged as one, any other as a draft. */
const checked = ({ report, publication }: CarriedReport): readonly Finding[] =>
  checkReport(report, { stage: publication === null ? 'draft' : 'publication' }).findings;

/** The sheets of figures of one format. */
class FormatSheets {
  readonly name: string;
  readonly #sheets: readonly FiguresSheet[];
  #reports = 0;

  constructor(book: WorkbookWriter, format: Format, at: number) {
    this.name = `${format.id}年格式`;
    // One format is the rule; only where a second one turns up do names have to say which is meant.
    const suffix = at === 0 ? '' : `（${this.name}）`;
    const position = 10 + at * 10;
    const of = (name: string, table: 't2' | 't3' | 't4' | null, offset: number) =>
      new FiguresSheet(book, { format, table, name: `${name}${suffix}`, position: position + offset });
    this.#sheets = [
      of('汇总表', null, 0),
      ...format.tables.map(({ id }, offset) => of(sheetNames[id], id, offset + 1)),
    ];
  }

  get reports(): number {
    return this.#reports;
  }

  add(number: number, { report }: CarriedReport): void {
    this.#reports += 1;
    for (const sheet of this.#sheets) sheet.add(number, report);
  }

  end(): void {
    for (const sheet of this.#sheets) sheet.end();
  }
}

class CampaignWriter {
  readonly #book = new WorkbookWriter();
  readonly #about: CampaignAbout;
  readonly #roster: RollingSheet;
  readonly #findings: RollingSheet;
  readonly #texts: RollingSheet | null;
  readonly #formats = new Map<FormatId, FormatSheets>();
  readonly #found: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  #withErrors = 0;

  constructor(about: CampaignAbout) {
    this.#about = about;
    const list = <Item>(columns: Parameters<typeof headOf<Item>>[0], sheet: Parameters<typeof listLayout>[1]) =>
      new RollingSheet(this.#book, { layout: listLayout(columns, sheet), head: headOf(columns) });
    this.#roster = list(rosterColumns, { name: '名单', position: 1, frozen: 2 });
    this.#findings = list(findingColumns, { name: '问题', position: 100, frozen: 2 });
    this.#texts = about.withText ? list(textColumns, { name: '正文', position: 101, frozen: 2 }) : null;
  }

  add(carried: CarriedReport): void {
    const { report } = carried;
    const number = this.#roster.total + 1;
    const found: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
    for (const finding of (this.#about.findingsOf ?? checked)(carried)) {
      found[finding.severity] += 1;
      this.#found[finding.severity] += 1;
      this.#findings.row(rowOf(findingColumns, { number, report, finding }));
    }
    this.#withErrors += found.error > 0 ? 1 : 0;
    const listed: ListedReport = { number, carried, found };
    this.#roster.row(rowOf(rosterColumns, listed));
    this.#sheetsOf(formatOf(report))?.add(number, carried);
    this.#addText(number, carried);
  }

  #addText(number: number, { report }: CarriedReport): void {
    if (this.#texts === null) return;
    for (const row of textRows(report)) {
      for (const text of cellParts(row.texts.join('\t'))) {
        this.#texts.row(rowOf(textColumns, { number, report, row, text }));
      }
    }
  }

  #sheetsOf(format: Format | null): FormatSheets | null {
    if (format === null) return null;
    const known = this.#formats.get(format.id);
    if (known !== undefined) return known;
    const sheets = new FormatSheets(this.#book, format, this.#formats.size);
    this.#formats.set(format.id, sheets);
    return sheets;
  }

  finish(): Uint8Array {
    const { title, withText } = this.#about;
    const formats = [...this.#formats.values()];
    for (const sheets of formats) sheets.end();
    const reports = this.#roster.total;
    for (const list of [this.#roster, this.#findings, this.#texts]) list?.end();
    const untabled = reports - formats.reduce((sum, one) => sum + one.reports, 0);
    writeCampaignNotes(this.#book, {
      title,
      reports,
      byFormat: [...formats, ...(untabled > 0 ? [{ name: '没有统计表', reports: untabled }] : [])],
      errors: this.#found.error,
      warnings: this.#found.warning,
      notices: this.#found.notice,
      withErrors: this.#withErrors,
      withText,
    });
    return this.#book.finish({ title, creator: '', subject: '政府信息公开工作年度报告' });
  }
}

/**
 * Writes the reports of a campaign into one workbook: who reported, one row an agency with every figure and sums as
 * formulas, what was found, the texts. Reports are taken one by one and not kept; what grows with their number is the
 * compressed file alone.
 */
export async function writeCampaignWorkbook(
  reports: Iterable<CarriedReport> | AsyncIterable<CarriedReport>,
  about: CampaignAbout,
): Promise<Uint8Array> {
  const writer = new CampaignWriter(about);
  for await (const carried of inTurns(reports)) writer.add(carried);
  return writer.finish();
}

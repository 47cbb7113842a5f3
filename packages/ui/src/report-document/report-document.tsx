import type { Cell, Locale, Report, StatutoryTable as TableDefinition, TableId } from '@nianbao/core';
import { formatOf, reportOutline } from '@nianbao/core';
import type { ReactNode } from 'react';
import { formatDate } from '../figures/format-figure.ts';
import type { FigureEmphasis, FigureMark, FigurePlace } from '../statutory-table/figure-slot.ts';
import { StatutoryTable } from '../statutory-table/statutory-table.tsx';
import { BlockSequence } from './block-sequence.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Passage } from './passage.ts';
import { ReportSection } from './report-section.tsx';

export interface ReportDocumentProps {
  readonly report: Report;
  readonly locale: Locale;
  /** Stands between the title and the preface: what is known of the publication. */
  readonly head?: ReactNode;
  /** Passages of the text to mark. */
  readonly passages?: readonly Passage[];
  readonly arrangement?: 'official' | 'responsive';
  readonly renderFigure?: (place: FigurePlace) => ReactNode;
  readonly markOf?: (cell: Cell) => FigureMark | null;
  readonly emphasisOf?: (cell: Cell) => FigureEmphasis | null;
  /** Stands under a statutory table. */
  readonly belowTable?: (table: TableId) => ReactNode;
}

/** A title that breaks after the agency's name where it needs two lines, as official documents are set. */
function Title({ title, agency }: { readonly title: string; readonly agency: string | null }) {
  if (agency === null || !title.startsWith(agency)) return title;
  return (
    <>
      <span className="nb-title-part">{agency}</span>
      <span className="nb-title-part">{title.slice(agency.length)}</span>
    </>
  );
}

const noPassages: readonly Passage[] = [];

/**
 * A whole report as a document in the statutory order: title, preface, sections with their tables, signature. Tables
 * whose section the report lacks come at the end, so that no figure is ever hidden.
 */
export function ReportDocument(props: ReportDocumentProps) {
  const { report, locale, passages = noPassages } = props;
  const format = formatOf(report);
  const titlePassages = passages.filter(({ section }) => section === 'title');

  const drawn = (table: TableDefinition): ReactNode =>
    format !== null && (
      <div key={table.id} id={table.id} className="nb-table-place">
        <StatutoryTable
          format={format}
          table={table}
          facts={report.facts}
          locale={locale}
          {...(props.arrangement && { arrangement: props.arrangement })}
          {...(props.renderFigure && { renderFigure: props.renderFigure })}
          {...(props.markOf && { markOf: props.markOf })}
          {...(props.emphasisOf && { emphasisOf: props.emphasisOf })}
        />
        {props.belowTable?.(table.id)}
      </div>
    );

  return (
    <article className="nb-document" lang="zh-CN">
      <header className="nb-document-head">
        <h1>
          {titlePassages.length > 0 ? (
            <MarkedText text={report.title} passages={titlePassages} />
          ) : (
            <Title title={report.title} agency={report.agency} />
          )}
        </h1>
        {props.head}
      </header>
      {report.preface.length > 0 && (
        <div className="nb-preface">
          <BlockSequence
            blocks={report.preface}
            passages={passages.filter(({ section }) => section === 'preface')}
            topHeading={2}
            locale={locale}
          />
        </div>
      )}
      {reportOutline(report).map((part) =>
        part.kind === 'table' ? (
          <section key={part.table.id} className="nb-section" aria-labelledby={`${part.table.id}-heading`}>
            <h2 id={`${part.table.id}-heading`}>{part.heading}</h2>
            {drawn(part.table)}
          </section>
        ) : (
          <ReportSection
            key={part.position}
            section={part.section}
            position={part.position}
            passages={passages}
            locale={locale}
            table={part.table === null ? null : drawn(part.table)}
          />
        ),
      )}
      {(report.agency !== null || report.writtenOn !== null) && (
        <footer className="nb-signature">
          {report.agency !== null && <p>{report.agency}</p>}
          {report.writtenOn !== null && (
            <p>
              <time dateTime={report.writtenOn}>{formatDate(report.writtenOn, 'zh')}</time>
            </p>
          )}
        </footer>
      )}
    </article>
  );
}

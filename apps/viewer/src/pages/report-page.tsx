import type { Cell, Format } from '@nianbao/core';
import { findCell, formatOf } from '@nianbao/core';
import type { FigurePlace } from '@nianbao/ui';
import { PriorFigure, ReportDocument } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import { comparison } from '../report/comparison.ts';
import { Contents, FoldedContents } from '../report/contents.tsx';
import { equationsOf, relatedCells } from '../report/equations.ts';
import { Explanations } from '../report/explanations.tsx';
import { FigureExplanation } from '../report/figure-explanation.tsx';
import { Metadata } from '../report/metadata.tsx';
import { RateTable } from '../report/rate-table.tsx';
import { ReportTools } from '../report/report-tools.tsx';
import { VersionNotice } from '../report/version-notice.tsx';
import { Versions } from '../report/versions.tsx';
import type { FileKind, ReportView } from '../site/address.ts';
import { agencyAddress, fileAddress, reportAddress } from '../site/address.ts';
import type { PageFrame } from '../site/site-page.tsx';
import { SitePage } from '../site/site-page.tsx';
import type { PublishedAgency, PublishedReport, ReportAddress } from '../viewer-data.ts';

export interface ReportPageProps {
  readonly frame: PageFrame;
  readonly address: ReportAddress;
  readonly view: ReportView;
  readonly published: PublishedReport;
  readonly agency: PublishedAgency;
  /** Kinds of document that the report can be had as. */
  readonly files: readonly FileKind[];
}

const mediaTypes: Readonly<Record<FileKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
};

interface SelectedFigure {
  readonly format: Format;
  readonly cell: Cell;
}

/** Where the page stands when a figure is chosen: at the figure itself in the long 表三, else at its table. */
function anchorOf(figure: string | null): string {
  if (figure === null) return 'content';
  return figure.startsWith('t3.') ? `figure-${figure}` : figure.slice(0, 2);
}

function selectedFigure(view: ReportView, format: Format | null): SelectedFigure | null {
  const cell = format === null || view.figure === null ? undefined : findCell(format, view.figure);
  return format === null || cell === undefined ? null : { format, cell };
}

/** A published report: the document itself, every figure a link to its explanation, and what belongs to it. */
export function ReportPage({ frame, address, view, published, agency, files }: ReportPageProps) {
  const { locale } = frame.preferences;
  const messages = messagesIn(locale);
  const { report, prior } = published;
  const format = formatOf(report);
  const selected = selectedFigure(view, format);
  const equations = selected === null ? [] : equationsOf(selected.format, selected.cell, report.facts);
  const related = selected === null ? new Set<string>() : relatedCells(selected.cell, equations);
  const priorFigure = view.compare && prior !== null && format !== null ? comparison(format, prior) : null;
  const hrefOf = (figure: string | null) =>
    `${reportAddress(address, { figure, compare: view.compare })}#${anchorOf(figure ?? view.figure)}`;

  const renderFigure = ({ cell, value, content }: FigurePlace) => {
    const before = priorFigure?.(cell.key);
    return (
      <>
        <a
          className="figure"
          rel="nofollow"
          id={cell.table === 't3' ? anchorOf(cell.key) : undefined}
          href={hrefOf(cell.key)}
          aria-current={cell === selected?.cell ? 'true' : undefined}
        >
          {content}
          {before?.kind === 'value' && !(value === 0 && before.value === 0) && (
            <PriorFigure value={value} prior={before.value} locale={locale} />
          )}
        </a>
        {cell === selected?.cell && (
          <a className="nb-visually-hidden" href="#figure">
            {messages.figure}
          </a>
        )}
      </>
    );
  };

  return (
    <SitePage
      frame={frame}
      title={report.title}
      description={report.title}
      crumbs={[{ name: agency.name, href: agencyAddress(agency.id) }]}
      head={
        <>
          <meta name="ArticleTitle" content={report.title} />
          <meta name="ContentSource" content={agency.name} />
          {report.publishedOn !== null && <meta name="PubDate" content={report.publishedOn} />}
          <link rel="canonical" href={reportAddress(address)} />
          {files.map((kind) => (
            <link key={kind} rel="alternate" type={mediaTypes[kind]} href={fileAddress(address, kind)} />
          ))}
        </>
      }
    >
      <div className="report-page">
        <Contents report={report} locale={locale} />
        <div className="report-body">
          <ReportDocument
            report={report}
            locale={locale}
            arrangement="responsive"
            renderFigure={renderFigure}
            emphasisOf={(cell) => {
              if (cell === selected?.cell) return 'selected';
              return related.has(cell.key) ? 'related' : null;
            }}
            head={
              <>
                <Metadata published={published} locale={locale} />
                <VersionNotice published={published} year={address.year} locale={locale} />
                <FoldedContents report={report} locale={locale} />
                <ReportTools
                  address={address}
                  view={view}
                  prior={prior}
                  agency={agency}
                  files={files}
                  locale={locale}
                />
              </>
            }
            belowTable={(table) =>
              selected !== null &&
              selected.cell.table === table && (
                <FigureExplanation
                  cell={selected.cell}
                  format={selected.format}
                  report={report}
                  equations={equations}
                  years={agency.years}
                  locale={locale}
                  hrefOf={hrefOf}
                />
              )
            }
          />
          <RateTable report={report} locale={locale} />
          <Explanations published={published} locale={locale} hrefOf={hrefOf} />
          <Versions published={published} year={address.year} locale={locale} />
        </div>
      </div>
    </SitePage>
  );
}

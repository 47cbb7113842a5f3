import type { CellValue, Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import { formatFigure } from './format-figure.ts';

/** What a cell holds, as the legend explains it. */
export type FigureState = 'zero' | 'number' | 'blank' | 'notApplicable' | 'unreadable';

/** Which of the states a cell's value is in; a key that a report leaves out is blank. */
export function figureStateOf(value: CellValue | undefined): FigureState {
  if (value === null || value === undefined) return 'blank';
  if (value === '/') return 'notApplicable';
  if (typeof value === 'number') return value === 0 ? 'zero' : 'number';
  return 'unreadable';
}

/** A cell's content for reading. Blank, “/” and unreadable each look and sound different from a zero. */
export function Figure({ value, locale }: { readonly value: CellValue | undefined; readonly locale: Locale }) {
  const messages = messagesIn(locale);
  if (value === null || value === undefined) {
    return (
      <span className="nb-absent" data-state="blank">
        <span aria-hidden="true">—</span> {messages.blank}
      </span>
    );
  }
  if (value === '/') {
    return (
      <span className="nb-absent" data-state="notApplicable">
        <span aria-hidden="true">/</span> {messages.notApplicable}
      </span>
    );
  }
  if (typeof value === 'number') {
    return <span className={value === 0 ? 'nb-figure nb-zero' : 'nb-figure'}>{formatFigure(value, locale)}</span>;
  }
  return (
    <span className="nb-absent" data-state="unreadable">
      <q lang="zh-CN">{value.unreadable}</q> {messages.unreadable}
    </span>
  );
}

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Format, StatutoryTable as TableDefinition } from '@nianbao/core';
import type { FigurePlace } from '@nianbao/ui';
import { StatutoryTable } from '@nianbao/ui';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { memo, useDeferredValue, useRef } from 'react';
import { focusAnchor } from '../editor/focus-anchor.ts';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { FigureInput } from './figure-input.tsx';
import { isRange, pasteRange } from './paste-range.ts';
import styles from './table-form.module.css';
import { cellFor } from './table-keys.ts';
import type { FilledFigure } from './totals.ts';
import { fillBlanks, fillTotals } from './totals.ts';

interface TableFormProps {
  readonly format: Format;
  readonly table: TableDefinition;
}

const renderFigure = ({ cell, labelledBy }: FigurePlace) => <FigureInput cell={cell} labelledBy={labelledBy} />;
const Table = memo(StatutoryTable);

/** A statutory table as a form, worked by keyboard like a spreadsheet. */
export function TableForm({ format, table }: TableFormProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { draft, report, maps, totals } = useWorkspace();
  const facts = useDeferredValue(useStore(report, (value) => value.facts));
  const form = useRef<HTMLDivElement>(null);
  const map = maps.get(table.id);
  const blanks = fillBlanks(format, table.id, facts);
  const missing = fillTotals(
    [...totals.values()].filter(({ cell }) => cell.startsWith(table.id)),
    facts,
  );

  const setAll = (figures: readonly FilledFigure[]) =>
    draft.edit(figures.map((figure) => ({ kind: 'fact', ...figure })));

  const press = (event: KeyboardEvent) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || map === undefined || event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd, value, dataset } = input;
    const caret = { start: selectionStart ?? 0, end: selectionEnd ?? 0, length: value.length };
    const held = { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const next = cellFor(map, dataset['figure'] ?? '', { key: event.key, ...held, caret });
    if (next === null) return;
    event.preventDefault();
    const there = form.current?.querySelector<HTMLInputElement>(`[data-figure="${CSS.escape(next.key)}"]`);
    there?.focus();
    there?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const anchor = event.target instanceof HTMLInputElement ? event.target.dataset['figure'] : undefined;
    if (anchor === undefined || map === undefined || !isRange(text)) return;
    event.preventDefault();
    const pasted = pasteRange(map, anchor, text);
    draft.edit(pasted.facts.map((fact) => ({ kind: 'fact', ...fact })));
    focusAnchor({ kind: 'cell', key: anchor });
    notifications.show({ message: m.figures.pasted(pasted.facts.length, pasted.outside) });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys and the clipboard belong to the inputs within
    <div ref={form} className={styles.form} onKeyDown={press} onPaste={paste} id={table.id}>
      <Table format={format} table={table} facts={facts} locale={locale} renderFigure={renderFigure} />
      <div className={`actions no-print ${styles.tools}`}>
        {missing.length > 0 && (
          <Button variant="default" size="compact-md" onClick={() => setAll(missing)}>
            {m.figures.fillTotals(missing.length)}
          </Button>
        )}
        {blanks.length > 0 && (
          <Button variant="default" size="compact-md" onClick={() => setAll(blanks)}>
            {m.figures.fillBlanks(blanks.length)}
          </Button>
        )}
      </div>
    </div>
  );
}

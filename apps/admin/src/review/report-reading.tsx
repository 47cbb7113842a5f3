import type { FigurePlace } from '@nianbao/ui';
import { PriorFigure, passagesOf, ReportDocument } from '@nianbao/ui';
import { useMemo } from 'react';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { usePreferences } from '../preferences/preferences.tsx';

/** The report as its readers will see it; `marked` where something was found, plain for paper. */
export function ReportReading({ marked }: { readonly marked: boolean }) {
  const { locale, showPrior } = usePreferences();
  const { report, findings, selected, prior } = useWorkspace();
  const { all, byCell, keys } = useStore(findings, (live) => live);
  const current = useStore(selected, (key) => key);
  const passages = useMemo(() => passagesOf(all), [all]);
  const related = new Set<string>(current === null ? [] : all[keys.indexOf(current)]?.cells);
  const withPrior = ({ cell, value, content }: FigurePlace) => (
    <>
      {content}
      {prior?.facts[cell.key] !== undefined && (
        <PriorFigure value={value} prior={prior.facts[cell.key]} locale={locale} />
      )}
    </>
  );
  return (
    <ReportDocument
      report={report.get()}
      locale={locale}
      passages={marked ? passages : []}
      markOf={({ key }) => (marked ? byCell.get(key)?.[0] : undefined) ?? null}
      emphasisOf={({ key }) => (marked && related.has(key) ? 'related' : null)}
      {...(marked && showPrior && prior !== null && { renderFigure: withPrior })}
    />
  );
}

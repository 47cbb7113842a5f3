import type { FigurePlace } from '@nianbao/ui';
import { PriorFigure, passagesOf, ReportDocument } from '@nianbao/ui';
import { useMemo } from 'react';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { usePreferences } from '../preferences/preferences.tsx';

/** The report as its readers will see it, with marks where something was found. */
export function ReportReading() {
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
      passages={passages}
      markOf={({ key }) => byCell.get(key)?.[0] ?? null}
      emphasisOf={({ key }) => (related.has(key) ? 'related' : null)}
      {...(showPrior && prior !== null && { renderFigure: withPrior })}
    />
  );
}

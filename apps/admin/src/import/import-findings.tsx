import { useMediaQuery } from '@mantine/hooks';
import { SeveritySign } from '@nianbao/ui';
import { useState } from 'react';
import { findingKey } from '../findings/finding-key.ts';
import panel from '../findings/findings-panel.module.css';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { showCell } from './cell-focus.ts';
import { textPartId } from './imported-text.tsx';
import { placeText } from './place-text.ts';
import type { ImportResult } from './read-cells.ts';
import styles from './review.module.css';
import type { Review } from './review.ts';
import { useReview } from './review.ts';
import { SourceLines } from './source-lines.tsx';

type ImportFinding = ImportResult['findings'][number];

/** The cell that a finding is about, where the tables show one. */
function cellOf({ repair, cells }: ImportFinding, { offering }: Review): string | null {
  const key = repair?.cell ?? cells[0];
  return key !== undefined && offering.get().byKey.has(key) ? key : null;
}

function showPassage({ place }: ImportFinding, { result, offering }: Review): void {
  if (place?.kind !== 'text') return;
  const { section } = place;
  const field = typeof section === 'number' ? result.understood.sections[section]?.id : section;
  const part = field === undefined || field === null ? null : document.getElementById(textPartId(field));
  const heading = document.getElementById('import-text');
  const shown = part ?? heading;
  if (offering.get().offers.text.length > 0 && part instanceof HTMLElement) part.focus({ preventScroll: true });
  shown?.scrollIntoView({ block: 'start' });
}

/** What reading found, and after it what the check found in the content, each leading to its cell or passage. */
export function ImportFindings() {
  const m = useMessages();
  const { result } = useReview();
  const wide = useMediaQuery('(min-width: 72rem)', true, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const { findings } = result;
  if (findings.length === 0) return <p className="quiet">{m.import.findings.none}</p>;
  return (
    <div className={styles.findings}>
      {!wide && (
        <button type="button" className="link-button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? m.import.findings.fold : m.import.findings.unfold(findings.length)}
        </button>
      )}
      {(wide || opened) &&
        (['reading', 'content'] as const).map((stage) => {
          const own = findings.filter((finding) => finding.stage === stage);
          if (own.length === 0) return null;
          return (
            <section key={stage} aria-label={m.import.findings[stage](own.length)}>
              <h2 className={panel.group}>{m.import.findings[stage](own.length)}</h2>
              <p className="quiet small">{m.import.findings[`${stage}Note`]}</p>
              <ul className={panel.list}>
                {own.map((finding) => (
                  <li key={findingKey(finding)}>
                    <FindingItem finding={finding} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
    </div>
  );
}

function FindingItem({ finding }: { readonly finding: ImportFinding }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const review = useReview();
  const [opened, setOpened] = useState(false);
  const { severity, rule, source, context } = finding;
  const sentences = finding[locale];
  const cell = cellOf(finding, review);
  const go = () => {
    if (cell !== null) showCell(cell, 'center');
    else if (finding.place?.kind === 'text') showPassage(finding, review);
    else setOpened(!opened);
  };
  return (
    <div className={panel.entry} data-severity={severity}>
      <button type="button" className={panel.go} onClick={go}>
        <SeveritySign severity={severity} locale={locale} />
        <span className={panel.message}>{sentences?.message ?? rule}</span>
      </button>
      <p className={panel.instruction}>
        {sentences?.instruction}
        {source !== null && (
          <span className={styles.findingPlace}>{placeText(source, review.result.file.kind, m)}</span>
        )}
      </p>
      {opened && context !== null && <SourceLines lines={review.result.lines} place={context} />}
    </div>
  );
}

import { Button, Checkbox } from '@mantine/core';
import { SeveritySign } from '@nianbao/ui';
import { useState } from 'react';
import type { Outputs } from '../api/trpc.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { findingKey } from '../findings/finding-key.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './import.module.css';
import type { ImportChoice } from './import-choice.ts';
import { choiceOf, headDiffers, textDifferences, toggleKey } from './import-choice.ts';
import { ImportedFigures } from './imported-figures.tsx';
import { ImportedText } from './imported-text.tsx';

export type ImportResult = Outputs['imports']['read'];

interface ImportReviewProps {
  readonly detail: ReportDetail;
  readonly result: ImportResult;
  readonly busy: boolean;
  onTake(choice: ImportChoice): void;
  onAgain(): void;
}

/** What was understood of a file, against the draft, before anything is changed. */
export function ImportReview({ detail, result, busy, onTake, onAgain }: ImportReviewProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { report } = useWorkspace();
  const { understood, findings, differences } = result;
  const keys = differences.map(({ key }) => key);
  const [choice, setChoice] = useState<ImportChoice>(() => choiceOf('all', keys));
  const texts = textDifferences(report.get(), understood);
  const doubts = [
    result.otherAgency ? m.import.otherAgency(understood.agency ?? '', detail.agency.name) : null,
    result.otherYear ? m.import.otherYear(understood.year ?? 0, detail.year) : null,
    result.otherFormat ? m.import.otherFormat : null,
  ].filter((doubt) => doubt !== null);

  return (
    <>
      <p>
        <strong>{understood.title}</strong>
        <br />
        <span className="quiet">
          {m.import.understood(understood.agency ?? m.import.unknown, understood.year ?? 0, result.figures.length)}
        </span>
      </p>
      {doubts.length > 0 && (
        <div className="notice-box" data-severity="warning">
          {doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </div>
      )}
      {findings.length > 0 && (
        <section>
          <h3>{m.import.findings(findings.length)}</h3>
          <ul className={styles.findings}>
            {findings.map((finding) => (
              <li key={findingKey(finding)}>
                <SeveritySign severity={finding.severity} locale={locale} /> {finding[locale]?.message ?? finding.rule}{' '}
                <span className="quiet">{finding[locale]?.instruction}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="actions">
        {(['all', 'figures', 'text'] as const).map((what) => (
          <Button key={what} variant="default" size="compact-md" onClick={() => setChoice(choiceOf(what, keys))}>
            {m.import.take[what]}
          </Button>
        ))}
        <Button variant="subtle" size="compact-md" onClick={onAgain}>
          {m.import.again}
        </Button>
      </div>
      <ImportedFigures result={result} choice={choice} onToggle={(key) => setChoice(toggleKey(choice, key))} />
      {texts.length > 0 && (
        <section>
          <Checkbox
            mt="lg"
            label={m.import.takeText(texts.length)}
            checked={choice.text}
            onChange={(event) => setChoice({ ...choice, text: event.currentTarget.checked })}
          />
          <ImportedText texts={texts} read={understood} />
        </section>
      )}
      {headDiffers(report.get(), understood) && (
        <Checkbox
          mt="lg"
          label={m.import.takeHead}
          checked={choice.head}
          onChange={(event) => setChoice({ ...choice, head: event.currentTarget.checked })}
        />
      )}
      <div className={styles.foot}>
        <Button
          size="md"
          loading={busy}
          disabled={choice.keys.size === 0 && !choice.text && !choice.head}
          onClick={() => onTake(choice)}
        >
          {m.import.takeChosen(choice.keys.size, choice.text && texts.length > 0 ? texts.length : 0)}
        </Button>
        <span className="quiet small">{m.import.undoable}</span>
      </div>
    </>
  );
}

import { useMediaQuery } from '@mantine/hooks';
import type { Finding } from '@nianbao/core';
import { groupFindings, messagesIn } from '@nianbao/ui';
import { useDeferredValue, useState } from 'react';
import { useStore } from '../editor/store.ts';
import { findingId, goToFinding } from '../editor/use-finding-steps.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { ExplanationForm } from './explanation-form.tsx';
import type { Answer } from './explanations.ts';
import { answerTo, unexplained } from './explanations.ts';
import { FindingEntry } from './finding-entry.tsx';
import { findingKey } from './finding-key.ts';
import styles from './findings-panel.module.css';

interface FindingsPanelProps {
  readonly answers: readonly Answer[];
  readonly editable: boolean;
}

/** Everything that the check says of the report as it stands: one summary, each line leading to its place. */
export function FindingsPanel({ answers, editable }: FindingsPanelProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const workspace = useWorkspace();
  const { all } = useDeferredValue(useStore(workspace.findings, (live) => live));
  const wide = useMediaQuery('(min-width: 72rem)', true, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const selected = useStore(workspace.selected, (key) => key);
  const { facts } = workspace.report.get();
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const open = unexplained(all, answers, facts).length;

  const repair = (finding: Finding) => {
    if (finding.repair === null) return;
    workspace.draft.edit([{ kind: 'fact', key: finding.repair.cell, value: finding.repair.value }]);
  };
  const below = (finding: Finding) => {
    const given = finding.severity === 'warning' ? answerTo(answers, finding, facts) : null;
    if (finding.severity !== 'warning' || (!editable && given === null)) return undefined;
    if (editable) {
      return (
        <ExplanationForm
          reportId={workspace.id}
          finding={finding}
          facts={facts}
          given={given}
          beforeSaving={workspace.draft.flush}
        />
      );
    }
    return (
      <p className={styles.given}>
        <span className="quiet small">{given?.stands === true ? m.explanation.given : m.explanation.outdated}</span>
        <br />
        {given?.answer.text}
      </p>
    );
  };

  return (
    <section className={styles.panel} aria-labelledby="findings-title">
      <h2 id="findings-title" className={styles.title}>
        {m.findings.title}
      </h2>
      <p className={styles.summary} role="status">
        {all.length === 0 ? m.findings.none : m.findings.summary(errors, open)}
      </p>
      {wide && all.length > 0 && (
        <p className="quiet small">
          <kbd>F8</kbd> {m.findings.keys}
        </p>
      )}
      {!wide && all.length > 0 && (
        <button type="button" className="link-button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? m.findings.fold : m.findings.unfold(all.length)}
        </button>
      )}
      {(wide || opened) &&
        groupFindings([...all]).map(({ group, findings }) => (
          <section key={group}>
            <h3 className={styles.group}>{messagesIn(locale).groups[group]}</h3>
            <ul className={styles.list}>
              {findings.map((finding) => {
                const key = findingKey(finding);
                return (
                  <li key={key}>
                    <FindingEntry
                      finding={finding}
                      id={findingId(key)}
                      selected={key === selected}
                      onGo={() => goToFinding(workspace, key)}
                      onRepair={editable ? repair : null}
                      below={below(finding)}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
    </section>
  );
}

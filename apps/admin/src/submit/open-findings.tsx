import type { Finding } from '@nianbao/core';
import { describe, ruleById } from '@nianbao/core';
import { SeveritySign } from '@nianbao/ui';
import { Link } from '@tanstack/react-router';
import type { ReportDetail } from '../editor/workspace.ts';
import { ExplanationForm } from '../findings/explanation-form.tsx';
import { answerTo } from '../findings/explanations.ts';
import { findingKey } from '../findings/finding-key.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import styles from './submit.module.css';

interface OpenFindingsProps {
  readonly detail: ReportDetail;
  readonly findings: readonly Finding[];
}

/** Errors lead back to their place; warnings can be explained right here. */
export function OpenFindings({ detail, findings }: OpenFindingsProps) {
  const { locale } = usePreferences();
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        const key = findingKey(finding);
        const kind = ruleById.get(finding.rule);
        const message = kind === undefined ? finding.rule : describe(kind, finding, locale).message;
        return (
          <li key={key}>
            <SeveritySign severity={finding.severity} locale={locale} />{' '}
            <Link to="/reports/$reportId" params={{ reportId: detail.id }} hash={key}>
              {message}
            </Link>
            {finding.severity === 'warning' && (
              <ExplanationForm
                reportId={detail.id}
                finding={finding}
                facts={detail.report.facts}
                given={answerTo(detail.explanations, finding, detail.report.facts)}
                beforeSaving={async () => undefined}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

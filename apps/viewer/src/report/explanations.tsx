import type { Finding, Locale } from '@nianbao/core';
import { describe, ruleById } from '@nianbao/core';
import { FindingList } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { PublishedReport } from '../viewer-data.ts';

interface ExplanationsProps {
  readonly published: PublishedReport;
  readonly locale: Locale;
  /** Address of a figure's explanation in this page. */
  readonly hrefOf: (key: string) => string;
}

/** What the check found at publication, each with the organ's written answer. */
export function Explanations({ published, locale, hrefOf }: ExplanationsProps) {
  const messages = messagesIn(locale);
  const answerTo = ({ rule, instance }: Finding) =>
    published.explanations.find((explanation) => explanation.rule === rule && explanation.instance === instance);
  const shown = published.findings.filter(
    (finding) => finding.severity !== 'notice' || answerTo(finding) !== undefined,
  );
  return (
    <section aria-labelledby="explanations" className="supplement">
      <h2 id="explanations">{messages.explanations}</h2>
      <p>{shown.length === 0 ? messages.noWarnings : messages.explanationsLead}</p>
      {shown.length > 0 && (
        <FindingList
          findings={shown}
          locale={locale}
          describe={(finding) => {
            const rule = ruleById.get(finding.rule);
            if (rule === undefined) return null;
            return { ...describe(rule, finding, locale), instruction: '' };
          }}
          hrefOf={(finding) => {
            const [cell] = finding.cells;
            if (cell !== undefined) return hrefOf(cell);
            if (finding.place?.kind !== 'text' || typeof finding.place.section !== 'number') return null;
            return `#section-${finding.place.section + 1}`;
          }}
          below={(finding) => (
            <blockquote className="answer" lang="zh-CN">
              {answerTo(finding)?.text ?? <span className="nb-absent">{messages.noExplanation}</span>}
            </blockquote>
          )}
        />
      )}
      <p className="note">{messages.checkedWith(published.ruleSetVersion)}</p>
    </section>
  );
}

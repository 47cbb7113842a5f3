import type { Description, Finding, Locale } from '@nianbao/core';
import type { ReactNode } from 'react';
import { formatFigure } from '../figures/format-figure.ts';
import { messagesIn } from '../messages/messages.ts';
import { groupFindings } from './finding-group.ts';
import { SeveritySign } from './severity-sign.tsx';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly locale: Locale;
  /** The sentences of a finding; null for a rule that this version does not have. */
  readonly describe: (finding: Finding) => Description | null;
  /** Where a finding leads: its cell or passage in the page. Null or absent for no link. */
  readonly hrefOf?: (finding: Finding) => string | null;
  /** Stands under a finding: the explanation given, or the form to give one. */
  readonly below?: (finding: Finding) => ReactNode;
  /** Level of the headings over each part of the report. */
  readonly headingLevel?: 'h2' | 'h3' | 'h4';
}

/** Findings by part of the report, each with sign and word, both sides, and what to do next. */
export function FindingList(props: FindingListProps) {
  const { findings, locale, headingLevel: Heading = 'h3' } = props;
  const messages = messagesIn(locale);
  if (findings.length === 0) return <p className="nb-no-findings">{messages.noFindings}</p>;
  return (
    <div className="nb-findings">
      {groupFindings(findings).map(({ group, findings: own }) => (
        <section key={group}>
          <Heading>{messages.groups[group]}</Heading>
          <ul>
            {own.map((finding) => (
              <li key={`${finding.rule} ${finding.instance} ${finding.cells.join()} ${placeKey(finding)}`}>
                <FindingItem {...props} finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function placeKey({ place }: Finding): string {
  if (place === null) return '';
  return place.kind === 'text' ? `${place.section} ${place.block} ${place.start}` : `${place.line} ${place.column}`;
}

function FindingItem({ finding, locale, describe, hrefOf, below }: FindingListProps & { readonly finding: Finding }) {
  const messages = messagesIn(locale);
  const description = describe(finding);
  const href = hrefOf?.(finding) ?? null;
  const message = description?.message ?? messages.unknownRule;
  const sides = [
    [messages.expected, finding.expected],
    [messages.actual, finding.actual],
    [messages.difference, finding.difference],
  ] as const;
  return (
    <div className="nb-finding" data-severity={finding.severity}>
      <p className="nb-finding-head">
        <SeveritySign severity={finding.severity} locale={locale} />
        <span>{description?.title}</span>
        <code>{finding.rule}</code>
      </p>
      <p>{href === null ? message : <a href={href}>{message}</a>}</p>
      {sides.some(([, side]) => side !== null) && (
        <dl className="nb-sides">
          {sides
            .filter(([, side]) => side !== null)
            .map(([name, side]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof side === 'number' ? formatFigure(side, locale) : side}</dd>
              </div>
            ))}
        </dl>
      )}
      {description !== null && description.instruction !== '' && (
        <p className="nb-instruction">
          <span>{messages.instruction}</span>
          {description.instruction}
        </p>
      )}
      {below?.(finding)}
    </div>
  );
}

import type { Locale, Report } from '@nianbao/core';
import { labelIn, officialTitle, sectionHeading } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';

interface ContentsProps {
  readonly report: Report;
  readonly locale: Locale;
}

/** The table of contents: the report's own sections, then what the site adds. */
function ContentsList({ report, locale }: ContentsProps) {
  const messages = messagesIn(locale);
  return (
    <>
      <ol>
        {report.sections.map((section, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its position
          <li key={position}>
            <a href={`#section-${position + 1}`} lang="zh-CN">
              {sectionHeading(section)}
            </a>
            {locale !== 'zh' && section.id !== null && (
              <span className="hint">{labelIn(officialTitle(section.id), locale)}</span>
            )}
          </li>
        ))}
      </ol>
      <ul>
        <li>
          <a href="#rates">{messages.rates}</a>
        </li>
        <li>
          <a href="#explanations">{messages.explanations}</a>
        </li>
        <li>
          <a href="#versions">{messages.versions}</a>
        </li>
      </ul>
    </>
  );
}

/** The contents beside the report, where the screen is wide enough for both. */
export function Contents(props: ContentsProps) {
  const messages = messagesIn(props.locale);
  return (
    <nav className="contents contents-beside nb-screen-only" aria-label={messages.contents}>
      <h2>{messages.contents}</h2>
      <ContentsList {...props} />
    </nav>
  );
}

/** The contents folded away under the title, where it is not. */
export function FoldedContents(props: ContentsProps) {
  const messages = messagesIn(props.locale);
  return (
    <nav className="contents contents-folded nb-screen-only" aria-label={messages.contents}>
      <details>
        <summary>{messages.contents}</summary>
        <ContentsList {...props} />
      </details>
    </nav>
  );
}

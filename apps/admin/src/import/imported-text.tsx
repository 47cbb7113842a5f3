import type { Report } from '@nianbao/core';
import { sectionHeading } from '@nianbao/core';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './import.module.css';
import type { TextDifference } from './import-choice.ts';

interface ImportedTextProps {
  readonly texts: readonly TextDifference[];
  readonly read: Report;
}

/** Each part of the text that the file says otherwise, the draft's words beside the file's. */
export function ImportedText({ texts, read }: ImportedTextProps) {
  const m = useMessages();
  return texts.map(({ field, draft, read: words }) => {
    const section = typeof field === 'number' ? read.sections[field] : undefined;
    return (
      <details key={field} className={styles.text}>
        <summary>{section === undefined ? m.head.preface : sectionHeading(section)}</summary>
        <div className={styles.sides}>
          <div>
            <p className="quiet small">{m.import.inDraft}</p>
            <p className="keep-lines">{draft || m.import.blank}</p>
          </div>
          <div>
            <p className="quiet small">{m.import.inFile}</p>
            <p className="keep-lines">{words}</p>
          </div>
        </div>
      </details>
    );
  });
}

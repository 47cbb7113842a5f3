import { formatDate } from '@nianbao/ui';
import { useStore } from '../editor/store.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { fileSize } from './file-size.ts';
import { countCells } from './read-cells.ts';
import styles from './review.module.css';
import { mayBeWrong, useReview } from './review.ts';

/** What kind of file was read, and what was understood of it as a whole. */
export function ImportHead({ detail }: { readonly detail: ReportDetail }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { result, offering } = useReview();
  const { understood, file, findings, copy } = result;
  const cells = useStore(offering, (value) => value.cells);
  const { read, takeable, states } = countCells(cells);
  const { head, counts } = m.import;
  const staged = (stage: 'reading' | 'content') => findings.filter((finding) => finding.stage === stage).length;
  const rows: readonly (readonly [name: string, value: string])[] = [
    [head.file, head.fileValue(file.name, m.import.kinds[file.kind], fileSize(file.size))],
    [head.agency, understood.agency ?? head.unknown],
    [head.year, understood.year === null ? head.unknown : String(understood.year)],
    [head.tables, head.formats[understood.format ?? 'none']],
    [head.publishedOn, understood.publishedOn === null ? head.unknown : formatDate(understood.publishedOn, locale)],
    [
      head.figures,
      [
        counts.read(read),
        ...(states.uncertain > 0 ? [counts.uncertain(states.uncertain)] : []),
        ...(states.unreadable > 0 ? [counts.unreadable(states.unreadable)] : []),
        ...(states.missing > 0 ? [counts.missing(states.missing)] : []),
        counts.different(takeable),
      ].join(m.import.bar.separator),
    ],
    [head.sections, head.sectionsValue(understood.sections.length, understood.preface.length > 0)],
    [head.notices, head.noticesValue(staged('reading'), staged('content'))],
  ];
  const doubts = [
    result.otherAgency ? m.import.otherAgency(understood.agency ?? '', detail.agency.name) : null,
    result.otherYear ? m.import.otherYear(understood.year ?? 0, detail.year) : null,
    mayBeWrong(result) ? m.import.wrongFile : null,
  ].filter((doubt) => doubt !== null);

  return (
    <div>
      <p className={styles.readTitle} lang="zh-CN">
        {understood.title || file.name}
      </p>
      {doubts.length > 0 && (
        <div className={`notice-box ${styles.doubts}`} data-severity="warning" role="alert">
          {doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </div>
      )}
      <dl className={styles.understood}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {copy !== 'none' && <p className="quiet small">{m.import.copy[copy]}</p>}
    </div>
  );
}

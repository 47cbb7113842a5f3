import { Checkbox } from '@mantine/core';
import { useStore } from '../editor/store.ts';
import { useMessages } from '../preferences/preferences.tsx';
import { toggleHead } from './import-choice.ts';
import styles from './review.module.css';
import { useReview } from './review.ts';

/** Title, date, index number and contact where the file says them otherwise, one by one. */
export function ImportedHeadFields() {
  const m = useMessages();
  const { offering, choice } = useReview();
  const offers = useStore(offering, (value) => value.offers.head);
  const chosen = useStore(choice, ({ head }) => head);
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="import-head-fields">
      <h2 id="import-head-fields" className={styles.heading}>
        {m.import.headFields.title}
      </h2>
      <table className={`data-table ${styles.headFields}`}>
        <thead>
          <tr>
            <th scope="col">{m.import.headFields.field}</th>
            <th scope="col">{m.import.inDraft}</th>
            <th scope="col">{m.import.inFile}</th>
          </tr>
        </thead>
        <tbody>
          {offers.map(({ field, draft, read }) => (
            <tr key={field}>
              <th scope="row">
                <Checkbox
                  size="md"
                  label={m.head[field]}
                  aria-label={m.import.headFields.takeField(m.head[field])}
                  checked={chosen.has(field)}
                  onChange={() => choice.set(toggleHead(choice.get(), field))}
                />
              </th>
              <td data-side={m.import.inDraft}>{draft || <span className="quiet">{m.import.blank}</span>}</td>
              <td data-side={m.import.inFile}>
                <strong>{read}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

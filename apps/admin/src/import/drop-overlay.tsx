import { useMessages } from '../preferences/preferences.tsx';
import styles from './import.module.css';

/** Shows that the whole page takes the file that is being dragged over it. */
export function DropOverlay({ report }: { readonly report: string }) {
  const m = useMessages();
  return (
    <div className={styles.overlay} role="status">
      <p className={styles.overlayText}>
        <strong>{m.import.dropTitle}</strong>
        <span>{m.import.dropInto(report)}</span>
        <span className="quiet small">{m.import.accepts}</span>
      </p>
    </div>
  );
}

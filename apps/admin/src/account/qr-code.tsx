import { encode } from 'uqr';
import styles from './account.module.css';

/** A text as a QR code, dark on white in every theme, as cameras want it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={label} className={styles.picture} viewBox={`0 0 ${size} ${size}`}>
      <path d={squares.join('')} fill="currentColor" />
    </svg>
  );
}

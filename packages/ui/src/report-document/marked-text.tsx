import type { Passage } from './passage.ts';
import { cutText } from './passage.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Where the text begins within its block. */
  readonly offset?: number;
  readonly passages: readonly Passage[];
}

/** Text with its line breaks kept and the passages of findings underlined in the manner of their severity. */
export function MarkedText({ text, offset = 0, passages }: MarkedTextProps) {
  if (passages.length === 0) return text;
  return cutText(text, offset, passages).map((piece) =>
    piece.severity === null ? (
      piece.text
    ) : (
      <mark key={piece.start} className="nb-passage" data-severity={piece.severity}>
        {piece.text}
      </mark>
    ),
  );
}

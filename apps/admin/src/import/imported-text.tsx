import { Button, Checkbox } from '@mantine/core';
import { sectionHeading } from '@nianbao/core';
import { useMemo } from 'react';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import type { Offer, TextField } from './import-choice.ts';
import { toggleText } from './import-choice.ts';
import styles from './review.module.css';
import { useReview } from './review.ts';
import type { Stretch } from './word-differences.ts';
import { wordDifferences } from './word-differences.ts';

/** The id of a part of the text on the page: `preface`, or the name of its official section. */
export function textPartId(field: string): string {
  return `import-text-${field}`;
}

/** The parts of the text that the file says otherwise, the draft's words beside the file's, with what differs marked. */
export function ImportedText() {
  const m = useMessages();
  const { offering, choice } = useReview();
  const offers = useStore(offering, (value) => value.offers.text);
  const taken = useStore(choice, ({ text }) => text.size);
  const setAll = (fields: readonly TextField[]) => choice.set({ ...choice.get(), text: new Set(fields) });
  return (
    <section aria-labelledby="import-text">
      <h2 id="import-text" className={styles.heading}>
        {m.import.text.title}
      </h2>
      {offers.length === 0 && <p>{m.import.text.same}</p>}
      {offers.length > 1 && (
        <div className="actions">
          <Button
            variant="subtle"
            size="compact-md"
            disabled={taken === offers.length}
            onClick={() => setAll(offers.map(({ field }) => field))}
          >
            {m.import.text.takeAll}
          </Button>
          <Button variant="subtle" size="compact-md" disabled={taken === 0} onClick={() => setAll([])}>
            {m.import.text.leaveAll}
          </Button>
        </div>
      )}
      {offers.map((offer) => (
        <TextPart key={offer.field} offer={offer} />
      ))}
    </section>
  );
}

function TextPart({ offer }: { readonly offer: Offer<TextField> }) {
  const m = useMessages();
  const { report } = useWorkspace();
  const { choice } = useReview();
  const { field, draft, read } = offer;
  const section = useStore(report, ({ sections }) => (field === 'preface' ? undefined : sections[field]));
  const taken = useStore(choice, ({ text }) => text.has(field));
  const name = section === undefined ? m.head.preface : sectionHeading(section);
  const sides = useMemo(() => wordDifferences(draft, read), [draft, read]);
  return (
    <article id={textPartId(section?.id ?? String(field))} tabIndex={-1} className={styles.part} aria-label={name}>
      <div className={styles.partHead}>
        <Checkbox
          size="md"
          label={name}
          aria-label={m.import.text.takePart(name)}
          checked={taken}
          onChange={() => choice.set(toggleText(choice.get(), field))}
        />
        <span className="quiet small">{draft === '' ? m.import.text.newPart : m.import.text.differs}</span>
      </div>
      <div className={styles.sides} data-alone={draft === '' ? '' : undefined}>
        {draft !== '' && <Side name={m.import.inDraft} stretches={sides.draft} changed="del" />}
        <Side
          name={m.import.inFile}
          stretches={draft === '' ? [{ text: read, changed: false }] : sides.read}
          changed="ins"
        />
      </div>
    </article>
  );
}

interface SideProps {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  /** The element for words that the other side does not have. */
  readonly changed: 'del' | 'ins';
}

function Side({ name, stretches, changed: Changed }: SideProps) {
  return (
    <div>
      <h3 className="quiet small">{name}</h3>
      <p className="keep-lines" lang="zh-CN">
        {stretches.map(({ text, changed }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never move
          changed ? <Changed key={at}>{text}</Changed> : <span key={at}>{text}</span>,
        )}
      </p>
    </div>
  );
}

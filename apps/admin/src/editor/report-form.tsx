import type { StatutoryTable } from '@nianbao/core';
import { labelIn, officialTitle, sectionHeading } from '@nianbao/core';
import { TableForm } from '../figures/table-form.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { BlockEditor } from '../text/block-editor.tsx';
import { MarkedTextarea } from '../text/marked-textarea.tsx';
import styles from './editor.module.css';
import { HeadFields, TitleField } from './head-fields.tsx';
import { useStore } from './store.ts';
import { useWorkspace } from './workspace-context.tsx';

/** The whole report as one document to be filled in, in the statutory order. */
export function ReportForm() {
  const m = useMessages();
  const { draft, report, format } = useWorkspace();
  const preface = useStore(report, (value) => value.preface);
  const count = useStore(report, (value) => value.sections.length);
  const ids = useStore(report, (value) => value.sections.map(({ id }) => id).join());
  const placed = new Set(ids.split(','));
  const sectionIdOf = (table: StatutoryTable) =>
    format?.sections.find(({ number }) => number === table.section)?.id ?? '';
  const homeless = format?.tables.filter((table) => !placed.has(sectionIdOf(table))) ?? [];
  return (
    <div className={styles.document}>
      <TitleField />
      <HeadFields />
      <section aria-label={m.head.preface}>
        <BlockEditor
          blocks={preface}
          section="preface"
          title={m.head.preface}
          prompt={m.head.prompts.preface}
          onChange={(blocks) => draft.edit([{ kind: 'preface', blocks }])}
        />
      </section>
      {Array.from({ length: count }, (_, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its position
        <SectionForm key={position} position={position} />
      ))}
      {format !== null && homeless.map((table) => <TableForm key={table.id} format={format} table={table} />)}
    </div>
  );
}

function SectionForm({ position }: { readonly position: number }) {
  const { locale } = usePreferences();
  const m = useMessages();
  const { draft, report, format } = useWorkspace();
  const section = useStore(report, (value) => value.sections[position]);
  const first = useStore(report, (value) => value.sections.findIndex(({ id }) => id === section?.id) === position);
  if (section === undefined) return null;
  const { id, title, blocks } = section;
  const number = format?.sections.find((official) => official.id === id)?.number;
  const table = first ? format?.tables.find((candidate) => candidate.section === number) : undefined;
  const heading = sectionHeading(section);
  const numeral = heading.endsWith(title) ? heading.slice(0, heading.length - title.length) : '';
  return (
    <section className={styles.section} aria-labelledby={`section-${position + 1}`}>
      <h2 id={`section-${position + 1}`} className={styles.sectionTitle}>
        {numeral !== '' && <span>{numeral}</span>}
        <MarkedTextarea
          className={styles.sectionTitleField}
          aria-label={m.head.sectionTitle(position + 1)}
          value={title}
          passages={[]}
          onChange={(event) =>
            draft.edit([{ kind: 'section', position, title: event.currentTarget.value.replaceAll('\n', ''), blocks }])
          }
        />
        {locale === 'en' && id !== null && <span className="nb-gloss">{labelIn(officialTitle(id), 'en')}</span>}
      </h2>
      {table !== undefined && format !== null && <TableForm format={format} table={table} />}
      <BlockEditor
        blocks={blocks}
        section={position}
        title={heading}
        prompt={table === undefined && id !== null ? m.head.prompts[id] : null}
        onChange={(changed) => draft.edit([{ kind: 'section', position, title, blocks: changed }])}
      />
    </section>
  );
}

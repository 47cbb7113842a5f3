import { TextInput } from '@mantine/core';
import type { Change, Contact } from '@nianbao/core';
import { passagesOf } from '@nianbao/ui';
import { useMemo } from 'react';
import { useMessages } from '../preferences/preferences.tsx';
import { MarkedTextarea } from '../text/marked-textarea.tsx';
import styles from './editor.module.css';
import { blockName } from './focus-anchor.ts';
import { useStore } from './store.ts';
import { useWorkspace } from './workspace-context.tsx';

const noContact: Contact = { name: null, address: null, postcode: null, phones: [], emails: [] };
const contactLines = ['name', 'address', 'postcode'] as const;
const contactLists = ['phones', 'emails'] as const;

const orNull = (text: string) => (text === '' ? null : text);
const split = (text: string) => text.split(/[、，,;；]/).map((part) => part.trim());

/** The report's title, as the head of the page. */
export function TitleField() {
  const m = useMessages();
  const { draft, report, findings } = useWorkspace();
  const title = useStore(report, (value) => value.title);
  const all = useStore(findings, (live) => live.all);
  const passages = useMemo(() => passagesOf(all).filter(({ section }) => section === 'title'), [all]);
  return (
    <h1 className={styles.title}>
      <MarkedTextarea
        data-block={blockName('title', 0)}
        aria-label={m.head.title}
        value={title}
        passages={passages}
        onChange={(event) =>
          draft.edit([{ kind: 'head', field: 'title', value: event.currentTarget.value.replaceAll('\n', '') }])
        }
      />
    </h1>
  );
}

/** Dates, index number and contact: what the public page says about the report besides its text. */
export function HeadFields() {
  const m = useMessages();
  const { draft, report } = useWorkspace();
  const writtenOn = useStore(report, (value) => value.writtenOn);
  const indexNumber = useStore(report, (value) => value.indexNumber);
  const contact = useStore(report, (value) => value.contact) ?? noContact;
  const set = (change: Change) => draft.edit([change]);
  const setContact = (changes: Partial<Contact>) =>
    set({ kind: 'head', field: 'contact', value: { ...contact, ...changes } });
  return (
    <details className={styles.head}>
      <summary>{m.head.summary}</summary>
      <div className={styles.headFields}>
        <TextInput
          type="date"
          label={m.head.writtenOn}
          value={writtenOn ?? ''}
          onChange={(event) => set({ kind: 'head', field: 'writtenOn', value: orNull(event.currentTarget.value) })}
        />
        <TextInput
          label={m.head.indexNumber}
          maxLength={100}
          value={indexNumber ?? ''}
          onChange={(event) => set({ kind: 'head', field: 'indexNumber', value: orNull(event.currentTarget.value) })}
        />
        {contactLines.map((field) => (
          <TextInput
            key={field}
            label={m.head.contactFields[field]}
            value={contact[field] ?? ''}
            onChange={(event) => setContact({ [field]: orNull(event.currentTarget.value) })}
          />
        ))}
        {contactLists.map((field) => (
          <TextInput
            key={field}
            label={m.head.contactFields[field]}
            description={m.head.several}
            value={contact[field].join('、')}
            onChange={(event) =>
              setContact({ [field]: split(event.currentTarget.value).filter((part) => part !== '') })
            }
          />
        ))}
      </div>
    </details>
  );
}

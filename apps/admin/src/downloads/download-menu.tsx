import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReportDetail } from '../editor/workspace.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { downloadDocument } from './download-document.ts';
import styles from './download-menu.module.css';

interface DownloadMenuProps {
  readonly detail: Pick<ReportDetail, 'id' | 'documents'>;
  /** Saves what has been typed, so that the document has it. */
  readonly beforeDownload?: () => Promise<void>;
}

/** The report as a document to take away, in each kind that the server writes. */
export function DownloadMenu({ detail, beforeDownload }: DownloadMenuProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const download = async (format: ReportDetail['documents'][number]['id']) => {
    await beforeDownload?.();
    const problem = await downloadDocument(detail.id, format);
    if (problem !== null) {
      notifications.show({ color: 'red', message: problem.text?.[locale] ?? m.problems[problem.kind].next });
    }
  };
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md">
          {m.downloads.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {detail.documents.map(({ id }) => (
          <Menu.Item key={id} onClick={() => void download(id)}>
            <span className={styles.item}>
              <strong>{id.toUpperCase()}</strong>
              <span className="quiet">{m.downloads.hints[id]}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

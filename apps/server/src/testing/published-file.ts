import { fillIn, move, soundReport } from './reports.ts';
import type { TestServer } from './test-server.ts';

export interface PublishedFile {
  readonly reportId: string;
  readonly attachmentId: string;
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** Publishes 云溪县林业局's report of 2025 with a file that goes to the public with it, as people do. */
export async function publishWithFile(server: TestServer): Promise<PublishedFile> {
  const [editor, reviewer] = [await server.as('editor'), await server.as('reviewer')];
  const { id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  await fillIn(editor, reportId, soundReport());
  const form = new FormData();
  form.set('reportId', reportId);
  form.set('file', new File(['公开附件'], '公开附件.txt'));
  form.set('public', '1');
  const { id: attachmentId, digest } = await editor.attachments.add.mutate(form);
  await move(editor, reportId, { move: 'submit' });
  await move(reviewer, reportId, { move: 'approve' });
  await move(reviewer, reportId, { move: 'publish' });
  return { reportId, attachmentId, digest };
}

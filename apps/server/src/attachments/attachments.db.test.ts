import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { takeBackup } from '@nianbao/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workJobs } from '../jobs/work-jobs.ts';
import { backedUpBlobs } from '../operations/backed-up-blobs.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let reportId: string;

beforeEach(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  reportId = id;
});
afterEach(() => server.close());

const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n% ${words}\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function upload(name: string, bytes: Uint8Array<ArrayBuffer>, isPublic = false): FormData {
  const form = new FormData();
  form.set('reportId', reportId);
  form.set('file', new File([bytes], name));
  form.set('public', isPublic ? '1' : '0');
  return form;
}

const attach = (name: string, bytes: Uint8Array<ArrayBuffer>, isPublic = false) =>
  editor.attachments.add.mutate(upload(name, bytes, isPublic));

async function makePublic(): Promise<void> {
  await move(editor, reportId, { move: 'submit' });
  await move(reviewer, reportId, { move: 'approve' });
  await move(reviewer, reportId, { move: 'publish' });
}

/** Does the jobs that wait, until something is true. */
async function workUntil(isDone: () => Promise<boolean>): Promise<void> {
  const jobs = await workJobs(server.jobParts, 0.5);
  while (!(await isDone())) await new Promise((settle) => setImmediate(settle));
  await jobs.stop();
}

describe('a file of a report', () => {
  test('comes back as it was, to be saved and not shown, for those who may read the report', async () => {
    const bytes = pdf('说明');
    const { id, ...added } = await attach('情况 说明.exe', bytes);
    expect(added).toMatchObject({
      ...{ name: '情况 说明.exe.pdf', mediaType: 'application/pdf', size: bytes.length, digest: sha256(bytes) },
      ...{ public: false, uploadedBy: 'editor' },
    });
    const path = `/api/reports/${reportId}/attachments/${id}`;
    const answer = await server.requestAs('reviewer', path);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="attachment\.pdf"; filename\*=UTF-8''/,
    );
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const statuses = await Promise.all(
      ([null, 'otherEditor', 'stranger', 'nobody'] as const).map(async (person) => {
        return (await server.requestAs(person, path)).status;
      }),
    );
    expect(statuses).toEqual([401, 404, 404, 404]);
    expect((await editor.reports.get.query({ id: reportId })).attachments).toMatchObject([{ id }]);
  });

  test('that could run is refused with the reason in both languages, and nothing of it is kept', async () => {
    const page = new TextEncoder().encode('<!DOCTYPE html><script>alert(1)</script>');
    const refusal = await refusalOf(attach('附件.pdf', page));
    expect(refusal).toMatchObject({ code: 'ATTACHMENT_REFUSED', httpStatus: 422 });
    expect(refusal.details.reason).toMatchObject({ code: 'active', zh: expect.stringContaining('不能作为附件') });
    expect(await server.blobs.has(sha256(page))).toBe(false);
  });

  test('of more than 20 MB is refused', async () => {
    const call = attach('a.pdf', new Uint8Array(20 * 1024 * 1024 + 1));
    expect(await refusalOf(call)).toMatchObject({ code: 'TOO_LARGE', httpStatus: 413 });
  });

  test('is kept once, and deleted when the last report has let go of it', async () => {
    const bytes = pdf('附表');
    const { id } = await attach('甲.pdf', bytes);
    const other = await attach('乙.pdf', bytes);
    expect(await refusalOf(attach('甲.pdf', pdf('另一份')))).toMatchObject({
      details: { reason: { code: 'sameName' } },
    });
    await editor.attachments.remove.mutate({ reportId, attachmentId: id });
    expect((await server.requestAs('editor', `/api/reports/${reportId}/attachments/${other.id}`)).status).toBe(200);
    await editor.attachments.remove.mutate({ reportId, attachmentId: other.id });
    await workUntil(async () => !(await server.blobs.has(other.digest)));
    // What was stored for the refused file goes too.
    await workUntil(async () => !(await server.blobs.has(sha256(pdf('另一份')))));
  });
});

describe('a public file', () => {
  const versionPath = (version: number, digest: string) =>
    `/agencies/${server.agencies.forestry.id}/2025/versions/${version}/attachments/${digest}`;

  test('goes to the public with the report, at an address that lasts, and stays when it is taken off the report', async () => {
    await fillIn(editor, reportId, soundReport());
    const bytes = pdf('公开附件');
    const { id, digest } = await attach('公开附件.pdf', bytes, true);
    await attach('内部.pdf', pdf('内部'));
    expect(await (await server.request(versionPath(1, digest))).text()).toBe('site');
    await makePublic();
    const anyone = await server.as(null);
    const key = { agencyId: server.agencies.forestry.id, year: 2025 };
    const { attachments } = await anyone.published.get.query(key);
    expect(attachments).toEqual([
      { name: '公开附件.pdf', mediaType: 'application/pdf', size: bytes.length, digest, path: versionPath(1, digest) },
    ]);
    const answer = await server.request(versionPath(1, digest));
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    const etag = answer.headers.get('etag') ?? '';
    const known = await server.request(versionPath(1, digest), { headers: { 'if-none-match': etag } });
    expect(known.status).toBe(304);

    await move(reviewer, reportId, { move: 'correct', reason: '更换附件。' });
    await editor.attachments.remove.mutate({ reportId, attachmentId: id });
    await attach('新附件.pdf', pdf('新附件'), true);
    await makePublic();
    expect((await anyone.published.get.query(key)).attachments.map(({ name }) => name)).toEqual(['新附件.pdf']);
    const changed = await anyone.published.compare.query({ ...key, from: 1, to: 2 });
    expect(changed.attachments).toMatchObject({ added: [{ name: '新附件.pdf' }], removed: [{ name: '公开附件.pdf' }] });

    const file = join(mkdtempSync(join(tmpdir(), 'nianbao-backup-')), 'backup.tar.gz');
    const parts = { url: server.url, file, version: '0.1.0', now: server.clock, repeating: new Set<string>() };
    const { manifest, missing } = await takeBackup({ ...parts, blobs: backedUpBlobs(server.blobs) }, () => {});
    expect({ files: manifest.blobs.files, missing }).toEqual({ files: 3, missing: [] });
    rmSync(dirname(file), { recursive: true });

    const gone = await attach('无用.pdf', pdf('无用'));
    await editor.attachments.remove.mutate({ reportId, attachmentId: gone.id });
    await workUntil(async () => !(await server.blobs.has(gone.digest)));
    expect((await server.request(versionPath(1, digest))).status).toBe(200);
  });

  test('is part of what is approved: another one voids the approval, and under review there is none', async () => {
    await fillIn(editor, reportId, soundReport());
    await move(editor, reportId, { move: 'submit' });
    expect(await refusalOf(attach('晚.pdf', pdf('晚'), true))).toMatchObject({ code: 'NOT_EDITABLE' });
    await reviewer.attachments.add.mutate(upload('审核依据.pdf', pdf('依据')));
    await move(reviewer, reportId, { move: 'approve' });
    expect(await refusalOf(reviewer.attachments.add.mutate(upload('公开.pdf', pdf('公开'), true)))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await attach('晚.pdf', pdf('晚'), true);
    expect(await editor.reports.get.query({ id: reportId })).toMatchObject({ state: 'draft', approval: null });
  });

  test('comes back when a correction is given up', async () => {
    await fillIn(editor, reportId, soundReport());
    const { id } = await attach('公开附件.pdf', pdf('公开附件'), true);
    await makePublic();
    await move(reviewer, reportId, { move: 'correct', reason: '拟更换附件。' });
    await editor.attachments.remove.mutate({ reportId, attachmentId: id });
    await move(reviewer, reportId, { move: 'abandonCorrection' });
    expect((await editor.attachments.list.query({ reportId })).attachments).toMatchObject([
      { name: '公开附件.pdf', public: true },
    ]);
  });
});

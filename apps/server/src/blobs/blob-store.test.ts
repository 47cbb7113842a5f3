import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { S3Process } from '../testing/s3-process.ts';
import { startS3Process } from '../testing/s3-process.ts';
import type { BlobStore } from './blob-store.ts';
import { folderBlobs } from './folder-blobs.ts';
import { s3Blobs } from './s3-blobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-blobs-'));
let s3: S3Process;
beforeAll(async () => {
  s3 = await startS3Process(['attachments']);
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stores: readonly (readonly [string, () => BlobStore])[] = [
  ['a folder', () => folderBlobs(folder)],
  ['a bucket', () => s3Blobs({ ...s3.settings, address: `${s3.origin}/attachments/of one server/` })],
];

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const absent = sha256(Buffer.from('nothing like it'));

async function* inParts(bytes: Uint8Array) {
  for (let from = 0; from < bytes.length; from += 100_000) yield bytes.subarray(from, from + 100_000);
}

describe.each(stores)('%s', (_name, open) => {
  test('gives back the bytes that came as a stream, by their digest', async () => {
    const store = open();
    const bytes = randomBytes(3_000_001);
    const stored = await store.put(inParts(bytes));
    expect(stored).toEqual({ digest: sha256(bytes), size: bytes.length });
    const stream = await store.get(stored.digest);
    expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('keeps the same bytes once, also when they arrive several times at once', async () => {
    const store = open();
    const bytes = randomBytes(70_000);
    const all = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    expect(new Set(all.map(({ digest }) => digest))).toEqual(new Set([sha256(bytes)]));
    await store.delete(sha256(bytes));
    expect(await store.has(sha256(bytes))).toBe(false);
  });

  test('an empty file is a file', async () => {
    const store = open();
    const { digest } = await store.put(new Uint8Array());
    expect(await store.has(digest)).toBe(true);
    expect(await new Response(await store.get(digest)).text()).toBe('');
  });

  test('says what is not there, and deleting that is no error', async () => {
    const store = open();
    expect(await store.has(absent)).toBe(false);
    expect(await store.get(absent)).toBeNull();
    await store.delete(absent);
  });

  test('what breaks off on the way is not kept', async () => {
    const store = open();
    const bytes = Buffer.from('the first half');
    async function* broken() {
      yield bytes;
      throw new Error('broken off');
    }
    await expect(store.put(broken())).rejects.toThrow('broken off');
    expect(await store.has(sha256(bytes))).toBe(false);
  });

  test('takes no name that is not a digest', async () => {
    await expect(async () => open().get('../../settings.json')).rejects.toThrow(TypeError);
  });
});

test('a folder holds nothing but whole blobs when all is written', () => {
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('a bucket that refuses is an error, not an absent blob', async () => {
  const strange = s3Blobs({ ...s3.settings, accessKeyId: 'another', address: `${s3.origin}/attachments` });
  await expect(strange.put(new Uint8Array([1]))).rejects.toThrow(/403/);
  const noBucket = s3Blobs({ ...s3.settings, address: `${s3.origin}/elsewhere` });
  await expect(noBucket.put(new Uint8Array([1]))).rejects.toThrow(/NoSuchBucket/);
});

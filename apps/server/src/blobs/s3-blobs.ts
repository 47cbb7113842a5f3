import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import type { BlobStore } from './blob-store.ts';
import { blobName } from './blob-store.ts';
import { withSpooledBlob } from './spooled-blob.ts';

/** A bucket of a service that speaks S3. */
export interface S3Settings {
  /**
   * Address under which the objects are: of the bucket, and of a folder in it where they are to be in one. In whichever
   * style the service has: `https://s3.example/bucket`, `https://bucket.oss-cn-hangzhou.aliyuncs.com/nianbao`.
   */
  readonly address: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const retries = 4;
const missing = 404;

class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}

/** Keeps blobs as objects in a bucket. The service checks that what arrives has the digest that it is named by. */
export function s3Blobs({ address, region, accessKeyId, secretAccessKey }: S3Settings): BlobStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
  const base = address.replace(/\/+$/, '');
  const ask = async (method: string, digest: string, init: RequestInit = {}): Promise<Response | null> => {
    const answer = await client.fetch(`${base}/${blobName(digest)}`, { ...init, method });
    if (answer.ok) return answer;
    const text = await answer.text();
    if (answer.status === missing && method !== 'PUT' && !text.includes('NoSuchBucket')) return null;
    throw new StoreRefused(`${method} of a blob: ${answer.status} ${text.slice(0, 500)}`);
  };
  return {
    put: (content) =>
      withSpooledBlob(join(tmpdir(), 'nianbao-blobs'), content, async ({ file, digest, size }) => {
        const headers = { 'x-amz-content-sha256': digest, 'content-type': 'application/octet-stream' };
        await ask('PUT', digest, { body: await openAsBlob(file), headers });
        return { digest, size };
      }),
    get: async (digest) => (await ask('GET', digest))?.body ?? null,
    has: async (digest) => (await ask('HEAD', digest)) !== null,
    delete: async (digest) => void (await ask('DELETE', digest)),
  };
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { S3Settings } from '../blobs/s3-blobs.ts';

export interface S3Process {
  readonly origin: string;
  /** What it asks of a caller. */
  readonly settings: Omit<S3Settings, 'address'>;
  stop(): Promise<void>;
}

const program = fileURLToPath(import.meta.resolve('s3rver/bin/s3rver.js'));

/** Starts a server that speaks S3 on this machine, with the buckets named. */
export async function startS3Process(buckets: readonly string[]): Promise<S3Process> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-s3-'));
  const configured = buckets.flatMap((bucket) => ['--configure-bucket', bucket]);
  const options = ['--directory', folder, '--address', '127.0.0.1', '--port', '0', '--no-vhost-buckets'];
  const child = spawn(process.execPath, [program, ...options, ...configured], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((settle) => void child.once('exit', () => settle()));
  let output = '';
  const listening = new Promise<string>((settle) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const port = /listening on 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) settle(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const origin = await Promise.race([listening, ended.then(() => null)]);
  if (origin === null) throw new Error(`the S3 server did not start: ${output}`);
  return {
    origin,
    settings: { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

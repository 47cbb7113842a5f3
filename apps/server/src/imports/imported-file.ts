import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Report } from '@nianbao/core';
import { canonicalJson, reportDigest } from '@nianbao/core';
import type { SourceFile } from '@nianbao/database';
import { documentKind, documentKinds } from '@nianbao/documents';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import type { PersonContext, ServerContext } from '../api/request-context.ts';

export type ImportContext = PersonContext & Pick<ServerContext, 'secret'> & { readonly opened: OpenedReport };

const longestName = 200;

export const importedFileSchema = z.object({
  name: z.string().max(longestName),
  kind: z.enum(documentKinds),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the audit trail says of a file: never its content. */
export function importedFile(bytes: Uint8Array, fileName: string): z.infer<typeof importedFileSchema> {
  const name = fileName.replaceAll('\0', '').toWellFormed().slice(-longestName);
  return { name, kind: documentKind(bytes, fileName), digest: createHash('sha256').update(bytes).digest('hex') };
}

/** What a receipt vouches for: this server read this report from this file, for this person and this draft. */
export interface Received {
  readonly reportId: string;
  readonly personId: string;
  readonly file: SourceFile;
  readonly understood: Report;
}

function sealOf(secret: string, { reportId, personId, file, understood }: Received): Buffer {
  const { name, kind, digest } = file;
  const statement = canonicalJson([reportId, personId, name, kind, digest, reportDigest(understood)]);
  return createHmac('sha256', secret).update(`nianbao import 1\n${statement}`).digest();
}

/**
 * A receipt for a file that was read, so that the audit trail need not believe the caller what the figures came from.
 * The server keeps nothing meanwhile.
 */
export function receiptFor(secret: string, received: Received): string {
  return sealOf(secret, received).toString('base64url');
}

export function receiptHolds(secret: string, received: Received, receipt: string): boolean {
  const [given, due] = [Buffer.from(receipt, 'base64url'), sealOf(secret, received)];
  return given.length === due.length && timingSafeEqual(given, due);
}

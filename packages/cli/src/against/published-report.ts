import { reportDigest, reportSchema } from '@nianbao/core';
import { z } from 'zod';

/** A published report as its public address gives it. */
export interface PublishedReport {
  readonly digest: string;
  readonly version: number | null;
  /** Every version that was ever public, as far as the address tells. */
  readonly versions: readonly { readonly version: number; readonly digest: string }[];
}

export type Fetched =
  | { readonly ok: true; readonly published: PublishedReport }
  | { readonly ok: false; readonly reason: FetchFailure; readonly detail: string };

export type FetchFailure = 'unreachable' | 'tooSlow' | 'tooLarge' | 'redirects' | 'notJson' | 'noReport';

const limits = { ms: 20_000, bytes: 20 * 1024 * 1024, redirects: 3 };

const version = z.int().min(1);

/** What documents of this project's JSON hold; other addresses may list versions with their digests besides. */
const publishedSchema = z.object({
  publication: z.object({ version }).nullish(),
  version: version.optional(),
  versions: z
    .array(z.object({ version, digest: z.string() }))
    .max(1000)
    .optional(),
  report: reportSchema,
});

const failed = (reason: FetchFailure, detail = ''): Fetched => ({ ok: false, reason, detail });

/** The address of the machine-readable report: the same, or beside the public page. */
export function jsonAddress(address: string): URL {
  const url = new URL(address);
  url.hash = '';
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/+$/, '')}.json`;
  return url;
}

/** The address of one version of the report that an address is of. */
export function versionAddress(address: string, number: number): string {
  const url = jsonAddress(address);
  url.pathname = url.pathname.replace(/(?:\/versions\/\d+)?\.json$/, `/versions/${number}.json`);
  return url.href;
}

async function body(answer: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > limits.bytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reportIn(text: string): Fetched {
  try {
    const parsed = publishedSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return failed('noReport');
    const { report, publication, versions = [] } = parsed.data;
    const current = parsed.data.version ?? publication?.version ?? null;
    return { ok: true, published: { digest: reportDigest(report), version: current, versions } };
  } catch {
    return failed('notJson');
  }
}

async function follow(url: URL, signal: AbortSignal): Promise<Fetched> {
  let at = url;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const answer = await fetch(at.href, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location !== null) {
      await answer.body?.cancel();
      if (!URL.canParse(location, at.href)) return failed('unreachable', location);
      at = new URL(location, at.href);
      if (at.protocol !== 'http:' && at.protocol !== 'https:') return failed('unreachable', at.protocol);
      continue;
    }
    if (!answer.ok) return failed('unreachable', `HTTP ${answer.status}`);
    const type = answer.headers.get('content-type') ?? '';
    if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return failed('notJson', type);
    const bytes = await body(answer);
    return bytes === null ? failed('tooLarge') : reportIn(new TextDecoder().decode(bytes));
  }
  return failed('redirects');
}

/** Fetches a published report, within bounds of time and size. Never throws for what the other side does. */
export async function fetchPublished(address: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.ms);
  try {
    return await follow(jsonAddress(address), signal);
  } catch (error) {
    if (signal.aborted) return failed('tooSlow');
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return failed('unreachable', cause instanceof Error ? cause.message : String(cause));
  }
}

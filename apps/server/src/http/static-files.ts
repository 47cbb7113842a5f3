import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const compressible = /^(text\/|application\/(json|manifest)|image\/svg|font\/ttf)/;

/** The bundler puts a hash of the content in these names: they never change. */
const hashedName = /-[\w-]{8,}\.\w+$/;

interface StaticFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  readonly tag: string;
  readonly forEver: boolean;
  readonly compressed: Map<string, Promise<Buffer<ArrayBuffer>>>;
}

const compressions = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

function readFiles(folder: string): Map<string, StaticFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const body = Buffer.from(readFileSync(path));
      const file: StaticFile = {
        body,
        type: types[extname(path)] ?? 'application/octet-stream',
        tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        forEver: hashedName.test(entry.name),
        compressed: new Map(),
      };
      return [relative(folder, path).split(sep).join('/'), file];
    }),
  );
}

export interface StaticFiles {
  /** True when the folder was there when the server started. */
  readonly found: boolean;
  text(path: string): string | null;
  /** Answers with the file of that path below the folder, or null when there is none. */
  respond(context: Context, path: string): Promise<Response | null>;
}

/** The files of a build, read once and kept in memory with their compressed forms. */
export function staticFiles(folder: string): StaticFiles {
  const found = existsSync(folder);
  const files = found ? readFiles(folder) : new Map<string, StaticFile>();
  return {
    found,
    text: (path) => files.get(path)?.body.toString('utf8') ?? null,
    async respond(context, path) {
      const file = files.get(path);
      if (file === undefined) return null;
      const headers = new Headers({
        'content-type': file.type,
        etag: file.tag,
        vary: 'accept-encoding',
        'cache-control': file.forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (context.req.header('if-none-match')?.includes(file.tag)) return new Response(null, { status: 304, headers });
      const accepted = context.req.header('accept-encoding') ?? '';
      const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
      if (encoding === null || !compressible.test(file.type)) return new Response(file.body, { headers });
      const body = file.compressed.get(encoding) ?? compressions[encoding](file.body);
      file.compressed.set(encoding, body);
      headers.set('content-encoding', encoding);
      return new Response(await body, { headers });
    },
  };
}

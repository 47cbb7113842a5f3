import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { FileIdentity } from '../tasks/given-file.ts';
import { digestOfBytes } from '../tasks/given-file.ts';
import { linesOf } from './journal-lines.ts';
import { isSame } from './same-file.ts';

/** What a run is known by: a journal of another command, other options or other rules is not gone on with. */
export interface RunKey {
  readonly command: string;
  readonly options: unknown;
}

interface Entry {
  readonly file: string;
  readonly path: string;
  readonly identity: FileIdentity;
  readonly outcome: string;
  readonly answer: unknown;
}

interface Known extends FileIdentity {
  readonly file: string;
  readonly at: number;
  readonly length: number;
}

/** What a run has done, kept file by file, so that it can be gone on with however it ended. */
export interface Journal<A> {
  /** The answer that is kept for a file, if the file has not changed since; null where it is to be done. */
  kept(file: string, path: string): Promise<A | null>;
  add(entry: Entry & { readonly answer: A }): Promise<void>;
  close(): Promise<void>;
}

export type OpenedJournal<A> =
  | { readonly ok: true; readonly journal: Journal<A> }
  | { readonly ok: false; readonly reason: 'otherRun' | 'noJournal' };

/** The disk is waited for after so many entries or so much time, in milliseconds. */
const syncEvery = { entries: 64, ms: 1000 };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isHeader = (value: unknown): value is { readonly journal: string; readonly key: string } =>
  typeof value === 'object' && value !== null && 'journal' in value && 'key' in value;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'path' in value && 'identity' in value && 'answer' in value;

class FileJournal<A> implements Journal<A> {
  readonly #file: FileHandle;
  readonly #known: ReadonlyMap<string, Known>;
  #end: number;
  #unsynced = 0;
  #synced = performance.now();
  #last: Promise<void> = Promise.resolve();

  constructor(file: FileHandle, known: ReadonlyMap<string, Known>, end: number) {
    this.#file = file;
    this.#known = known;
    this.#end = end;
  }

  async kept(file: string, path: string): Promise<A | null> {
    const known = this.#known.get(path);
    if (known === undefined || known.file !== file) return null;
    if (!(await isSame(path, known))) return null;
    const line = Buffer.alloc(known.length);
    await this.#file.read(line, 0, known.length, known.at);
    // What this program itself wrote, under a key that says so.
    return JSON.parse(line.toString('utf8')).answer;
  }

  add(entry: Entry): Promise<void> {
    return this.append(`${JSON.stringify(entry)}\n`);
  }

  /** Lines are written one after another, in the order in which they are asked for. */
  append(line: string): Promise<void> {
    this.#last = this.#last.then(() => this.#write(Buffer.from(line)));
    return this.#last;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.datasync();
    await this.#file.close();
  }

  async #write(line: Buffer): Promise<void> {
    await this.#file.write(line, 0, line.length, this.#end);
    this.#end += line.length;
    this.#unsynced += 1;
    const now = performance.now();
    if (this.#unsynced < syncEvery.entries && now - this.#synced < syncEvery.ms) return;
    this.#unsynced = 0;
    this.#synced = now;
    await this.#file.datasync();
  }
}

/**
 * Opens a journal, or begins one where there is no such file. A file that is something else is left alone. What a killed
 * run left of its last line is cut off.
 */
export async function openJournal<A>(path: string, { command, options }: RunKey): Promise<OpenedJournal<A>> {
  const key = digestOfBytes(Buffer.from(JSON.stringify(options)));
  const file = await open(path, 'a+').then(async (created) => {
    await created.close();
    return open(path, 'r+');
  });
  const known = new Map<string, Known>();
  let end = 0;
  let refused: 'otherRun' | 'noJournal' | null = null;
  for await (const { text, at, length } of linesOf(file)) {
    const value = parse(text);
    if (at === 0 && !isHeader(value)) refused = 'noJournal';
    else if (at === 0 && isHeader(value) && (value.journal !== command || value.key !== key)) refused = 'otherRun';
    if (refused !== null) break;
    if (isEntry(value)) known.set(value.path, { ...value.identity, file: value.file, at, length });
    end = at + length + 1;
  }
  const { size } = await file.stat();
  if (refused === null && end === 0 && size > 4096) refused = 'noJournal';
  if (refused !== null) {
    await file.close();
    return { ok: false, reason: refused };
  }
  await file.truncate(end);
  const journal = new FileJournal<A>(file, known, end);
  if (end === 0) await journal.append(`${JSON.stringify({ journal: command, key })}\n`);
  return { ok: true, journal };
}

import type { Dirent, Stats } from 'node:fs';
import { glob, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@nianbao/core';
import { fill, words } from '../messages.ts';
import { atStart, startFolder } from './start-folder.ts';

/** A file to work on, or a path that leads to none, with the reason. `file` is how the person named it. */
export type FoundFile =
  | { readonly kind: 'file'; readonly file: string; readonly path: string; readonly isRegular: boolean }
  | { readonly kind: 'refused'; readonly file: string; readonly message: string };

/** Endings of the files that a folder is searched for; a file that is named is read whatever its ending. */
const endings = /\.(?:html?|mht|txt|md|csv|json|pdf|docx?|wps|xlsx?|rtf)$/i;

const hasPattern = (path: string): boolean => /[*?[\]{}]/.test(path);
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The files below a folder that may be reports, in the order of their names. Links to folders are not followed. */
async function* below(folder: string, named: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted(byName)) {
    if (isPassedOver(entry.name)) continue;
    const path = join(folder, entry.name);
    const file = join(named, entry.name);
    if (entry.isDirectory()) yield* below(path, file);
    else if (endings.test(entry.name)) yield { kind: 'file', file, path, isRegular: true };
  }
}

async function statOf(path: string): Promise<Stats | string> {
  try {
    return await stat(path);
  } catch (error) {
    return codeOf(error);
  }
}

async function* matching(pattern: string, lang: Locale): AsyncGenerator<FoundFile> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: startFolder(), exclude: (name) => name === 'node_modules' }))
    names.push(name);
  if (names.length === 0) yield { kind: 'refused', file: pattern, message: words.noMatch[lang] };
  for (const name of names.toSorted()) {
    const path = atStart(name);
    const found = await statOf(path);
    if (typeof found === 'string') continue;
    if (found.isDirectory()) yield* below(path, name);
    else yield { kind: 'file', file: name, path, isRegular: found.isFile() };
  }
}

async function* ofPath(file: string, lang: Locale): AsyncGenerator<FoundFile> {
  const path = atStart(file);
  const found = await statOf(path);
  if (typeof found === 'string') {
    if (found === 'ENOENT' && hasPattern(file)) yield* matching(file, lang);
    else if (found === 'ENOENT') yield { kind: 'refused', file, message: words.noSuchFile[lang] };
    else yield { kind: 'refused', file, message: fill(words.notReadable[lang], { code: found }) };
    return;
  }
  if (!found.isDirectory()) {
    yield { kind: 'file', file, path, isRegular: found.isFile() };
    return;
  }
  let count = 0;
  for await (const one of below(path, file)) {
    count += 1;
    yield one;
  }
  if (count === 0) yield { kind: 'refused', file, message: words.emptyFolder[lang] };
}

/**
 * The files that the paths of a command line name, in their order: files as they are, folders with all that may be a
 * report below them, patterns with what matches. A file that is named once and found by a folder again comes once.
 */
export async function findFiles(paths: readonly string[], lang: Locale): Promise<FoundFile[]> {
  const all: FoundFile[] = [];
  const seen = new Set<string>();
  for (const given of paths) {
    try {
      for await (const one of ofPath(given, lang)) {
        const isNamed = one.file === given;
        if (one.kind === 'file' && !isNamed && seen.has(one.path)) continue;
        if (one.kind === 'file') seen.add(one.path);
        all.push(one);
      }
    } catch (error) {
      all.push({ kind: 'refused', file: given, message: fill(words.notReadable[lang], { code: codeOf(error) }) });
    }
  }
  return all;
}

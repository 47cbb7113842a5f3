import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locale } from '@nianbao/core';
import { checkReading, readReport } from '@nianbao/documents';
import type { CheckCommand } from '../arguments.ts';
import { countBySeverity } from '../checked-file.ts';
import { exitCodes } from '../exit-codes.ts';
import { fill, words } from '../messages.ts';
import { account } from '../output/account.ts';
import { jsonLine } from '../output/json-line.ts';
import type { Output } from '../output/output.ts';
import { painter } from '../output/paint.ts';

/** Where relative paths start: the folder that the person is in, not the one that npm runs scripts in. */
const startFolder = (): string => process.env.INIT_CWD ?? process.cwd();

type Opened = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };

async function open(file: string, lang: Locale): Promise<Opened> {
  try {
    return { ok: true, bytes: await readFile(resolve(startFolder(), file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { ok: false, message: words.noSuchFile[lang] };
    if (code === 'EISDIR') return { ok: false, message: words.isDirectory[lang] };
    return { ok: false, message: fill(words.notReadable[lang], { code }) };
  }
}

/** Reads and checks one file and writes what it found; tells how it went. */
async function checkFile(file: string, command: CheckCommand, output: Output): Promise<number> {
  const { lang } = command;
  const refuse = (message: string) => {
    process.stderr.write(`nianbao: ${file}: ${words.cannotRead[lang]}：${message}\n`);
    return exitCodes.unreadable;
  };
  const opened = await open(file, lang);
  if (!opened.ok) return refuse(opened.message);
  const read = await readReport(opened.bytes, { fileName: file });
  if (!read.ok) return refuse(read.error.message[lang]);
  const checked = { file, read, result: checkReading(read, { stage: command.stage }) };
  await output.write(command.json ? jsonLine(checked) : account(checked, { lang, paint: painter(output.colour) }));
  return countBySeverity(checked.result.findings).error > 0 ? exitCodes.errors : exitCodes.clean;
}

/** `nianbao check`: every file in turn, each written as soon as it is done; the worst outcome is the exit code. */
export async function check(command: CheckCommand, output: Output): Promise<number> {
  const codes: number[] = [];
  for (const file of command.files) codes.push(await checkFile(file, command, output));
  if (!command.json && codes.length > 1) {
    const number = (code: number) => codes.filter((item) => item === code).length;
    const summary = fill(words.summary[command.lang], {
      files: codes.length,
      clean: number(exitCodes.clean),
      errors: number(exitCodes.errors),
      unreadable: number(exitCodes.unreadable),
    });
    await output.write(`${summary}\n`);
  }
  return codes.reduce((worst, code) => Math.max(worst, code), exitCodes.clean);
}

import '../compiled-code.ts';
import { parseArgs } from 'node:util';
import type { Locale } from '@nianbao/core';
import { exitCodes } from './exit-codes.ts';
import type { Given, Operation } from './operation.ts';
import { isOption, Mistake, options } from './operation.ts';
import { operations } from './operations.ts';
import { serveUsage } from './serve-usage.ts';

interface Line {
  readonly name: string;
  readonly lang: Locale;
  readonly help: boolean;
  readonly values: Given['values'];
  readonly paths: readonly string[];
}

type Option = Extract<NonNullable<ReturnType<typeof parseArgs>['tokens']>[number], { kind: 'option' }>;

function assertKnown({ name, rawName, value }: Option): void {
  if (!isOption(name)) throw new Mistake(`没有 ${rawName} 这个选项。`, `There is no option ${rawName}.`);
  const takesValue = options[name].type === 'string';
  if (takesValue && value === undefined) throw new Mistake(`${rawName} 后面要写内容。`, `${rawName} needs a value.`);
  if (!takesValue && value !== undefined) throw new Mistake(`${rawName} 后面不写内容。`, `${rawName} takes no value.`);
}

/** Reads the command line. Throws `Mistake` for options that there are not. */
function readLine(args: readonly string[]): Line {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') assertKnown(token);
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [first = '', ...rest] = positionals;
  const [name = '', ...paths] = first === 'help' ? rest : [first, ...rest];
  const { lang = 'zh' } = values;
  if (lang !== 'zh' && lang !== 'en') throw new Mistake('--lang 只能是 zh 或 en。', '--lang is zh or en.');
  return { name, lang, help: first === 'help' || values.help === true, values, paths };
}

function assertTaken({ name, values, paths }: Line, operation: Operation): void {
  for (const option of Object.keys(values)) {
    if (option === 'lang' || operation.options.some((taken) => taken === option)) continue;
    throw new Mistake(`${name} 没有 --${option} 这个选项。`, `${name} does not take --${option}.`);
  }
  if (paths.length === operation.paths) return;
  throw operation.paths === 0
    ? new Mistake(`${name} 后面不写文件。`, `${name} takes no files.`)
    : new Mistake(`${name} 后面要写一个文件。`, `Name one file after ${name}.`);
}

async function run(line: Line): Promise<number> {
  const { name, lang, values, paths } = line;
  if (name === 'serve') {
    if (line.help) return print(serveUsage[lang]);
    const { serve } = await import('../start/serve.ts');
    await serve(process.env);
    return exitCodes.well;
  }
  const load = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (load === undefined) throw new Mistake(`没有“${name}”这个命令。`, `There is no command “${name}”.`);
  const operation = await load();
  if (line.help) return print(operation.usage[lang]);
  assertTaken(line, operation);
  const json = values.json === true;
  const progress = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  const { readConfig } = await import('../start/config.ts');
  const config = () => readConfig(process.env);
  const { code, lines, data } = await operation.run({ lang, json, values, paths, config, progress });
  print(json ? JSON.stringify(data) : lines.map((text) => text[lang]).join('\n'));
  return code;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return exitCodes.well;
}

/** What went wrong, as a sentence: those who run this are the ones who may read it. */
function wordsOf(error: unknown, lang: Locale): string {
  if (error instanceof Mistake) return error.text[lang];
  if (error instanceof Error && error.name === 'InvalidConfig')
    return `配置有误 / The configuration is wrong:\n${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

const args = process.argv.slice(2);
try {
  process.exitCode = await run(readLine(args));
} catch (error) {
  process.stderr.write(`nianbao: ${wordsOf(error, args.includes('en') || args.includes('--lang=en') ? 'en' : 'zh')}\n`);
  process.exitCode = exitCodes.notDone;
}

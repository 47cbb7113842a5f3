import { parseArgs } from 'node:util';
import type { CheckStage, Locale } from '@nianbao/core';
import type { CheckCommand, Command, ExportCommand, HelpTopic, VerifyCommand } from './command.ts';
import { checkFormatIds, documentFormatIds, gatheredFormatIds } from './command.ts';
import { Given } from './given.ts';
import type { CommandName, OptionName } from './options.ts';
import { options, optionsOf } from './options.ts';

const stages: readonly CheckStage[] = ['draft', 'import', 'publication'];
const topics: readonly HelpTopic[] = ['check', 'import', 'export', 'verify'];

const isCommand = (name: string): name is CommandName => Object.hasOwn(optionsOf, name);
const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

/** The language of a mistake that keeps the options themselves from being read. */
const wantedLanguage = (args: readonly string[]): Locale =>
  args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh';

function mistake(lang: Locale, zh: string, en: string): Command {
  return { name: 'mistake', lang, message: lang === 'zh' ? zh : en };
}

/** Reads the command line. What it does not understand comes back as a mistake with a sentence for the person. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...args], options, allowPositionals: true, strict: false, tokens: true },
  });
  const given = new Given(values);
  const lang = values.lang === undefined ? 'zh' : wantedLanguage(args);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) return mistake(lang, `没有 ${rawName} 这个选项。`, `There is no option ${rawName}.`);
    if (options[name].type === 'string' && value === undefined)
      given.wrong(`${rawName} 后面要写内容。`, `${rawName} needs a value.`);
    if (options[name].type === 'boolean' && value !== undefined)
      given.wrong(`${rawName} 后面不写内容。`, `${rawName} takes no value.`);
  }
  given.language();
  const [name, ...paths] = positionals;
  if (name === undefined || name === 'help' || given.flag('help')) {
    const topic = topics.find((item) => item === (name === 'help' ? paths[0] : name));
    return { name: 'help', lang, topic: topic ?? 'all' };
  }
  if (!isCommand(name)) return mistake(lang, `没有“${name}”这个命令。`, `There is no command “${name}”.`);
  for (const token of tokens) {
    const taken: readonly string[] = optionsOf[name];
    if (token.kind !== 'option' || taken.includes(token.name)) continue;
    given.wrong(`${name} 没有 ${token.rawName} 这个选项。`, `${name} does not take ${token.rawName}.`);
  }
  const command = commandOf(name, paths, given);
  const wrong = given.mistake;
  return wrong === null ? command : { name: 'mistake', lang, message: wrong[lang] };
}

function commandOf(name: CommandName, paths: readonly string[], given: Given): Command {
  const lang = given.language();
  if (name === 'rules' || name === 'formats') return { name, json: given.flag('json'), lang };
  if (paths.length === 0) {
    given.wrong(`${name} 后面要写至少一个文件或文件夹。`, `Name at least one file or folder after ${name}.`);
  }
  const common = { paths, lang, jobs: given.count('jobs', 1), progress: given.flag('progress') };
  switch (name) {
    case 'check':
      return { name, ...common, ...checkOptions(given) };
    case 'import':
      return { name, ...common, out: required(given, 'out') };
    case 'export':
      return exportCommand(common, given);
    case 'verify':
      return { name, ...common, ...verifyOptions(given) };
  }
}

function verifyOptions(given: Given): Pick<VerifyCommand, 'json' | 'against' | 'resume'> {
  return { json: given.flag('json'), against: given.address('against'), resume: given.text('resume') };
}

function required(given: Given, option: OptionName): string {
  const value = given.text(option);
  if (value === null) given.wrong(`要用 --${option} 写明输出到哪里。`, `Say with --${option} where to write to.`);
  return value ?? '';
}

/** Findings of one rule in one file that a person reads; data is whole unless asked otherwise. */
const usualMost = 100;

function checkOptions(given: Given): Omit<CheckCommand, 'name' | 'paths' | 'lang' | 'jobs' | 'progress'> {
  const json = given.flag('json');
  const format = given.choice('format', checkFormatIds, json ? 'json' : 'text');
  if (json && format !== 'json') {
    given.wrong('--json 就是 --format json，不能再写别的格式。', '--json is --format json; name no other format.');
  }
  const summary = given.flag('summary');
  if (summary && format !== 'text' && format !== 'json') {
    given.wrong('--summary 只用于 text 和 json。', '--summary goes with text and json only.');
  }
  const mostOfRule = given.count('max-findings', 0) ?? (format === 'json' ? 0 : usualMost);
  return {
    format,
    summary,
    out: given.text('out'),
    stage: given.choice('stage', stages, 'publication'),
    mostOfRule: mostOfRule === 0 ? null : mostOfRule,
    mostInAll: given.count('max-findings-total', 1),
    resume: given.text('resume'),
  };
}

/** An export into documents of their own, or of all reports into one. */
function exportCommand(common: Omit<ExportCommand, 'name' | 'format' | 'out' | 'resume'>, given: Given): Command {
  const formats = [...documentFormatIds, ...gatheredFormatIds];
  if (given.text('format') === null) {
    given.wrong(
      `要用 --format 写明格式：${formats.join('、')}。`,
      `Say with --format to which of ${formats.join(', ')}.`,
    );
  }
  const format = given.choice('format', formats, 'json');
  const out = required(given, 'out');
  return format === 'campaign' || format === 'parquet'
    ? { name: 'gather', ...common, format, out }
    : { name: 'export', ...common, format, out, resume: given.text('resume') };
}

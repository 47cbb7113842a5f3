import { parseArgs } from 'node:util';
import type { CheckStage, Locale } from '@nianbao/core';

export interface CheckCommand {
  readonly name: 'check';
  readonly files: readonly string[];
  readonly json: boolean;
  readonly stage: CheckStage;
  readonly lang: Locale;
}

export interface ListCommand {
  readonly name: 'rules' | 'formats';
  readonly json: boolean;
  readonly lang: Locale;
}

export type Command =
  | CheckCommand
  | ListCommand
  | { readonly name: 'help'; readonly lang: Locale }
  | { readonly name: 'mistake'; readonly lang: Locale; readonly message: string };

const stages: readonly CheckStage[] = ['draft', 'import', 'publication'];

const options = {
  json: { type: 'boolean', default: false },
  stage: { type: 'string', default: 'publication' },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const mistake = (lang: Locale, zh: string, en: string): Command => ({
  name: 'mistake',
  lang,
  message: lang === 'zh' ? zh : en,
});

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads the command line. What it does not understand comes back as a mistake with a sentence for the person. */
export function parseCommand(args: readonly string[]): Command {
  const parsed = parse(args);
  if (typeof parsed === 'string') return mistake('zh', `参数有误：${parsed}`, parsed);
  const { values, positionals } = parsed;
  const lang: Locale = values.lang === 'en' ? 'en' : 'zh';
  if (values.lang !== 'zh' && values.lang !== 'en') {
    return mistake(lang, `--lang 只能是 zh 或 en，不是“${values.lang}”。`, `--lang is zh or en, not “${values.lang}”.`);
  }
  const stage = stages.find((name) => name === values.stage);
  if (stage === undefined) {
    return mistake(
      lang,
      `--stage 只能是 ${stages.join('、')}，不是“${values.stage}”。`,
      `--stage is one of ${stages.join(', ')}, not “${values.stage}”.`,
    );
  }
  const [name, ...files] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help', lang };
  if (name === 'rules' || name === 'formats') return { name, json: values.json, lang };
  if (name !== 'check') return mistake(lang, `没有“${name}”这个命令。`, `There is no command “${name}”.`);
  if (files.length === 0) return mistake(lang, 'check 后面要写至少一个文件。', 'Name at least one file after check.');
  return { name: 'check', files, json: values.json, stage, lang };
}

import type { Rule } from '@nianbao/core';
import { ruleSetVersion, rules } from '@nianbao/core';
import { readingKinds } from '@nianbao/documents';
import type { ListCommand } from '../arguments/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { severityNames } from '../messages.ts';
import type { Output } from '../output/output.ts';
import { painter } from '../output/paint.ts';

const dataOf = (rule: Rule) => ({
  rule: rule.id,
  number: rule.number,
  severity: rule.severity,
  regradable: rule.regradable,
  title: rule.title,
  basis: rule.basis,
  needs: rule.needs,
  instruction: rule.instruction,
});

/** `nianbao rules`: every rule with its id, severity and basis, then what reading a file can find. */
export async function showRules({ json, lang }: ListCommand, output: Output): Promise<number> {
  const ordered = [...rules].sort((a, b) => a.number - b.number);
  if (json) {
    for (const rule of ordered) await output.write(`${JSON.stringify({ ...dataOf(rule), ruleSetVersion })}\n`);
    for (const { id, severity, title, instruction } of readingKinds) {
      await output.write(`${JSON.stringify({ rule: id, number: null, severity, title, instruction })}\n`);
    }
    return exitCodes.clean;
  }
  const paint = painter(output.colour);
  for (const rule of ordered) {
    const head = `${String(rule.number).padStart(2)}  ${paint('bold', rule.id)}  ${severityNames[rule.severity][lang]}`;
    await output.write(`${head}\n    ${rule.title[lang]}\n    ${paint('dim', rule.basis)}\n`);
  }
  await output.write('\n');
  for (const kind of readingKinds) {
    await output.write(
      `    ${paint('bold', kind.id)}  ${severityNames[kind.severity][lang]}\n    ${kind.title[lang]}\n`,
    );
  }
  return exitCodes.clean;
}

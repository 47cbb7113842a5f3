import type { OptionalInput, Rule } from '@nianbao/core';
import { ruleById, ruleSetVersion, rules } from '@nianbao/core';

const severity = { error: 'E 错误', warning: 'W 警告', notice: 'N 提示' } as const;

const needs: Readonly<Record<OptionalInput, string>> = {
  agency: 'what is known of the organ',
  powers: "the organ's powers",
  prior: "last year's published report",
  restated: "last year's figures as restated",
  members: 'the members of the roll-up',
  jointDocuments: 'the register of joint documents',
  roster: "the campaign's list",
  peers: "other organs' reports",
  publication: 'how it was published',
};

function row(rule: Rule): string {
  const grade = rule.regradable ? severity[rule.severity] : `${severity[rule.severity]}, fixed`;
  const inputs = rule.needs.map((input) => needs[input]).join('; ') || '-';
  return `| ${rule.number} | \`${rule.id}\` | ${grade} | ${rule.title.zh}<br>${rule.title.en} | ${rule.basis} | ${inputs} |`;
}

/** The page that lists every rule as it stands in the code: `docs/rules.md`. */
export function rulesPage(): string {
  const sorted = [...rules].sort((one, other) => one.number - other.number);
  return [
    '# Rules',
    '',
    `Printed from the rules themselves (\`npm run docs\`); ${ruleById.size} rules under ${new Set(rules.map((rule) => rule.number)).size} numbers, version \`${ruleSetVersion}\`.`,
    'E blocks submission, W needs an explanation, N is only shown. A grade marked “fixed” rests on law or on the printed form;',
    'a region may regrade the others or switch them off.',
    '',
    '| no. | id | grade | what it asks | basis | besides the report it needs |',
    '| --- | --- | --- | --- | --- | --- |',
    ...sorted.map(row),
    '',
  ].join('\n');
}

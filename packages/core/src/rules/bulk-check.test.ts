import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../formats/formats.ts';
import { cellValues, consistentReports } from '../testing/arbitraries.ts';
import { arithmeticOfJson } from './bulk-check.ts';
import { ruleById } from './catalogue.ts';
import { checkReport } from './check.ts';

describe.each(formats.map((format) => ({ format })))('arithmetic of JSON text in format $format.id', ({ format }) => {
  it('finds what the full check finds', () => {
    const change = fc
      .constantFrom(...format.cells)
      .chain((cell) => cellValues(cell).map((value) => [cell.key, value] as const));
    fc.assert(
      fc.property(consistentReports(format), fc.array(change, { maxLength: 8 }), (report, changes) => {
        const changed = { ...report, facts: { ...report.facts, ...Object.fromEntries(changes) } };
        const outcome = arithmeticOfJson(JSON.stringify(changed));
        const expected = checkReport(changed).findings.filter(({ rule }) => ruleById.get(rule)?.kind === 'linear');
        const name = ({ rule, instance }: { rule: string; instance: string | null }) => `${rule}/${instance}`;
        expect(outcome.ok ? outcome.findings.map(name).sort() : outcome).toEqual(expected.map(name).sort());
      }),
    );
  });
});

it.each([
  ['{', 'notJson'],
  ['[]', 'notAReport'],
  ['{"format":"2021"}', 'notAReport'],
  ['{"format":null,"facts":{}}', 'noFormat'],
  ['{"format":"2021","facts":{"t3.received.nobody":1}}', 'unknownCell'],
  ['{"format":"2021","facts":{"t3.received.total":"many"}}', 'notACellValue'],
])('says why %s has no figures to check: %s', (text, code) => {
  expect(arithmeticOfJson(text)).toMatchObject({ ok: false, code });
});

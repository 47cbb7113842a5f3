import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../figures/facts.ts';
import { factsFromRow, rowFromFacts } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { findCell, formatById } from '../formats/formats.ts';
import { checkReport } from '../rules/check.ts';
import { cellValues } from '../testing/arbitraries.ts';
import { exampleReport } from '../testing/example-report.ts';
import type { Addition } from './additions.ts';
import { additionsMember, withAdditions } from './additions.ts';
import type { AgencyNode } from './agency-tree.ts';
import { agencyTree } from './agency-tree.ts';
import { rolledUpFacts } from './coverage.ts';
import { rollUp } from './roll-up.ts';
import { cellDifferences, membersInSum, sourceChanges, sourcesOf } from './sources.ts';

const format = formatById['2021'];
const node = (id: string, parent: string | null, name: string): AgencyNode => ({ id, parent, name, profile: null });
const top = node('ZQ', null, '望河市人民政府');
const tree = agencyTree([
  top,
  node('zq-office', 'ZQ', '望河市人民政府办公室'),
  node('zq-tax', 'ZQ', '国家税务总局望河市税务局'),
  node('YX', 'ZQ', '云溪县人民政府'),
  node('yx-office', 'YX', '云溪县人民政府办公室'),
  node('yx-forest', 'YX', '云溪县林业局'),
]);

const received = 't3.received.total';
const rowsOf = (figures: Readonly<Record<string, number>>): ReadonlyMap<string, FigureRow> =>
  new Map(Object.entries(figures).map(([id, value]) => [id, rowFromFacts(format, { [received]: value })]));
const summed = (figures: Readonly<Record<string, number>>) => rollUp(tree, { format, rows: rowsOf(figures) });

const everybody = { 'zq-office': 1, 'zq-tax': 1000, 'yx-office': 10, 'yx-forest': 20 };

function keyOf(name: string) {
  const cell = findCell(format, name);
  if (cell === undefined) throw new Error(name);
  return cell.key;
}

describe('the members of a sum', () => {
  test('for the rules they are those whose reports are in it, below lower governments too, and those missing', () => {
    const { 'yx-forest': _, ...others } = everybody;
    const members = membersInSum(summed(others), top, 2025);
    expect(members.map(({ id, name, report }) => [id, name, report?.facts[received] ?? null])).toEqual([
      ['zq-office', '望河市人民政府办公室', 1],
      ['yx-office', '云溪县人民政府：云溪县人民政府办公室', 10],
      ['yx-forest', '云溪县人民政府：云溪县林业局', null],
    ]);
  });

  test('a lower government that reported is one member', () => {
    const result = summed({ ...everybody, YX: 31 });
    expect([...sourcesOf(result, top).keys()]).toEqual(['zq-office', 'YX']);
  });
});

describe('what changed since a sum was taken', () => {
  test('corrected, added and withdrawn reports are told with what each changes', () => {
    const before = sourcesOf(summed({ 'zq-office': 1, 'yx-office': 10 }), top);
    const now = sourcesOf(summed({ 'zq-office': 4, 'yx-forest': 20 }), top);
    const told = sourceChanges(format, before, now).map(({ agencyId, kind, cells }) => [
      agencyId,
      kind,
      cells.find(({ key }) => key === received)?.difference,
    ]);
    expect(told).toEqual([
      ['zq-office', 'corrected', 3],
      ['yx-office', 'withdrawn', -10],
      ['yx-forest', 'added', 20],
    ]);
  });

  test('money differs to the 分', () => {
    const [changed] = cellDifferences(format, { 't2.fees.amount': 0.3 }, { 't2.fees.amount': 0.1 });
    expect(changed?.difference).toBe(-0.2);
  });

  test('figures do not differ from themselves, and what differs is what it takes from one to the other', () => {
    const facts = fc
      .tuple(...format.cells.map((cell) => cellValues(cell)))
      .map(
        (values): Facts =>
          factsFromRow(
            rowFromFacts(format, Object.fromEntries(values.map((value, at) => [format.cells[at]?.key, value]))),
          ),
      );
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        expect(cellDifferences(format, before, before)).toEqual([]);
        const changes = cellDifferences(format, before, after).map(({ key, after: value }) => [key, value]);
        expect({ ...before, ...Object.fromEntries(changes) }).toEqual(after);
      }),
      { numRuns: 20 },
    );
  });
});

describe('own additions', () => {
  const additions: Addition[] = [
    { key: keyOf(received), value: 5, reason: '县委机要局不单独编报' },
    { key: keyOf('t2.fees.amount'), value: 0.2, reason: '统一收缴' },
  ];

  test('are added exactly, and alone where nobody gave a figure', () => {
    const facts = withAdditions(format, { [received]: 31, 't2.fees.amount': 0.1 }, additions);
    expect(facts).toMatchObject({ [received]: 36, 't2.fees.amount': 0.3 });
    expect(withAdditions(format, { [received]: null }, additions)).toMatchObject({ [received]: 5 });
  });

  test('a report with the sum and the additions passes the rules when they are among the members, and only then', () => {
    const result = summed(everybody);
    const report = exampleReport({
      agency: top.name,
      facts: withAdditions(format, rolledUpFacts(result, top.id), additions),
    });
    const members = membersInSum(result, top, 2025);
    const added = additionsMember(format, 2025, additions);
    const found = (given: typeof members) =>
      checkReport(report, { members: given }).findings.filter(({ rule }) => rule === 'ROLL-UP-SUM');
    expect(added && found([...members, added])).toEqual([]);
    expect(found(members).map(({ cells: [cell] }) => cell)).toEqual([received]);
  });

  test('without additions there is no such member', () => {
    expect(additionsMember(format, 2025, [])).toBeNull();
  });
});

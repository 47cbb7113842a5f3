import { knownFigure } from '../figures/known-figure.ts';
import type { Format } from '../formats/format.ts';
import { keysAt } from '../formats/keys-at.ts';
import { columnLabel } from '../formats/place-labels.ts';
import type { Failure, PredicateRule } from './rule.ts';

/** Below this many applications a share says nothing. */
const smallestDenominator = 10;
/** This many refusals without a single partial grant are worth a look. */
const manyRefusals = 20;

const totalsOf = (format: Format, rows: readonly string[]) => keysAt(format, { table: 't3', rows, columns: ['total'] });

/** Rule 29. */
export const carriedOutShare: PredicateRule = {
  kind: 'predicate',
  id: 'T3-CARRIED-OUT-SHARE',
  number: 29,
  severity: 'warning',
  regradable: true,
  basis: '条例第三十三条：自收到申请之日起20个工作日内答复，最多延长20个工作日；比例由地区设定',
  needs: [],
  title: { zh: '结转下年度的比例偏高', en: 'A large share was carried over' },
  message: {
    zh: '结转下年度继续办理{actual}件，占本年新收{received}件的{share}%，高于{limit}%。',
    en: '{actual} carried over, {share}% of the {received} received, above {limit}%.',
  },
  instruction: {
    zh: '请核对年底未办结的件数；确有集中在年底收到等原因的，请写明情况说明。',
    en: 'Check how many were open at the end of the year; explain if, say, most came in December.',
  },
  cells: (format) => totalsOf(format, ['received', 'carriedOut']),
  readsText: false,
  *check({ report, format, settings }): Iterable<Failure> {
    const received = knownFigure(report.facts, 't3.received.total');
    const actual = knownFigure(report.facts, 't3.carriedOut.total');
    if (received === null || actual === null || received < smallestDenominator) return;
    if (actual <= settings.carriedOutShare * received) return;
    const percent = (share: number) => Math.round(share * 1000) / 10;
    yield {
      cells: totalsOf(format, ['carriedOut', 'received']),
      actual,
      values: { received, share: percent(actual / received), limit: percent(settings.carriedOutShare) },
    };
  },
};

/** Rule 30. The total is named only where no kind of applicant shows it. */
export const carriedInOverProcessed: PredicateRule = {
  kind: 'predicate',
  id: 'T3-CARRIED-IN-OVER-PROCESSED',
  number: 30,
  severity: 'warning',
  regradable: true,
  basis: '条例第三十三条：上年结转的申请应在本年度内答复',
  needs: [],
  title: { zh: '上年结转多于本年办结', en: 'More carried in than processed' },
  message: {
    zh: '“{column}”列：上年结转{expected}件，本年办理结果总计只有{actual}件。',
    en: 'Column “{column}”: {expected} carried in, only {actual} processed in the year.',
  },
  instruction: {
    zh: '请核对上年结转和办理结果；结转的申请整年未办结的，请写明原因。',
    en: 'Check both figures; if carried-over cases stayed open all year, explain why.',
  },
  cells: (format) => keysAt(format, { table: 't3', rows: ['carriedIn', 'processedTotal'] }),
  readsText: false,
  *check({ report, format }): Iterable<Failure> {
    const table = format.tables[1];
    const failures = table.columns.flatMap(({ key: column }): (Failure & { column: string })[] => {
      const expected = knownFigure(report.facts, `t3.carriedIn.${column}`);
      const actual = knownFigure(report.facts, `t3.processedTotal.${column}`);
      if (expected === null || actual === null || actual >= expected) return [];
      const cells = keysAt(format, { table: 't3', rows: ['carriedIn', 'processedTotal'], columns: [column] });
      return [{ column, instance: column, cells, expected, actual, values: { column: columnLabel(table, column) } }];
    });
    const inColumns = failures.filter(({ column }) => column !== 'total');
    for (const { column: _, ...failure } of inColumns.length > 0 ? inColumns : failures) yield failure;
  },
};

/** Rule 31: townships and 街道 rarely hold a state secret that anybody applies for. */
export const secretTownship: PredicateRule = {
  kind: 'predicate',
  id: 'T3-SECRET-TOWNSHIP',
  number: 31,
  severity: 'warning',
  regradable: true,
  basis: '条例第十四条、保守国家秘密法：国家秘密须依法定程序确定；乡镇、街道一般没有定密权（合理性审核）',
  needs: ['agency'],
  title: { zh: '乡镇、街道以国家秘密为由不予公开', en: 'A township refused for state secrecy' },
  message: {
    zh: '“属于国家秘密”填有{actual}件，乡镇、街道很少有此情形。',
    en: '{actual} refused as state secrets, which is rare for a township or 街道.',
  },
  instruction: {
    zh: '请核对不予公开的理由；确属国家秘密的，请写明定密依据（不要写秘密内容）。',
    en: 'Check the ground of refusal; if right, state who classified it, not what it is.',
  },
  cells: (format) => keysAt(format, { table: 't3', rows: ['refused.stateSecret'] }),
  readsText: false,
  *check({ report, format, agency }): Iterable<Failure> {
    if (agency?.level !== 'township') return;
    const keys = keysAt(format, { table: 't3', rows: ['refused.stateSecret'] });
    const figures = keys.map((key) => ({ key, figure: knownFigure(report.facts, key) ?? 0 }));
    const cells = figures.filter(({ figure }) => figure > 0).map(({ key }) => key);
    if (cells.length > 0) yield { cells, expected: 0, actual: Math.max(...figures.map(({ figure }) => figure)) };
  },
};

/** Rule 33. */
export const noPartial: PredicateRule = {
  kind: 'predicate',
  id: 'T3-NO-PARTIAL',
  number: 33,
  severity: 'notice',
  regradable: true,
  basis: '条例第三十七条：能够作区分处理的，应当提供可以公开的内容',
  needs: [],
  title: { zh: '多件不予公开而没有部分公开', en: 'Many refusals and no partial grant' },
  message: {
    zh: '不予公开共{actual}件，部分公开为 0。',
    en: '{actual} refusals in all, and not one partial grant.',
  },
  instruction: {
    zh: '请核对可以区分处理的申请是否已计入“部分公开”。',
    en: 'Check whether applications that could be granted in part were counted as such.',
  },
  cells: (format) => totalsOf(format, ['partial', ...refusals(format)]),
  readsText: false,
  *check({ report, format }): Iterable<Failure> {
    if (knownFigure(report.facts, 't3.partial.total') !== 0) return;
    const keys = totalsOf(format, refusals(format));
    const actual = keys.reduce((sum, key) => sum + (knownFigure(report.facts, key) ?? 0), 0);
    if (actual >= manyRefusals) yield { cells: totalsOf(format, ['partial']), actual };
  },
};

function refusals(format: Format): readonly string[] {
  return format.tables[1].rows.map(({ key }) => key).filter((key) => key.startsWith('refused.'));
}

import type { AgencyProfile } from '../agencies/agency.ts';
import { profileFromName } from '../agencies/agency-name.ts';
import { knownFigure } from '../figures/known-figure.ts';
import { labelIn } from '../formats/english-labels.ts';
import type { Cell } from '../formats/format.ts';
import { keysAt } from '../formats/keys-at.ts';
import { bandRowLabel } from '../formats/place-labels.ts';
import type { CheckInput, Failure, Member, PredicateRule } from './rule.ts';

/** Cells of 表二 in one row and the given columns that hold a figure above 0. */
function filledCells({ format, report }: CheckInput, row: string, columns: readonly string[] | null): readonly Cell[] {
  return format.cells.filter(
    (cell) =>
      cell.table === 't2' &&
      cell.row === row &&
      (columns?.includes(cell.column) ?? true) &&
      (knownFigure(report.facts, cell.key) ?? 0) > 0,
  );
}

function failureOf({ report, agency }: CheckInput, cells: readonly Cell[]): Failure {
  const figures = cells.map(({ key, labels }) => ({
    label: labels.at(-1) ?? '',
    figure: knownFigure(report.facts, key) ?? 0,
  }));
  return {
    cells: cells.map(({ key }) => key),
    expected: 0,
    actual: Math.max(...figures.map(({ figure }) => figure)),
    values: {
      agency: agency?.name ?? '',
      figures: figures.map(({ label, figure }) => `${label}${figure}`).join('、'),
      figuresEn: figures.map(({ label, figure }) => `${labelIn(label, 'en')} ${figure}`).join(', '),
    },
  };
}

const mayMakeRegulations = ({ profile, name }: Member) =>
  (profile ?? profileFromName(name)).mayMakeRegulations !== false;

const isLocal = ({ level }: AgencyProfile) => level === 'county' || level === 'township';

/**
 * Rule 24. An error for bodies of counties and townships, none of which may make 规章; elsewhere an explanation is asked
 * for. Nothing is said where the power is not known (a 市 may be a 设区的市 or of a county's rank, and its name does not
 * tell), and nothing of a roll-up that holds a body which may.
 */
export const regulationsPower: PredicateRule = {
  kind: 'predicate',
  id: 'T2-REGULATIONS-POWER',
  number: 24,
  severity: 'warning',
  regradable: true,
  basis: '立法法第九十一条、第九十三条：国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府可以制定规章',
  needs: ['agency'],
  title: { zh: '没有规章制定权却填有规章', en: 'Regulations by a body that may not make any' },
  message: {
    zh: '“{agency}”没有规章制定权，但表二“规章”填有：{figures}。',
    en: '“{agency}” may not make regulations (规章), yet the table has: {figuresEn}.',
  },
  instruction: {
    zh: '规章只由国务院部门、省级和设区的市（自治州）政府制定。请改填 0；若填的是规范性文件，请移到“行政规范性文件”一行。',
    en: 'Only State Council departments and governments of provinces and 设区的市 make them. Enter 0, or move normative documents to their own row.',
  },
  cells: (format) => keysAt(format, { table: 't2', rows: ['regulations'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    const { agency, members } = input;
    if (agency?.mayMakeRegulations !== false || members?.some(mayMakeRegulations)) return;
    const cells = filledCells(input, 'regulations', null);
    if (cells.length === 0) return;
    yield { ...failureOf(input, cells), severity: isLocal(agency) ? 'error' : 'warning' };
  },
};

/** Rule 25. What such a body disclosed of others (2019: 新公开, 对外公开总数量) is not held against it. */
export const normativePower: PredicateRule = {
  kind: 'predicate',
  id: 'T2-NORMATIVE-POWER',
  number: 25,
  severity: 'warning',
  regradable: true,
  basis:
    '行政规范性文件由行政机关或者法律、法规授权的组织制定（国办发〔2018〕37号）；内设机构、议事协调机构一般没有制定资格（地方规定）',
  needs: ['agency'],
  title: { zh: '不得制发行政规范性文件的机构填有此项', en: 'Normative documents by a body that may not issue any' },
  message: {
    zh: '“{agency}”属内设机构或者议事协调机构，但填有：{figures}。',
    en: '“{agency}” is an internal or coordinating body, yet the table has normative documents: {figuresEn}.',
  },
  instruction: {
    zh: '请核对是否应由所属行政机关统计；确以本机构名义制发的，请写明依据。',
    en: 'Check whether the parent body should count them; if they were issued in this body’s name, state the basis.',
  },
  cells: (format) =>
    keysAt(format, { table: 't2', rows: ['normativeDocuments'], columns: ['made', 'issued', 'inForce'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    const kind = input.agency?.kind;
    if (kind !== 'internalBody' && kind !== 'coordinatingBody') return;
    const cells = filledCells(input, 'normativeDocuments', ['made', 'issued', 'inForce']);
    if (cells.length > 0) yield failureOf(input, cells);
  },
};

const decisionRows = ['licences', 'penalties', 'coercions'] as const;

/** Rule 26: decisions of a kind that the recorded powers (权责清单) do not give. */
export const decisionPower: PredicateRule = {
  kind: 'predicate',
  id: 'T2-DECISION-POWER',
  number: 26,
  severity: 'warning',
  regradable: true,
  basis:
    '行政许可、处罚、强制由具有相应职权的机关依法实施（行政许可法第二十二条、行政处罚法第十七条、行政强制法第十七条）',
  needs: ['powers'],
  title: { zh: '处理决定与职权不符', en: 'Decisions against the powers on record' },
  message: {
    zh: '“{agency}”登记的职权没有{row}，但本年填有{actual}件。',
    en: '“{agency}” has no power on record for this kind of decision ({row}), yet counts {actual}.',
  },
  instruction: {
    zh: '请核对数据，或者请管理员更正本机关登记的职权。',
    en: 'Check the figure, or ask the administrator to correct the powers on record.',
  },
  cells: (format) => keysAt(format, { table: 't2', rows: decisionRows, columns: ['decisions'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    for (const row of decisionRows) {
      if (input.powers?.[row] !== false) continue;
      const cells = filledCells(input, row, ['decisions']);
      if (cells.length === 0) continue;
      const { values, ...failure } = failureOf(input, cells);
      yield { ...failure, instance: row, values: { ...values, row: bandRowLabel(input.format.tables[0], row) } };
    }
  },
};

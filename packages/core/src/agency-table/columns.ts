import type { AgencyProfile } from '../agencies/agency.ts';
import { agencyKinds, agencyLevels } from '../agencies/agency.ts';
import { agencyKindLabels, agencyLevelLabels } from '../agencies/agency-labels.ts';

/** What is recorded of an agency, as a table of agencies has it. */
export interface AgencyEntry extends AgencyProfile {
  readonly regionCode: string | null;
  readonly creditCode: string | null;
  readonly position: number;
}

/** An agency that is there already, and where it stands. */
export interface StandingAgency extends AgencyEntry {
  readonly id: string;
  readonly parentId: string | null;
}

export const powerKeys = ['licences', 'penalties', 'coercions'] as const satisfies readonly (keyof NonNullable<
  AgencyProfile['powers']
>)[];

const listed = (labels: readonly string[]) => labels.join('、');

/** The columns of a table of agencies, in their order: the head, the width in characters, what may stand there. */
export const agencyColumns = {
  name: { head: '单位名称', width: 36, guide: '必填。规范全称，如“云溪县林业局”。' },
  parent: {
    head: '上级单位',
    width: 36,
    guide: '必填（最上级单位除外）。上级单位的名称；有同名单位的，填它的统一社会信用代码或编号。',
  },
  creditCode: { head: '统一社会信用代码', width: 24, guide: '18位（GB 32100）。不掌握的留空。' },
  kind: {
    head: '单位类别',
    width: 18,
    guide: `${listed(agencyKinds.map((kind) => agencyKindLabels[kind].zh))}。留空则按名称判断。`,
  },
  level: {
    head: '层级',
    width: 10,
    guide: `${listed(agencyLevels.map((level) => agencyLevelLabels[level].zh))}。留空则按名称判断。`,
  },
  regionCode: { head: '行政区划代码', width: 16, guide: '6位（GB/T 2260）；乡镇街道可用9位（GB/T 10114）。' },
  mayMakeRegulations: { head: '可制定规章', width: 12, guide: '是、否；留空则按名称判断。' },
  licences: { head: '行政许可权', width: 12, guide: '是、否；三项职权一并填写或者一并留空。' },
  penalties: { head: '行政处罚权', width: 12, guide: '是、否。' },
  coercions: { head: '行政强制权', width: 12, guide: '是、否。' },
  position: { head: '排序', width: 8, guide: '在同级单位中的次序，0以上的整数。' },
  id: { head: '编号', width: 40, guide: '本系统的编号，导出时自带。新增单位留空；请勿改动。' },
} as const satisfies Readonly<Record<string, { head: string; width: number; guide: string }>>;

export type AgencyColumn = keyof typeof agencyColumns;

export const agencyColumnKeys: readonly AgencyColumn[] = [
  'name',
  'parent',
  'creditCode',
  'kind',
  'level',
  'regionCode',
  'mayMakeRegulations',
  'licences',
  'penalties',
  'coercions',
  'position',
  'id',
];

const yesOrNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? '' : value ? '是' : '否';

/** How a table names an agency for those under it: by its name where only it is called so, else by a code. */
function referenceTo({ id, name, creditCode }: StandingAgency, all: readonly StandingAgency[]): string {
  return all.filter((other) => other.name === name).length === 1 ? name : (creditCode ?? id);
}

/** Agencies as the rows of a table, in the order of `agencyColumnKeys`. A parent that is not among them is left out. */
export function agencyTableRows(agencies: readonly StandingAgency[]): string[][] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const references = new Map<string, string>();
  const parentOf = ({ parentId }: StandingAgency): string => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    if (parent === undefined) return '';
    const known = references.get(parent.id) ?? referenceTo(parent, agencies);
    references.set(parent.id, known);
    return known;
  };
  return agencies.map((agency) => {
    const { name, creditCode, kind, level, regionCode, powers } = agency;
    const texts: Readonly<Record<AgencyColumn, string>> = {
      name,
      parent: parentOf(agency),
      creditCode: creditCode ?? '',
      kind: kind === null ? '' : agencyKindLabels[kind].zh,
      level: level === null ? '' : agencyLevelLabels[level].zh,
      regionCode: regionCode ?? '',
      mayMakeRegulations: yesOrNo(agency.mayMakeRegulations),
      licences: yesOrNo(powers?.licences),
      penalties: yesOrNo(powers?.penalties),
      coercions: yesOrNo(powers?.coercions),
      position: String(agency.position),
      id: agency.id,
    };
    return agencyColumnKeys.map((key) => texts[key]);
  });
}

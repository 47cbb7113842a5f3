import type { Text } from '../findings/message.ts';
import type { AgencyKind, AgencyLevel } from './agency.ts';

/** What people call the kinds of body that report. */
export const agencyKindLabels: Readonly<Record<AgencyKind, Text>> = {
  government: { zh: '人民政府', en: 'Government' },
  department: { zh: '工作部门', en: 'Department' },
  township: { zh: '乡镇人民政府', en: 'Township government' },
  subdistrict: { zh: '街道办事处', en: 'Subdistrict office' },
  verticalBody: { zh: '垂直管理机构', en: 'Body under vertical management' },
  internalBody: { zh: '内设机构', en: 'Internal body' },
  coordinatingBody: { zh: '议事协调机构', en: 'Coordinating body' },
  empoweredOrganisation: { zh: '法律法规授权组织', en: 'Empowered organisation' },
};

export const agencyLevelLabels: Readonly<Record<AgencyLevel, Text>> = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  prefectural: { zh: '地级', en: 'Prefectural' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
};

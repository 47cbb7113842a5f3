import type { Concept } from './concepts.ts';
import { caseUnits } from './counting-units.ts';

interface Applicant {
  readonly column: string;
  readonly zh: string;
  readonly en: string;
  readonly phrase: RegExp;
}

const applicants: readonly Applicant[] = [
  {
    column: 'naturalPerson',
    zh: '自然人',
    en: 'natural persons',
    phrase: /^(?:由|来自|属于)?(?:自然人|公民个人)(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
  {
    column: 'enterprise',
    zh: '商业企业',
    en: 'enterprises',
    phrase: /^(?:由|来自|属于)?商业企业(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
  { column: 'researchInstitution', zh: '科研机构', en: 'research institutions', phrase: /^科研机构(?:申请)?$/ },
  { column: 'publicWelfare', zh: '社会公益组织', en: 'public welfare bodies', phrase: /^社会公益组织(?:申请)?$/ },
  { column: 'legalService', zh: '法律服务机构', en: 'legal service bodies', phrase: /^法律服务机构(?:申请)?$/ },
  {
    column: 'legalPersons',
    zh: '法人或其他组织',
    en: 'legal persons and other organisations',
    phrase: /^(?:由|来自|属于)?法人(?:或|和|及|、)?(?:者)?其[他它]组织(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
];

/** Figures by kind of applicant, of what was received or closed. */
export const applicantConcepts: readonly Concept[] = applicants.map(({ column, zh, en, phrase }) => ({
  id: `applicant.${column}`,
  name: { zh: `${zh}申请`, en: `applications by ${en}` },
  subject: 'applications',
  phrase,
  units: caseUnits,
  readings: [
    { plus: ['t3.received'], column },
    { plus: ['t3.received', 't3.carriedIn'], column },
    { plus: ['t3.processedTotal'], column },
  ],
  certain: true,
}));

import type { Anchor, MoveName } from '@nianbao/core';
import type { DemoAgency } from './agencies.ts';

type Key = DemoAgency['key'];

/** What is left of a finished report when its editor writes it. */
export type Draft = 'finished' | 'unfinished' | 'begun' | 'wrongFees';

export type Step =
  | { readonly day: string; readonly write: Draft }
  | { readonly day: string; readonly move: Exclude<MoveName, 'edit'>; readonly reason?: string }
  /** What the reviewer says beside the report, to be seen to. */
  | { readonly day: string; readonly comment: string; readonly about: Anchor };

export interface Course {
  readonly agency: Key;
  readonly year: 2024 | 2025;
  readonly steps: readonly Step[];
}

const published = (agency: Key, day: (step: number) => string): Course => ({
  agency,
  year: 2024,
  steps: [
    { day: day(0), write: 'finished' },
    { day: day(1), move: 'submit' },
    { day: day(2), move: 'approve' },
    { day: day(3), move: 'publish' },
  ],
});

const january2025 = (step: number) => `2025-01-${10 + step * 3}`;
const march2025 = (step: number) => `2025-03-${10 + step * 3}`;

/** Last year: everybody published, one body after a correction. */
const lastYear: readonly Course[] = [
  published('office', january2025),
  published('development', january2025),
  {
    agency: 'education',
    year: 2024,
    steps: [
      { day: '2025-01-10', write: 'wrongFees' },
      { day: '2025-01-13', move: 'submit' },
      { day: '2025-01-15', move: 'approve' },
      { day: '2025-01-16', move: 'publish' },
      {
        day: '2025-02-17',
        move: 'correct',
        reason: '表二“行政事业性收费”原误填为36.8万元，经与财务账目核对，应为38.6万元，现予更正。其他数据不变。',
      },
      { day: '2025-02-17', write: 'finished' },
      { day: '2025-02-18', move: 'submit' },
      { day: '2025-02-19', move: 'approve' },
      { day: '2025-02-20', move: 'publish' },
    ],
  },
  published('forestry', january2025),
  published('culture', january2025),
  published('tourism', january2025),
  published('qinglan', january2025),
  published('shiqiao', january2025),
  published('county', march2025),
];

/** This year: every state that a report can be in. */
const thisYear: readonly Course[] = [
  {
    agency: 'office',
    year: 2025,
    steps: [
      { day: '2026-01-09', write: 'finished' },
      { day: '2026-01-12', move: 'submit' },
      { day: '2026-01-14', move: 'approve' },
    ],
  },
  { agency: 'development', year: 2025, steps: [{ day: '2026-01-12', write: 'unfinished' }] },
  {
    agency: 'education',
    year: 2025,
    steps: [
      { day: '2026-01-08', write: 'finished' },
      { day: '2026-01-13', move: 'submit' },
    ],
  },
  { agency: 'forestry', year: 2025, steps: [{ day: '2026-01-07', write: 'begun' }] },
  // Just opened: what the two bodies merged into it carried over stands there already.
  { agency: 'cultureTourism', year: 2025, steps: [] },
  {
    agency: 'qinglan',
    year: 2025,
    steps: [
      { day: '2026-01-09', write: 'finished' },
      { day: '2026-01-12', move: 'submit' },
      {
        day: '2026-01-14',
        comment: '行政许可63件，比上年多了5件，请在总体情况里补一句原因。',
        about: { kind: 'cell', key: 't2.licences.decisions' },
      },
      {
        day: '2026-01-14',
        move: 'return',
        reason: '总体情况没有写清惠农补贴信息公开到了哪一级，请补充；其余没有意见。',
      },
    ],
  },
  {
    agency: 'shiqiao',
    year: 2025,
    steps: [
      { day: '2026-01-08', write: 'finished' },
      { day: '2026-01-12', move: 'submit' },
      { day: '2026-01-15', move: 'approve' },
      { day: '2026-01-19', move: 'publish' },
    ],
  },
];

interface DemoCampaign {
  readonly year: 2025;
  readonly openedOn: string;
  readonly note: string;
  /** One body that has more time, and since when. */
  readonly extension: {
    readonly agency: Key;
    readonly day: string;
    readonly until: string;
    readonly reason: string;
  };
}

/** This year's campaign, opened for the whole county. */
export const demoCampaign: DemoCampaign = {
  year: 2025,
  openedOn: '2026-01-05',
  note: '请各单位1月21日前提交，表格与文字一并核对；有疑问请与县政府办公室联系。',
  extension: { agency: 'development', day: '2026-01-15', until: '2026-02-13', reason: '机关搬迁，台账正在核对' },
};

/** The demonstration's two report years, step by step. */
export const demoSeason: Readonly<Record<Course['year'], readonly Course[]>> = { 2024: lastYear, 2025: thisYear };

import type { PublicationMark } from '../carried/carried-report.ts';

/** A published version for tests. */
export const publication: PublicationMark = {
  agencyId: 'yx-forestry',
  version: 2,
  publishedAt: '2025-01-19T23:30:00Z',
  address: 'https://www.example.gov.cn/agencies/yx-forestry/2024/versions/2?from=a&to=b',
};

/** How often a property of written documents is tried: a few times, or as long as `npm run soak` has it. */
export const writtenRuns = process.env.NIANBAO_SOAK === undefined ? 12 : 1000;

import type { PublishedReport } from '../viewer-data.ts';

/** The published report as JSON: the report as core's schema has it, with what belongs to its publication. */
export function reportJson(published: PublishedReport): string {
  const { agency, report, version, versions, findings, explanations, ruleSetVersion } = published;
  return JSON.stringify({ agency, version, versions, ruleSetVersion, report, findings, explanations }, null, 1);
}

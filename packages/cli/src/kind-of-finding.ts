import type { Description, Finding, FindingKind, Locale } from '@nianbao/core';
import { describe, ruleById } from '@nianbao/core';
import { readingKindById } from '@nianbao/documents';

const unknown = (id: string): FindingKind => ({
  id,
  title: { zh: id, en: id },
  message: { zh: id, en: id },
  instruction: { zh: '', en: '' },
});

/** The sentences of a finding, whether a rule of the report made it or the reading of the file. */
export function describeFinding(finding: Finding, locale: Locale): Description {
  const kind = ruleById.get(finding.rule) ?? readingKindById.get(finding.rule) ?? unknown(finding.rule);
  return describe(kind, finding, locale);
}

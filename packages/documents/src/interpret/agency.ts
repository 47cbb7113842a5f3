import { compact } from '../labels/normalise.ts';
import type { SourceMetadata } from '../source/source.ts';
import { endsAsOrgan, fullAgencyName, isOrganName, sameOrgan } from './agency-name.ts';

export interface AgencyEvidence {
  readonly title: string | null;
  readonly signature: string | null;
  readonly publisher: string | null;
  readonly breadcrumbs: readonly string[];
  readonly metadata: SourceMetadata;
  /** The text of preface and sections, for “本报告由…编制”. */
  readonly text: string;
}

export interface ToldAgency {
  readonly name: string;
  /** The words that it was inferred from, or null where title or signature state it. */
  readonly inferredFrom: string | null;
}

const compiledBy = /由([\u4e00-\u9fff（）()]{3,40}?)(?:根据|按照|依据|负责编制|编制|汇总编制|结合)/;
/** Who compiled a report is said at its beginning. */
const statedWithin = 3000;
const ownOffice = /(?:党政综合办公室|党政办公室|党政办|综合办公室|办公室|办公厅)$/;
const county = /([\u4e00-\u9fff]{2,7}[县区旗])人民政府/;
const placed = /^[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]/;

/** The organ whose office compiled the report: an office compiles for the body that it belongs to. */
function compiler(text: string): ToldAgency | null {
  const match = compiledBy.exec(compact(text.slice(0, statedWithin)));
  if (match === null) return null;
  const body = (match[1] ?? '').replace(ownOffice, '');
  return isOrganName(body) ? { name: fullAgencyName(body), inferredFrom: match[0] } : null;
}

/** The county before a township's or 街道's bare name, where the site or its path names exactly one. */
function withCounty(name: string, evidence: AgencyEvidence): string {
  if (placed.test(name) || !/(?:[乡镇]人民政府|街道办事处)$/.test(name)) return name;
  const found = new Set(
    [evidence.metadata.site ?? '', ...evidence.breadcrumbs].flatMap((text) => county.exec(compact(text))?.[1] ?? []),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? `${only}${name}` : name;
}

/**
 * Tells which organ reports. Title and signature state it; the fuller of two forms of one name counts. Failing both, the
 * body that published the page, or the one whose office compiled the report. Null where nothing certain is said.
 */
export function tellAgency(evidence: AgencyEvidence): ToldAgency | null {
  const compiled = compiler(evidence.text);
  const publisher = evidence.publisher !== null && isOrganName(evidence.publisher) ? evidence.publisher : null;
  const others = [evidence.signature, publisher, compiled?.name ?? null].flatMap((name) =>
    name === null ? [] : [fullAgencyName(name)],
  );
  const stated = evidence.title ?? (evidence.signature === null ? null : fullAgencyName(evidence.signature));
  if (stated !== null) {
    const fuller = others
      .filter((name) => name.length > stated.length && sameOrgan(name, stated))
      .sort((a, b) => b.length - a.length)[0];
    return { name: withCounty(fuller ?? stated, evidence), inferredFrom: null };
  }
  if (compiled !== null) return { ...compiled, name: withCounty(compiled.name, evidence) };
  return publisher === null || !endsAsOrgan(fullAgencyName(publisher))
    ? null
    : { name: withCounty(fullAgencyName(publisher), evidence), inferredFrom: publisher };
}

import { placeIn } from '@nianbao/core';
import type { Standing } from '../against/standing.ts';
import { fill, words } from '../messages.ts';
import type { Difference, Verification } from '../tasks/verification.ts';
import type { VerifyAnswer } from '../tasks/verify-file.ts';
import { standingWords, verdictWords, verifyWords } from '../verify-words.ts';
import type { Style } from './checked-file.ts';
import { oneLine } from './one-line.ts';
import type { Colour } from './paint.ts';

export interface Verdict {
  readonly file: string;
  readonly verified: Extract<VerifyAnswer, { ok: true }>;
  /** Null where it was not asked for, or there is nothing to compare. */
  readonly against: Standing | null;
}

const signs: Readonly<Record<Verification['kind'], { readonly sign: string; readonly colour: Colour }>> = {
  unaltered: { sign: '✓', colour: 'bold' },
  altered: { sign: '✗', colour: 'red' },
  broken: { sign: '✗', colour: 'red' },
  none: { sign: '–', colour: 'yellow' },
};

function placeName(difference: Difference, lang: Style['lang']): string {
  switch (difference.kind) {
    case 'cell':
      return placeIn(difference.label, lang);
    case 'passage':
      return difference.where;
    case 'place':
      return difference.where[lang];
  }
}

function differenceLine(difference: Difference, { lang }: Style): string {
  const { carried, shown } = difference;
  return fill(verifyWords.cell[lang], {
    cell: placeName(difference, lang),
    carried: oneLine(carried),
    shown: oneLine(shown),
  });
}

function standingLine(standing: Standing, { lang }: Style): string {
  const text = standingWords[standing.kind][lang];
  switch (standing.kind) {
    case 'current': {
      const { version } = standing;
      return fill(text, { version: version === null ? '' : fill(verifyWords.version[lang], { version }) });
    }
    case 'older':
      return fill(text, { own: standing.version, current: standing.current });
    case 'notPublished':
      return text;
  }
}

/** What became of one file, for a person. */
export function verdictText({ file, verified, against }: Verdict, style: Style): string {
  const { lang, paint } = style;
  const { kind, carried, differences } = verified;
  const { sign, colour } = signs[kind];
  const lines = [`${paint(colour, `${sign} ${verdictWords[kind][lang]}`)}  ${file}`];
  if (carried !== null) {
    const { agency, year, publication, digest } = carried;
    const version = publication === null ? '' : fill(verifyWords.version[lang], { version: publication.version });
    const name = `${agency ?? words.unknownAgency[lang]} ${year ?? words.unknownYear[lang]}${version}`;
    lines.push(`    ${oneLine(name)}  ${paint('dim', digest.slice(0, 16))}`);
  }
  for (const difference of differences) lines.push(`    ${differenceLine(difference, style)}`);
  if (against !== null) lines.push(`    ${standingLine(against, style)}`);
  return `${lines.join('\n')}\n`;
}

/** The same as one JSON object on a line. */
export function verdictJson({ file, verified, against }: Verdict): string {
  const { kind, carried, differences } = verified;
  return `${JSON.stringify({ file, kind, ...(carried ?? { digest: null, publication: null, agency: null, year: null }), differences, against })}\n`;
}

import type { NewSearchEntry } from '@nianbao/database';
import { pinyin } from 'pinyin-pro';
import { wordsLiteral } from './index-words.ts';
import { queryWords } from './words.ts';

const syllables = (name: string): readonly string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });

/** The initials of a name in pinyin, and of each of its ends from a word on: yxxlyj and lyj for 云溪县林业局. */
function initialsOf(name: string): readonly string[] {
  const words = queryWords(name);
  return words.map((_, from) =>
    syllables(words.slice(from).join(''))
      .map((syllable) => syllable.charAt(0))
      .join(''),
  );
}

/** What search finds an agency by: its name, and the name in pinyin by initials or whole. */
export function agencyEntry(agency: {
  readonly id: string;
  readonly name: string;
  readonly isPublic: boolean;
}): NewSearchEntry {
  const spelled = [...initialsOf(agency.name), syllables(agency.name).join('')].join(' ');
  return {
    kind: 'agency',
    agencyId: agency.id,
    standing: agency.isPublic ? 'published' : 'working',
    title: agency.name,
    body: '',
    words: wordsLiteral([
      { text: agency.name, weight: 'A' },
      { text: spelled, weight: 'B' },
    ]),
  };
}

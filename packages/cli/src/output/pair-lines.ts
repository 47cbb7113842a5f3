import type { Locale } from '@nianbao/core';
import type { Pair } from '@nianbao/documents';
import { words } from '../messages.ts';
import { placeWords } from './place-words.ts';

/** The indicators that a report without official tables states, each with its figure and place, under what they stand. */
export function pairLines(pairs: readonly Pair[], lang: Locale): string[] {
  const lines: string[] = [];
  let group = '';
  for (const pair of pairs) {
    const above = pair.group.join(' › ');
    if (above !== group && above !== '') lines.push(`  ${above}`);
    group = above;
    const figure = pair.unit === null ? String(pair.value) : `${pair.value} ${pair.unit}`;
    lines.push(`${above === '' ? '  ' : '    '}${pair.label}：${figure}  ${placeWords(pair, lang)}`);
  }
  return lines.length === 0 ? [] : ['', words.pairs[lang], ...lines];
}

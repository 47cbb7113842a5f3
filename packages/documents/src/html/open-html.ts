import type { Source } from '../source/source.ts';
import { readText } from '../text/read-text.ts';
import { takeCarried } from './carried.ts';
import { canBuildTree, textWithoutTags } from './guard.ts';
import { readHtml } from './read-html.ts';

/** Reads a page with the report that it may carry; one that no tree can be built of in fair time is read as its text. */
export function openHtml(page: string): Source {
  const { html, carried } = takeCarried(page);
  return canBuildTree(html) ? readHtml(html, carried) : { ...readText(textWithoutTags(html)), carried };
}

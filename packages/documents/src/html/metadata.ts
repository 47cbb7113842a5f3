import type { SourceMetadata } from '../source/source.ts';
import { noMetadata } from '../source/source.ts';

/** The meta elements that the norms for government sites ask for, and the names in common use beside them. */
const fields: Readonly<Record<string, keyof SourceMetadata>> = {
  articletitle: 'title',
  'og:title': 'title',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  'article:published_time': 'publishedOn',
  contentsource: 'publisher',
  source: 'publisher',
  publisher: 'publisher',
  sitename: 'site',
  'og:site_name': 'site',
  indexnumber: 'indexNumber',
};

/** Collects what a page's meta elements say; the first statement of each kind counts. */
export class MetadataCollector {
  #found: Partial<Record<keyof SourceMetadata, string>> = {};
  #pageTitle: string | null = null;

  meta(name: string, content: string): void {
    const field = fields[name.toLowerCase()];
    const value = content.trim();
    if (field !== undefined && value !== '' && value.length < 300) this.#found[field] ??= value;
  }

  pageTitle(text: string): void {
    this.#pageTitle ??= text.trim();
  }

  finish(): SourceMetadata {
    return { ...noMetadata, ...this.#found, title: this.#found.title ?? this.#pageTitle };
  }
}

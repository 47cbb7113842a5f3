const deepest = 512;
const mostAttributes = 500;
const safeLength = 60_000;
const tag = /<(\/?)([a-z][a-z0-9]{0,30})(?![a-z0-9])([^<>]*)>/gi;
/** Elements that end by themselves, so that counting their tags says nothing of the depth. */
const unnested = new Set(
  'p li td th tr tbody thead tfoot option dt dd area base br col embed hr img input link meta source track wbr html head body'.split(
    ' ',
  ),
);

/**
 * Whether a page can be given to a tree builder: elements nested beyond what browsers build, or a tag with more
 * attributes than any page has, make building the tree take time in the square of the length. Short pages always can.
 */
export function canBuildTree(html: string): boolean {
  if (html.length <= safeLength) return true;
  let depth = 0;
  for (const match of html.matchAll(tag)) {
    const name = (match[2] ?? '').toLowerCase();
    const attributes = match[3] ?? '';
    if (attributes.length > 4 * mostAttributes && countOf(attributes) > mostAttributes) return false;
    if (unnested.has(name) || attributes.endsWith('/')) continue;
    depth = match[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return false;
  }
  return !/<[a-z][^<>]{40000}/i.test(html) || /<[a-z][^<>]{0,200}data:/i.test(html);
}

const countOf = (attributes: string): number => attributes.match(/\s+[^\s=]/g)?.length ?? 0;

/** Drops scripts and styles with all they hold; one that never ends takes the rest of the page with it. */
function withoutScripts(html: string): string {
  const opening = /<(script|style)\b/gi;
  const parts: string[] = [];
  let from = 0;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    parts.push(html.slice(from, match.index));
    const closing = new RegExp(`</${match[1]}\\s*>`, 'gi');
    closing.lastIndex = match.index;
    if (closing.exec(html) === null) return parts.join('');
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  return [...parts, html.slice(from)].join('');
}

/** What is left of a page that no tree can be built of: its text, with line ends where blocks and cells end. */
export function textWithoutTags(html: string): string {
  return withoutScripts(html)
    .replace(/<\/?(?:p|div|tr|td|th|br|li|h[1-6]|table)\b[^<>]{0,1000}>/gi, '\n')
    .replace(/<[^<>]{0,100000}>/g, '')
    .replaceAll('&nbsp;', ' ');
}

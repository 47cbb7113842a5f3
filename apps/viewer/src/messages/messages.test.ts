import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every message by its path; one with parameters by how many it takes. */
function messages(catalogue: object, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}${name}`;
    if (typeof value === 'string') return [[at, value] as const];
    if (typeof value === 'function') return [[`${at}(${value.length})`, 'a function'] as const];
    return typeof value === 'object' && value !== null ? messages(value, `${at}.`) : [];
  });
}

/** Said in one language only: that English labels are no official ones. */
const inEnglishOnly = 'officialLabels';

describe('the catalogues of the site', () => {
  it('have the same messages with the same parameters', () => {
    expect(messages(en).map(([path]) => path)).toEqual(messages(zh).map(([path]) => path));
  });

  it('leave nothing empty', () => {
    for (const [path, text] of [...messages(zh), ...messages(en)].filter(([at]) => at !== inEnglishOnly)) {
      expect(text, path).not.toBe('');
    }
  });
});

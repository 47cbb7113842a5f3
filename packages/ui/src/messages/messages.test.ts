import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every message by its path, as a string or, for one with parameters, as what it says of sample ones. */
function messages(catalogue: object, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}${name}`;
    if (typeof value === 'string') return [[at, value] as const];
    if (typeof value === 'function') return [[at, `function of ${value.length}`] as const];
    return typeof value === 'object' && value !== null ? messages(value, `${at}.`) : [];
  });
}

describe('the catalogues', () => {
  it('have the same messages with the same parameters', () => {
    const shape = (catalogue: object) =>
      messages(catalogue).map(([path, text]) => (text.startsWith('function') ? `${path}: ${text}` : path));
    expect(shape(en)).toEqual(shape(zh));
  });

  it('leave nothing empty', () => {
    for (const [path, text] of [...messages(zh), ...messages(en)]) expect(text, path).not.toBe('');
  });

  it('say nothing in Chinese in the English one but the official units', () => {
    for (const [path, text] of messages(en)) {
      if (!path.startsWith('units.')) expect(text, path).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Entry = string | ((...values: never[]) => string) | { readonly [key: string]: Entry };

function paths(entry: Entry, path = ''): string[] {
  if (typeof entry !== 'object') return [`${path} ${typeof entry}`];
  return Object.entries(entry).flatMap(([key, value]) => paths(value, `${path}.${key}`));
}

describe('the catalogues', () => {
  test('say the same things in both languages', () => {
    expect(paths(en)).toEqual(paths(zh));
  });

  test('are filled in', () => {
    const blank = (entry: Entry, path = ''): string[] => {
      if (typeof entry === 'string') return entry.trim() === '' && !path.startsWith('.head.prompts') ? [path] : [];
      return typeof entry === 'function'
        ? []
        : Object.entries(entry).flatMap(([key, value]) => blank(value, `${path}.${key}`));
    };
    expect([...blank(zh), ...blank(en)]).toEqual([]);
  });
});

test('no component speaks by itself', () => {
  const folder = new URL('..', import.meta.url).pathname;
  const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const spoken = components.flatMap((name) => {
    const code = readFileSync(join(folder, name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/<kbd>F8<\/kbd>/g, '');
    const hanzi = code.match(/(?<!\/[^/\n]*)[\u4e00-\u9fff]+/g) ?? [];
    const words = code.match(/(?<==\s?)>\s*[A-Za-z][A-Za-z ]+\s*<\/|>[A-Z][a-z]+[^<>{}=;]*<\/[a-z]/g) ?? [];
    return [...hanzi, ...words].map((found) => `${name}: ${found}`);
  });
  expect(spoken).toEqual([]);
});

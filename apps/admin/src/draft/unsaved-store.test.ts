import { describe, expect, test } from 'vitest';
import type { KeyValueStore } from './unsaved-store.ts';
import { clearUnsaved, readUnsaved, writeUnsaved } from './unsaved-store.ts';

function memoryStore(entries: Iterable<readonly [string, string]> = []): KeyValueStore & { keys(): string[] } {
  const map = new Map(entries);
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
    keys: () => [...map.keys()],
  };
}

const place = { user: 'u1', report: 'r1' };
const unsaved = { revision: 2, changes: [{ kind: 'fact', key: 't3.received.total', value: 5 }] } as const;

describe('unsaved changes on this machine', () => {
  test('come back to the same person for the same report only', () => {
    const store = memoryStore();
    expect(writeUnsaved(store, place, { ...unsaved, changes: [...unsaved.changes] })).toBe(true);
    expect(readUnsaved(store, place)).toEqual(unsaved);
    expect(readUnsaved(store, { user: 'u2', report: 'r1' })).toBeNull();
    expect(readUnsaved(store, { user: 'u1', report: 'r2' })).toBeNull();
  });

  test('are forgotten once saved', () => {
    const store = memoryStore();
    writeUnsaved(store, place, { ...unsaved, changes: [...unsaved.changes] });
    writeUnsaved(store, place, { revision: 3, changes: [] });
    expect(store.keys()).toEqual([]);
  });

  test('are all forgotten on sign-out, and nothing else is', () => {
    const store = memoryStore([['nianbao.locale', 'zh']]);
    writeUnsaved(store, place, { ...unsaved, changes: [...unsaved.changes] });
    writeUnsaved(store, { user: 'u2', report: 'r9' }, { ...unsaved, changes: [...unsaved.changes] });
    clearUnsaved(store);
    expect(store.keys()).toEqual(['nianbao.locale']);
  });

  test('damaged or foreign entries are passed over', () => {
    for (const text of ['{', '[]', '{"revision":-1,"changes":[]}', '{"revision":1,"changes":[{"kind":"script"}]}']) {
      expect(readUnsaved(memoryStore([['nianbao.unsaved.u1.r1', text]]), place)).toBeNull();
    }
  });

  test('a full or forbidden store is said, not thrown', () => {
    const full = {
      ...memoryStore(),
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(writeUnsaved(full, place, { ...unsaved, changes: [...unsaved.changes] })).toBe(false);
  });
});

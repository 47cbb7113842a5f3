import { expect, test } from 'vitest';
import { operations } from '../apps/server/src/operations/operations.ts';
import { operationNames, tasks } from './tasks.mjs';

test('every operation of an installation is reached, by name and for its help', () => {
  expect([...operationNames].sort()).toEqual(['serve', ...Object.keys(operations)].sort());
  for (const name of operationNames) {
    for (const args of [[name], ['help', name], [name, '--help'], ['--lang=en', name]]) {
      expect(tasks.nianbao?.(args).at(-1)?.script).toBe('apps/server/src/operations/main.ts');
    }
  }
});

test('a document that is called like an operation is a document', () => {
  expect(tasks.nianbao?.(['check', 'backup'])).toMatchObject([{ script: 'packages/cli/src/main.ts', atCaller: true }]);
});

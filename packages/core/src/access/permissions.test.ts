import { describe, expect, test } from 'vitest';
import type { Action, Relation, Role } from './permissions.ts';
import { actions, isAllowed, permissions, relations, relationTo, roleLabels, roles } from './permissions.ts';

const writing: readonly Action[] = actions.filter((action) => !action.endsWith('.read'));

describe('permissions', () => {
  test.each<[Role, Relation, Action, boolean]>([
    ['editor', 'own', 'report.edit', true],
    ['editor', 'below', 'report.edit', false],
    ['editor', 'elsewhere', 'report.read', false],
    ['editor', 'own', 'report.approve', false],
    ['editor', 'own', 'report.publish', false],
    ['agencyHead', 'own', 'report.submit', true],
    ['reviewer', 'below', 'report.approve', true],
    ['reviewer', 'below', 'report.edit', false],
    ['reviewer', 'elsewhere', 'report.read', false],
    ['administrator', 'below', 'people.manage', true],
    ['administrator', 'below', 'report.approve', false],
    ['administrator', 'below', 'report.edit', false],
    ['auditor', 'below', 'audit.read', true],
    ['service', 'below', 'report.read', true],
    ['service', 'own', 'report.edit', true],
    ['service', 'below', 'report.edit', false],
    ['service', 'own', 'report.submit', false],
    ['reviewer', 'below', 'report.accept', true],
    ['reviewer', 'own', 'report.accept', false],
  ])('%s, %s: %s is %s', (...[role, relation, action, allowed]) => {
    expect(isAllowed(action, [{ role, relation }])).toBe(allowed);
  });

  test('everybody reads what is published, signed in or not', () => {
    expect(isAllowed('published.read', [])).toBe(true);
  });

  test('who has no role may do nothing else', () => {
    expect(actions.filter((action) => isAllowed(action, []))).toEqual(['published.read']);
  });

  test('nothing but what is published is open to a role held elsewhere', () => {
    for (const role of roles) {
      const open = actions.filter((action) => isAllowed(action, [{ role, relation: 'elsewhere' }]));
      expect(open, role).toEqual(['published.read']);
    }
  });

  test.each<[Role, readonly Action[]]>([
    ['auditor', []],
    ['service', ['report.create', 'report.edit']],
  ])('%s changes nothing but %j', (role, changes) => {
    const grants = relations.map((relation) => ({ role, relation }));
    expect(writing.filter((action) => isAllowed(action, grants))).toEqual(changes);
  });

  test('no single role both writes and approves', () => {
    for (const role of roles) {
      const grants = relations.map((relation) => ({ role, relation }));
      expect(isAllowed('report.edit', grants) && isAllowed('report.approve', grants), role).toBe(false);
    }
  });

  test('several roles add up', () => {
    const grants = [
      { role: 'auditor', relation: 'below' },
      { role: 'editor', relation: 'own' },
    ] as const;
    expect(isAllowed('report.edit', grants)).toBe(true);
    expect(isAllowed('audit.read', grants)).toBe(true);
  });

  test('every action has a row and every role a name', () => {
    expect(Object.keys(permissions)).toEqual([...actions]);
    expect(Object.keys(roleLabels)).toEqual([...roles]);
  });
});

test('relation of an agency to another by the way up from it', () => {
  const lineage = ['town', 'county', 'province'];
  expect(relationTo('town', lineage)).toBe('own');
  expect(relationTo('county', lineage)).toBe('below');
  expect(relationTo('city', lineage)).toBe('elsewhere');
});

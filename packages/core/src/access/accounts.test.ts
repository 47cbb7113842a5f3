import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountRefusal, isPersonVisible } from './accounts.ts';
import type { Grant } from './permissions.ts';
import { actions, grantsOf, isAllowed, relations, roles, tokenScopes } from './permissions.ts';

const grant = fc.record({ role: fc.constantFrom(...roles), relation: fc.constantFrom(...relations) });
const towards = fc.array(fc.array(grant, { maxLength: 3 }), { maxLength: 4 });
const administers: Grant = { role: 'administrator', relation: 'below' };

describe('acting on an account', () => {
  test('nobody acts on their own', () => {
    fc.assert(
      fc.property(towards, (grants) => {
        expect(accountRefusal({ actorId: 'a', personId: 'a', towards: grants })).toBe('OWN_ACCESS');
      }),
    );
  });

  test('one agency that the actor does not administer is enough to refuse', () => {
    fc.assert(
      fc.property(towards, fc.nat(), (grants, at) => {
        const foreign: Grant[] = [{ role: 'administrator', relation: 'elsewhere' }];
        const mixed = [...grants.slice(0, at), foreign, ...grants.slice(at)];
        expect(accountRefusal({ actorId: 'a', personId: 'b', towards: mixed })).toBe('NOT_ALLOWED');
      }),
    );
  });

  test('the administrator of all of them may; an account that belongs nowhere is nobody’s to act on', () => {
    expect(accountRefusal({ actorId: 'a', personId: 'b', towards: [[administers], [administers]] })).toBeNull();
    expect(accountRefusal({ actorId: 'a', personId: 'b', towards: [] })).toBe('NOT_ALLOWED');
    expect(isPersonVisible([])).toBe(false);
  });

  test('whoever may act on an account can see it', () => {
    fc.assert(
      fc.property(towards, (grants) => {
        if (accountRefusal({ actorId: 'a', personId: 'b', towards: grants }) === null) {
          expect(isPersonVisible(grants)).toBe(true);
        }
      }),
    );
  });
});

describe('the scopes of a token', () => {
  test('take away, and never add', () => {
    const scopes = fc.subarray([...actions]);
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 3 }), scopes, fc.constantFrom(...actions), (grants, allowed, action) => {
        const limited = grants.map((each) => ({ ...each, scopes: allowed }));
        const open = action === 'published.read';
        expect(isAllowed(action, limited)).toBe(open || (isAllowed(action, grants) && allowed.includes(action)));
      }),
    );
  });

  test('reach the grants that are made from a role held somewhere', () => {
    const held = [{ agencyId: 'county', role: 'service', scopes: ['agency.read'] }] as const;
    const grants = grantsOf(held, ['town', 'county']);
    expect(isAllowed('agency.read', grants)).toBe(true);
    expect(isAllowed('report.read', grants)).toBe(false);
  });

  test('are what the table allows a service, and nothing that changes access', () => {
    expect(tokenScopes).toContain('report.read');
    expect(tokenScopes.filter((action) => /manage|approve|publish|submit/.test(action))).toEqual([]);
  });
});

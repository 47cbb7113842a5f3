import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** WCAG 2.1 AA (GB/T 37668), and what goes for good practice besides. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/**
 * Holds the page, as it now stands, to the standards of accessibility; a failure shows the first element of each kind. Our
 * pages have no frames, and only what is wrong is wanted: told so, the check takes half the time.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Holds the page to the width of the screen: tables scroll within themselves, the page never does. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const surplus = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(surplus).toBe(0);
}

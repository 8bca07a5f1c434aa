import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Role = 'administrator' | 'coordinator' | 'educator' | 'company-operator' | 'trainer' | 'bulletin-editor' | 'auditor';

const gallery = fileURLToPath(new URL('../gallery/', import.meta.url));

export function demoPassword(): string {
  const password = process.env.INCLUSION_DEMO_PASSWORD;
  if (!password) throw new Error('INCLUSION_DEMO_PASSWORD must hold the password of the demo users.');
  return password;
}

/** Fills the sign-in page, wherever one was led to it from. */
export async function giveCredentials(page: Page, role: Role, password = demoPassword()) {
  await page.getByLabel('E-mail').fill(`${role}@demo.test`);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}

/** Signs in as the demo user of a role, through the page, and waits for the home page. */
export async function signIn(page: Page, role: Role) {
  await page.goto('/sign-in');
  await giveCredentials(page, role);
  await expect(page.getByRole('heading', { level: 1, name: /Buon(giorno|asera)/ })).toBeVisible();
}

/** WCAG 2.2 AA and the best practices of axe, on the page as it stands. A frame that may run no script runs no axe either: it would be waited for in vain. */
export async function expectNoAxeViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox=""]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Leaves a picture of the page at both widths in the gallery, and runs axe at each. */
export async function shot(page: Page, name: string) {
  mkdirSync(gallery, { recursive: true });
  const before = page.viewportSize() ?? { width: 1280, height: 820 };
  await dismissToasts(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 820 });
    await settled(page);
    await page.screenshot({ path: `${gallery}${name}-${width}.png`, animations: 'disabled' });
    await pinBars(page, false);
    await expectNoAxeViolations(page);
    await pinBars(page, true);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(before);
}

/** What is half under a fixed bar can be scrolled free, but axe measures only what it sees. */
async function pinBars(page: Page, pinned: boolean) {
  await page.evaluate((position) => document.querySelectorAll<HTMLElement>('nav.side, .top').forEach((bar) => (bar.style.position = position)), pinned ? '' : 'static');
}

/** A message over the page would hide part of it from the picture and from axe. */
async function dismissToasts(page: Page) {
  const close = page.locator('.toasts').getByRole('button', { name: /^(Chiudi|Close)$/ });
  for (let left = await close.count(); left > 0; left--) await close.first().click({ timeout: 2_000 }).catch(() => undefined);
}

/** Nothing is on its way any more: skeletons are gone and fonts are there. */
export async function settled(page: Page) {
  await expect(page.locator('.skeleton, .page-loading, [aria-busy="true"]:not(button)')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, shot, signIn } from './support';

test('a wrong password is explained and nothing is lost', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('nobody@demo.test');
  await page.locator('input[name="password"]').fill('not the password');
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@demo.test');
  await shot(page, 'sign-in');
});

test('an address asked for before signing in is found afterwards, and the language can be changed', async ({ page }) => {
  await page.goto('/account/password');
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, 'coordinator');
  await shot(page, 'today');

  await page.getByRole('button', { name: /Menu di/ }).click();
  await expectNoAxeViolations(page);
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Good (morning|evening)/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an unknown address says so inside the frame', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shot(page, 'not-found');
});

test('the global search opens with the slash key', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: /Cerca in tutto/ })).toBeFocused();
});

import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, giveCredentials, shot, signIn } from './support';

test('a wrong password is explained and the address stays', async ({ page }) => {
  await page.goto('/sign-in');
  await giveCredentials(page, 'trainer', 'not the password');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('trainer@demo.test');
  await shot(page, 'sign-in');
});

test('an address asked for before signing in is found afterwards', async ({ page }) => {
  await page.goto('/account/password');
  await expect(page).toHaveURL(/sign-in/);
  await giveCredentials(page, 'coordinator');
  await expect(page.getByRole('heading', { level: 1, name: 'Cambio della password' })).toBeVisible();
  await expect(page).toHaveURL(/account\/password/);
});

test('the password page explains what is missing at the field and on top', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/account/password');
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  await page.getByRole('link', { name: /^Nuova password: / }).click();
  await expect(page.locator('input[name="newPassword"]')).toBeFocused();
  await page.locator('input[name="currentPassword"]').fill('not the password');
  await page.locator('input[name="newPassword"]').fill('corta');
  await page.locator('input[name="repeated"]').fill('corta');
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  await expect(page.getByRole('alert')).toContainText('Password attuale');
  await shot(page, 'password');
});

test('the home page says what is due, in both languages', async ({ page }) => {
  await signIn(page, 'coordinator');
  await shot(page, 'today');
  await page.getByRole('button', { name: /Menu di/ }).click();
  await expectNoAxeViolations(page);
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Good (morning|evening)/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a session that ends meanwhile is opened again in place, and what was typed goes on', async ({ page, context }) => {
  await signIn(page, 'coordinator');
  await page.goto('/account/password');
  await page.locator('input[name="currentPassword"]').fill('not the password');
  await page.locator('input[name="newPassword"]').fill('quattro parole da ricordare');
  await page.locator('input[name="repeated"]').fill('quattro parole da ricordare');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  const dialog = page.getByRole('dialog', { name: 'La sessione è scaduta' });
  await expect(dialog.locator('input[name="password"]')).toBeFocused();
  await shot(page, 'session-expired');
  await dialog.locator('input[name="password"]').fill(process.env.INCLUSION_DEMO_PASSWORD!);
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('alert')).toContainText('Password attuale');
  await expect(page.locator('input[name="newPassword"]')).toHaveValue('quattro parole da ricordare');
});

test('an unknown address says so inside the frame', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1, name: 'Pagina non trovata' })).toBeVisible();
  await shot(page, 'not-found');
});

test('what is set once is on one page, each with what it decides', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: 'Impostazioni' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Impostazioni' })).toBeVisible();
  await shot(page, 'settings');
  await page.getByRole('link', { name: 'Regole dei tirocini' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Regole');
  // One still is among the settings, and goes back to them from each.
  await expect(page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: 'Impostazioni' })).toHaveClass(/\bon\b/);
  await page.getByRole('main').getByRole('link', { name: 'Impostazioni' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Impostazioni' })).toBeVisible();
});

test('the global search opens with the slash key', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Cerca in tutto il servizio' })).toBeFocused();
});

test('signing out ends the session', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.getByRole('button', { name: /Menu di/ }).click();
  await page.getByRole('menuitem', { name: 'Esci', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goto('/');
  await expect(page).toHaveURL(/sign-in/);
});

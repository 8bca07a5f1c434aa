import { expect, test, type Browser } from '@playwright/test';
import { shot, signIn } from './support';

const run = Date.now().toString(36);
const person = `Prova ${run}`;
const address = `prova-${run}@demo.test`;
const own = `una frase tutta mia ${run}`;

async function enter(browser: Browser, password: string) {
  const page = await (await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome' })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(address);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  return page;
}

test('an account is made, its first password must be changed, and closing it ends its sessions', async ({ page, browser }) => {
  await signIn(page, 'administrator');
  await page.goto('/access');
  await expect(page.getByRole('heading', { level: 1, name: /Account/ })).toBeVisible();
  await shot(page, 'access-accounts');

  await page.getByRole('link', { name: 'Aggiungi un account' }).first().click();
  await page.getByLabel('Nome e cognome').fill(person);
  await page.getByLabel('E-mail').fill(address);
  await page.getByLabel(/^Formatore/).check();
  await shot(page, 'access-new-account');
  await page.getByRole('button', { name: 'Crea l’account' }).click();
  await expect(page.getByText('Account creato')).toBeVisible();
  const first = await page.locator('.secret code').nth(1).innerText();
  await shot(page, 'access-account-made');

  const theirs = await enter(browser, first);
  await expect(theirs).toHaveURL(/account\/password/);
  await shot(theirs, 'access-must-change-password');
  await theirs.goto('/training');
  await expect(theirs).toHaveURL(/account\/password/);
  await theirs.locator('input[name="currentPassword"]').fill(first);
  await theirs.locator('input[name="newPassword"]').fill(own);
  await theirs.locator('input[name="repeated"]').fill(own);
  await theirs.locator('form button[type="submit"]').click();
  await expect(theirs.getByRole('heading', { level: 1, name: /Buon(giorno|asera)/ })).toBeVisible();

  await page.getByRole('link', { name: 'L’ho annotata' }).click();
  await expect(page.getByRole('heading', { level: 1, name: person })).toBeVisible();
  await shot(page, 'access-account');
  await page.getByRole('button', { name: 'Disattiva' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disattiva' }).click();
  await expect(page.getByText('Disattivato').first()).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/sign-in/);
  await theirs.context().close();
});

test('a third-party system gets its secret once and is shut out for good', async ({ page }) => {
  const name = `Ente ${run}`;
  await signIn(page, 'administrator');
  await page.goto('/access/systems/new');
  await page.getByLabel('Nome del sistema').fill(name);
  await page.locator('.choices input').first().check();
  await shot(page, 'access-new-system');
  await page.getByRole('button', { name: 'Crea le credenziali' }).click();
  await expect(page.locator('.secret code')).toHaveCount(2);
  await shot(page, 'access-system-made');
  await page.getByRole('link', { name: 'Le ho annotate' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await shot(page, 'access-systems');
  await page.getByRole('button', { name: `Escludi: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Escludi' }).click();
  await expect(page.getByRole('region', { name }).getByText('Escluso', { exact: true })).toBeVisible();
});

test('the auditor reads who did what, without contents, and manages nobody', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/access-log');
  await expect(page.getByRole('heading', { level: 1, name: 'Registro degli accessi' })).toBeVisible();
  await page.getByLabel('Azione', { exact: true }).selectOption('change');
  await expect(page.getByRole('cell', { name: 'Modifica' }).first()).toBeVisible();
  await shot(page, 'access-log');
  await page.goto('/access');
  await expect(page.getByRole('link', { name: 'Aggiungi un account' })).toHaveCount(0);
});

test('a set-up address that is worth nothing says so', async ({ page }) => {
  await page.goto('/set-up/inventato');
  await page.getByLabel('Nome e cognome').fill('Prima Persona');
  await page.getByLabel('E-mail').fill(`capo-${run}@demo.test`);
  await page.locator('input[name="password"]').fill('una frase per cominciare');
  await page.getByRole('button', { name: 'Crea l’amministratore ed entra' }).click();
  await expect(page.getByRole('alert')).toContainText('non vale più');
  await shot(page, 'set-up');
});

import { expect, test } from '@playwright/test';
import { day, expectNoAxeViolations, shot, signIn } from './support';

test('an administrator declares a term of long-term unemployment with its act, and the former ones stay', async ({ page }, info) => {
  const act = `D.D. di prova n. ${info.retry + 1}-${Date.now() % 100000}`;
  await signIn(page, 'administrator');
  await page.goto('/settings');
  await page.getByRole('link', { name: /Disoccupazione di lunga durata/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Termini della disoccupazione di lunga durata' })).toBeVisible();
  const gol = page.getByRole('region', { name: 'GOL' });
  await expect(gol.getByText(/Programma GOL/)).toBeVisible();
  await page.getByRole('button', { name: 'Nuovo termine' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Nuovo termine' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Programma').selectOption('gol');
  await dialog.getByLabel('In vigore dal').fill(day(30));
  await dialog.getByLabel('Mesi senza lavoro').fill('9');
  await dialog.getByLabel('Atto').fill(act);
  await dialog.getByLabel('Da verificare').check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Nuovo termine' }).click();
  await expect(dialog).toBeHidden();
  await expect(gol.getByText(act)).toBeVisible();
  await expect(gol.getByText('In futuro').first()).toBeVisible();
  await expect(gol.getByText('In vigore', { exact: true })).toBeVisible();
  await shot(page, 'unemployment-terms');
});

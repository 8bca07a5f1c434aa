import { expect, test } from '@playwright/test';
import { day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

test('a professional without an account is on the équipe, is named in the plan, and goes on with an account', async ({ page }, info) => {
  const name = `Ines Valdastri ${['Bianca', 'Celeste', 'Dalia'][info.retry] ?? Date.now()}`;
  await signIn(page, 'educator');
  await page.goto('/beneficiaries?state=open');
  await page.getByRole('table').getByRole('link').nth(2).click();
  const team = page.getByRole('region', { name: 'Équipe' });
  await team.getByRole('button', { name: 'Aggiungi chi non ha un account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Aggiungi chi non ha un account' }).click();
  await expect(dialog.getByText(/Serve l.ente/).first()).toBeVisible();
  await dialog.getByLabel('Nome dell’ente').fill('Consultorio di prova');
  await dialog.getByLabel('Nome e cognome').fill(name);
  await dialog.getByLabel('Ruolo nell’équipe').selectOption({ label: 'psicologo' });
  await dialog.getByLabel('Dal').fill(day(-3));
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Aggiungi chi non ha un account' }).click();
  await expect(dialog).toBeHidden();
  await expect(team.getByText(name)).toBeVisible();
  await expect(team.getByText('senza account').first()).toBeVisible();

  await team.getByRole('button', { name: 'Aggiungi chi non ha un account' }).click();
  await dialog.getByLabel('Ente', { exact: true }).click();
  await dialog.getByRole('listbox').getByRole('option').first().click();
  await expect(dialog.getByLabel('Nome dell’ente')).toBeHidden();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Annulla' }).click();
  await shot(page, 'team-outside');

  await team.getByRole('button', { name: `Ora ha un account: ${name}` }).click();
  await expect(dialog.getByText('Da oggi la partecipazione')).toBeVisible();
  const account = dialog.getByLabel('Account');
  const options = await account.locator('option').allInnerTexts();
  const present = await team.locator('li b').allInnerTexts();
  await account.selectOption({ label: options.find((one) => one.trim() && !present.includes(one.trim()) && !one.startsWith('Sceg') && !one.startsWith('—'))! });
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Ora ha un account' }).click();
  await expect(dialog).toBeHidden();
  await expect(team.getByText(/con un account dal/).first()).toBeVisible();
});

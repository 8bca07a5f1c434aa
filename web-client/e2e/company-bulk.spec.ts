import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

const unique = () => Date.now().toString(36);

async function choose(page: Page, rows: number) {
  for (let row = 1; row <= rows; row++) await page.getByRole('row').nth(row).getByRole('checkbox').check();
  await expect(page.getByRole('region', { name: 'Azioni sulle righe scelte' })).toBeVisible();
}

test('chosen companies are given to a colleague, tagged and added to a campaign, and found by their filters', async ({ page }) => {
  const tag = `Prova ${unique()}`;
  await signIn(page, 'company-operator');
  await page.goto('/companies?sector=catering');
  await choose(page, 3);
  await shot(page, 'company-bulk-bar');

  // Without a choice it says what is missing.
  const bar = page.locator('.bulk-bar');
  await bar.getByRole('button', { name: 'Assegna', exact: true }).click();
  const assign = page.getByRole('dialog', { name: 'Chi segue 3 aziende' });
  await assign.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(assign.getByText('Scegliere chi la segue, o nessuno in particolare.')).toBeVisible();
  await assign.getByLabel('Chi la segue').selectOption({ index: 1 });
  const colleague = await assign.getByLabel('Chi la segue').locator('option:checked').textContent();
  await shot(page, 'company-bulk-assign');
  await assign.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(page.getByText(/aziend[ae] assegnat[ae]/).first()).toBeVisible();
  await expect(bar).toHaveCount(0);

  await choose(page, 2);
  await bar.getByRole('button', { name: 'Etichetta', exact: true }).click();
  const tags = page.getByRole('dialog', { name: 'Etichette di 2 aziende' });
  await tags.getByRole('textbox', { name: 'Etichette' }).or(tags.getByRole('combobox', { name: 'Etichette' })).fill(tag);
  await shot(page, 'company-bulk-tag');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Etichetta messa a 2 aziende').first()).toBeVisible();

  await choose(page, 2);
  await bar.getByRole('button', { name: 'Aggiungi a una campagna' }).click();
  const campaign = page.getByRole('dialog', { name: 'Aggiungere 2 aziende a una campagna' });
  await campaign.getByLabel('Campagna').selectOption({ index: 1 });
  await shot(page, 'company-bulk-campaign');
  await campaign.getByRole('button', { name: 'Aggiungi a una campagna' }).click();
  await expect(page.getByText(/aziend[ae] aggiunt[ae] alla campagna/).first()).toBeVisible();

  await page.getByRole('combobox', { name: 'Etichetta', exact: true }).selectOption(tag);
  await expect(page).toHaveURL(/tag=/);
  await expect(page.getByRole('button', { name: 'Togli il filtro Etichetta' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Chi la segue' }).selectOption({ label: colleague! });
  await expect(page.getByRole('row')).toHaveCount(3);
  await shot(page, 'company-filters');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByText('Etichette cambiate').first()).toBeVisible();
  await expect(page.getByText('Aggiunta a una campagna').or(page.getByText('Cambiato: chi la segue')).first()).toBeVisible();
});

test('an archived company is left out, told and stays chosen', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies?sector=trade');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('region', { name: 'Contatti' })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni' }).first().click();
  await page.getByRole('menuitem', { name: 'Archivia' }).click();
  await page.getByRole('dialog').getByLabel('Motivo').fill('Ha cessato l’attività');
  await page.getByRole('dialog').getByRole('button', { name: 'Archivia', exact: true }).click();
  await expect(page.getByText('Azienda archiviata').first()).toBeVisible();
  await page.goto('/companies?archived=true&sector=trade');
  await choose(page, 1);
  await page.locator('.bulk-bar').getByRole('button', { name: 'Assegna', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Chi segue 1 azienda' });
  await dialog.getByLabel('Chi la segue').selectOption('nobody');
  await dialog.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(page.getByText('0 aziende assegnate. Lasciate fuori: 1 archiviata').first()).toBeVisible();
  await expect(page.getByRole('row').nth(1).getByRole('checkbox')).toBeChecked();
});

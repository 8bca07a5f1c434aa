import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { shot, signIn } from './support';

const unique = () => Date.now().toString(36);

/** A VAT number that no other run used: seven digits, office 044, check digit. */
function vatNumber(sequence: number): string {
  const ten = `${String(sequence % 10_000_000).padStart(7, '0')}044`;
  const sum = [...ten].map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2)).reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return ten + String((10 - (sum % 10)) % 10);
}

async function importFile(page: Page, name: string, lines: string[]) {
  await page.goto('/companies/import');
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') });
  await page.getByRole('button', { name: 'Carica e controlla' }).click();
  await expect(page.getByRole('heading', { name: 'Come sono state capite le colonne' })).toBeVisible();
}

async function confirmImport(page: Page, button: RegExp) {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Importa', exact: true }).click();
  await expect(page.getByText(/aziend[ae] importat[ae]/)).toBeVisible();
}

test('filters are saved under a name, shared, opened again and deleted', async ({ page }) => {
  const name = `Bar di Ascoli ${unique()}`;
  await signIn(page, 'company-operator');
  await page.goto('/companies');
  await page.getByLabel('Settore', { exact: true }).selectOption('catering');
  await expect(page).toHaveURL(/sector=catering/);
  await page.getByRole('combobox', { name: 'Provincia' }).selectOption('AP');
  await page.getByRole('combobox', { name: 'Comune' }).fill('grottam');
  await page.getByRole('option', { name: 'Grottammare (AP)' }).click();
  await expect(page.getByRole('button', { name: 'Togli il filtro Comune' })).toBeVisible();
  await page.getByRole('button', { name: 'Viste' }).click();
  await shot(page, 'saved-views-menu');
  await page.getByRole('menuitem', { name: 'Salva questi filtri…' }).click();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Dare un nome alla vista.')).toBeVisible();
  await page.getByLabel('Nome della vista').fill(name);
  await page.getByLabel('Condividi con chi vede questo elenco').check();
  await shot(page, 'saved-view-new');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText(`Vista «${name}» salvata`)).toBeVisible();

  await page.getByRole('button', { name: 'Azzera' }).click();
  await expect(page.getByRole('button', { name: 'Togli il filtro Comune' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Viste' }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page).toHaveURL(/municipality=044023/);

  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Le mie viste…' }).click();
  await shot(page, 'saved-views-mine');
  await page.getByRole('button', { name: `Elimina la vista ${name}` }).click();
  await expect(page.getByText(`Vista «${name}» eliminata`)).toBeVisible();
});

test('what is filtered or ticked leaves as a file with the columns wanted', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies?sector=catering');
  await page.getByRole('button', { name: 'Esporta', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /Esportare \d+ aziend/ });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Note').check();
  await shot(page, 'company-export');
  await dialog.getByLabel('CSV per Excel').check();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Scarica il file' }).click()]);
  expect(download.suggestedFilename()).toBe('aziende.csv');
  const [head] = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(head).toContain('Ragione sociale;Partita IVA;Settore');
  expect(head).toContain('Note');

  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('row').nth(2).getByRole('checkbox').check();
  await shot(page, 'companies-chosen');
  await page.getByRole('button', { name: 'Esporta le scelte' }).click();
  const chosen = page.getByRole('dialog', { name: 'Esportare 2 aziende' });
  const [second] = await Promise.all([page.waitForEvent('download'), chosen.getByRole('button', { name: 'Scarica il file' }).click()]);
  expect(second.suggestedFilename()).toBe('aziende.xlsx');
});

test('the map shows where companies are, and its list is used with the keyboard alone', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => !request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin) && !/^(data|blob):/.test(request.url()) && outside.push(request.url()));
  await signIn(page, 'educator');
  await page.goto('/companies');
  await page.getByRole('navigation', { name: 'Parti di Aziende' }).getByRole('link', { name: 'Mappa' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Mappa delle aziende/ })).toBeVisible();
  await expect(page.locator('.map-mark').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /\d+ comuni/ })).toBeVisible();
  await shot(page, 'company-map');

  const first = page.locator('.map-list .item').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Apri nell’elenco' })).toBeVisible();
  await expect(page.locator('.map-list a.item').first()).toBeVisible();
  await shot(page, 'company-map-place');
  await page.getByRole('button', { name: 'Tutti i comuni' }).press('Enter');

  const mark = page.locator('.map-mark').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tutti i comuni' })).toBeVisible();

  await page.getByLabel('Settore', { exact: true }).selectOption('agriculture');
  await expect(page).toHaveURL(/sector=agriculture/);
  expect(outside).toEqual([]);
});

test('a newer version of a sheet updates by the list’s own ids, shows the differences and blanks only what it is told', async ({ page }) => {
  const run = unique();
  const vat = vatNumber(Date.now() % 1_000_000);
  await signIn(page, 'company-operator');
  await importFile(page, `elenco-${run}.csv`, ['Codice;Azienda;Comune;Telefono;Note', `${run}-1;Bar ${run};Grottammare;0735 111111;Buona`]);
  await expect(page.getByLabel('Significato della colonna Codice')).toHaveValue('externalId');
  await page.getByLabel('Nome dell’elenco').fill(`Elenco ${run}`);
  await page.getByRole('button', { name: 'Vedi la riga' }).click();
  await confirmImport(page, /^Importa/);

  await importFile(page, `elenco-${run}-2.csv`, ['Codice;Azienda;Comune;Telefono;Note;P.IVA', `${run}-1;Bar Nuovo ${run};Grottammare;;;${vat}`]);
  await expect(page.getByLabel('Nome dell’elenco')).toHaveValue(`Elenco ${run}`);
  await page.getByLabel('Le celle vuote della colonna Telefono svuotano il campo').check();
  await shot(page, 'import-again-columns');
  await page.getByRole('button', { name: 'Vedi la riga' }).click();
  await expect(page.getByText('Aggiorna', { exact: true })).toBeVisible();
  await expect(page.getByText('si svuota')).toBeVisible();
  await expect(page.locator('.import-rows').getByText('Buona')).toHaveCount(0);
  await shot(page, 'import-again-rows');
  await confirmImport(page, /^Importa/);

  await page.goto(`/companies?q=${run}`);
  await expect(page.getByRole('link', { name: `Bar Nuovo ${run}` })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(run) })).toHaveCount(1);
});

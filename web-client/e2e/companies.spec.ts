import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

/** A VAT number that no other run used: seven digits, office 044, check digit. */
function vatNumber(sequence: number): string {
  const ten = `${String(sequence % 10_000_000).padStart(7, '0')}044`;
  const sum = [...ten].map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2)).reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return ten + String((10 - (sum % 10)) % 10);
}

const unique = () => Date.now().toString(36);

async function upload(page: Page, name: string, content: string) {
  await page.goto('/companies/import');
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'latin1') });
  await page.getByRole('button', { name: 'Carica e controlla' }).click();
  await expect(page.getByRole('heading', { name: 'Come sono state capite le colonne' })).toBeVisible();
}

test('a spreadsheet becomes companies: columns, rows corrected in place, confirmation, wrong rows given back', async ({ page }) => {
  const run = unique();
  const seed = Date.now() % 1_000_000;
  await signIn(page, 'company-operator');
  await page.goto('/companies/import');
  await shot(page, 'import-start');

  const lines = [
    'Elenco aziende;;;;',
    'Comune;Rag. Sociale;P.IVA;Tel.;Settore',
    `Grottammare;Caff\xe8 ${run};${vatNumber(seed + 1)};0735 123456;bar/ristorante`,
    `S. Benedetto del T.;Edil ${run};${vatNumber(seed + 2)};;edilizia`,
    `Grotamare;Officina ${run};;;artigianato`,
    `Grottammare;Errata ${run};12345678901;;agricoltura`,
    `Grottammare;Caff\xe8 ${run};${vatNumber(seed + 1)};;`,
  ];
  await upload(page, `aziende-${run}.csv`, lines.join('\r\n'));
  await expect(page.getByLabel('Significato della colonna Rag. Sociale')).toHaveValue('name');
  await shot(page, 'import-columns');

  await page.getByRole('button', { name: 'Vedi le 5 righe' }).click();
  await expect(page.getByText('2 righe sono da correggere')).toBeVisible();
  await shot(page, 'import-rows');

  // Left and found again: the address holds the import and its step.
  await page.reload();
  await expect(page.getByText('2 righe sono da correggere')).toBeVisible();
  await page.getByRole('button', { name: 'Grottammare (AP)' }).click();
  await expect(page.getByText('Una riga è da correggere')).toBeVisible();

  await page.getByRole('button', { name: 'Correggi la riga 6' }).click();
  await expect(page.getByLabel('Partita IVA')).toBeFocused();
  await expect(page.getByLabel('Partita IVA')).toHaveAccessibleDescription(/cifra è di controllo/);
  await shot(page, 'import-row-correction');
  await page.keyboard.press('Escape');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica le righe errate' }).click()]);
  expect(download.suggestedFilename()).toBe('righe-errate.xlsx');

  await page.getByRole('button', { name: 'Importa 3 aziende' }).click();
  await expect(page.getByRole('dialog', { name: 'Importare 3 aziende?' })).toBeVisible();
  await page.getByRole('button', { name: 'Importa', exact: true }).click();
  await expect(page.getByText('3 aziende importate')).toBeVisible();
  await shot(page, 'import-result');

  await page.goto(`/companies?q=${run}`);
  await expect(page.getByRole('link', { name: `Caffè ${run}` })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(run) })).toHaveCount(3);
});

test('a company is made after the warning, offers places, is called, edited and archived', async ({ page }) => {
  const name = `Trattoria ${unique()}`;
  await signIn(page, 'company-operator');
  await page.goto('/companies');
  await expect(page.getByRole('heading', { level: 1, name: /Aziende/ })).toBeVisible();
  await shot(page, 'companies');

  const fill = async () => {
    await page.getByRole('link', { name: 'Nuova azienda' }).click();
    await page.getByLabel('Nome', { exact: false }).first().fill(name);
    await page.locator('select[name="sector"]').selectOption('catering');
  };
  await fill();
  await shot(page, 'company-new');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.goto('/companies');
  await fill();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('C’è già un’azienda che le somiglia')).toBeVisible();
  await expect(page.getByText('Azienda salvata')).toHaveCount(0);
  await shot(page, 'company-alike');
  await page.getByRole('link', { name }).click();
  await page.getByRole('dialog', { name: 'Lasciare la pagina senza salvare?' }).getByRole('button', { name: 'Lascia senza salvare' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Nuova disponibilità' }).click();
  await page.getByLabel(/Mansioni/).fill('Aiuto cuoco');
  await page.getByRole('form', { name: 'Nuova disponibilità' }).getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByText('1 posto: Aiuto cuoco')).toBeVisible();

  await page.getByRole('button', { name: 'Registra un contatto' }).click();
  // The form is beside the record or far below it: the focus goes there.
  await expect(page.getByRole('form', { name: 'Registra un contatto' }).getByRole('radio').first()).toBeFocused();
  await page.getByLabel('non risponde').check();
  await page.getByRole('form', { name: 'Registra un contatto' }).getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('region', { name: 'Contatti' }).getByText('Telefonata: non risponde')).toBeVisible();
  await shot(page, 'company');

  await page.getByRole('button', { name: 'Modifica', exact: true }).first().click();
  await page.getByLabel('Telefono', { exact: true }).fill('0735 654321');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('link', { name: '0735 654321' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Altre azioni' }).first().click();
  await page.getByRole('menuitem', { name: 'Archivia' }).click();
  await page.getByRole('dialog').getByLabel('Motivo').fill('Prova');
  await page.getByRole('dialog').getByRole('button', { name: 'Archivia' }).click();
  await expect(page.getByText('Questa azienda è archiviata').first()).toBeVisible();
});

test('whoever only reads sees no way to write', async ({ page }) => {
  await signIn(page, 'bulletin-editor');
  await page.goto('/companies');
  await expect(page.getByRole('heading', { level: 1, name: /Aziende/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nuova azienda' })).toHaveCount(0);
});

test('a partner body is put into the network', async ({ page }) => {
  const name = `SerD ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/partner-bodies');
  await shot(page, 'partner-bodies');
  await page.getByRole('link', { name: 'Nuovo ente' }).click();
  await page.locator('input[name="name"]').fill(name);
  await page.locator('select[name="kind"]').selectOption('addictionService');
  await shot(page, 'partner-body-new');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('back from a record returns at once to its row of a long list, with the focus on it', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies');
  const rows = page.locator('[data-row-link]');
  await expect(rows).toHaveCount(25);
  for (const shown of [50, 75]) {
    await page.getByRole('button', { name: 'Mostra altri' }).click();
    await expect(rows).toHaveCount(shown);
  }
  const row = rows.nth(60);
  const name = (await row.innerText()).split('\n')[0]!;
  await row.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(75);
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});

import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const letters = () => Array.from({ length: 6 }, () => 'bcdfglmnprstvz'[Math.floor(Math.random() * 14)]).join('');
const pdf = (text: string) => ({ name: 'Carta di prova.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${text}`) });

/** A person of this run, just registered, on their page. */
async function register(page: Page) {
  const surname = `Prova${letters()}`;
  await page.goto('/beneficiaries/new');
  await page.getByLabel('Cognome', { exact: false }).first().fill(surname);
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill('Gioia');
  await page.locator('label', { hasText: 'Femmina' }).click();
  await page.getByLabel('Data di nascita').fill('1984-05-06');
  await page.getByRole('button', { name: 'Registra e continua' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Più tardi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Gioia ${surname}` })).toBeVisible();
  return surname;
}

test('sections of the file are written one by one, stay closed, and are opened with a trace', async ({ page }) => {
  await signIn(page, 'educator');
  await register(page);

  await page.getByRole('button', { name: 'Modifica: Famiglia e casa' }).click();
  const household = page.getByRole('form', { name: 'Famiglia e casa' });
  await household.getByLabel('Persone in casa').fill('3');
  await household.getByLabel('Dove vive').selectOption({ label: 'Dormitorio' });
  await household.getByRole('button', { name: 'Salva' }).click();
  await expect(household).toBeHidden();
  await expect(page.locator('#household').getByText('Presente e chiuso')).toBeVisible();
  await expect(page.getByText('Dormitorio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mostra: Famiglia e casa' }).click();
  await expect(page.locator('#household').getByText('Dormitorio')).toBeVisible();
  await expect(page.getByText('conta come esclusione abitativa')).toBeVisible();

  await page.getByRole('button', { name: 'Modifica: Servizi per il lavoro' }).click();
  const services = page.getByRole('form', { name: 'Servizi per il lavoro' });
  await services.getByLabel('Collocamento mirato (L. 68/99)').selectOption({ label: 'Iscritta' });
  await services.getByLabel('Ufficio').fill('CPI di Fermo');
  await services.getByLabel('Percorso GOL').selectOption('4');
  await services.getByRole('button', { name: 'Salva' }).click();
  await expect(services).toBeHidden();

  await page.getByRole('button', { name: 'Modifica: Sostegni al reddito' }).click();
  const benefits = page.getByRole('form', { name: 'Sostegni al reddito' });
  await benefits.getByRole('button', { name: 'Aggiungi un sostegno' }).click();
  await benefits.getByRole('group', { name: 'Sostegno 1' }).getByRole('combobox').selectOption({ label: 'Assegno di inclusione (ADI)' });
  await benefits.getByLabel('Al mese').fill('480,50');
  await shot(page, 'person-file-benefits');
  await benefits.getByRole('button', { name: 'Salva' }).click();
  await expect(benefits).toBeHidden();
  await page.getByRole('button', { name: 'Mostra: Sostegni al reddito' }).click();
  await expect(page.locator('#benefits').getByText('480,50')).toBeVisible();

  await page.getByRole('button', { name: 'Modifica: Conto per l’indennità' }).click();
  const account = page.getByRole('form', { name: 'Conto per l’indennità' });
  await account.getByLabel('IBAN').fill('IT60 X054 2811 1010 0000 0123 457');
  await account.getByRole('button', { name: 'Salva' }).click();
  await expect(account.getByText('una sola cifra sbagliata').first()).toBeVisible();
  await account.getByLabel('IBAN').fill('IT60 X054 2811 1010 0000 0123 456');
  await account.getByRole('button', { name: 'Salva' }).click();
  await expect(account).toBeHidden();
  await page.getByRole('button', { name: 'Mostra: Conto per l’indennità' }).click();
  await expect(page.getByText('IT60 X054 2811 1010 0000 0123 456')).toBeVisible();

  await page.getByRole('button', { name: 'Mostra: Registro degli accessi' }).click();
  await expect(page.getByText('Conto per l’indennità in chiaro: pagare l’indennità').first()).toBeVisible();
  await page.locator('#household').scrollIntoViewIfNeeded();
  await shot(page, 'person-file-sections');
});

test('languages, licences and work done are kept as rows', async ({ page }) => {
  await signIn(page, 'educator');
  await register(page);

  await page.getByRole('button', { name: 'Modifica lingue e patenti' }).click();
  const form = page.getByRole('form', { name: 'Modifica lingue e patenti' });
  await form.getByRole('button', { name: 'Aggiungi una lingua' }).click();
  await form.getByRole('group', { name: 'Lingua 1' }).getByRole('combobox').first().selectOption({ label: 'Wolof' });
  await form.getByRole('group', { name: 'Lingua 1' }).getByRole('combobox').last().selectOption({ label: 'madrelingua' });
  await form.getByLabel('B (automobili)', { exact: true }).check();
  await shot(page, 'person-file-curriculum');
  await form.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('Wolof (madrelingua)')).toBeVisible();

  await page.getByRole('button', { name: 'Aggiungi un’esperienza' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Datore di lavoro').fill('Trattoria del Porto');
  await dialog.getByLabel('Mansioni').fill('Aiuto cuoca');
  await dialog.getByLabel('Dal').fill('2021-03-01');
  await dialog.getByLabel('Al', { exact: true }).fill('2020-03-01');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(dialog.getByText('L’ultimo giorno non può essere prima del primo').or(dialog.getByText("L'ultimo giorno non può essere prima del primo")).first()).toBeVisible();
  await dialog.getByLabel('Al', { exact: true }).fill('2023-03-01');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Aiuto cuoca')).toBeVisible();
  await page.locator('#curriculum').scrollIntoViewIfNeeded();
  await shot(page, 'person-file-experiences');
});

test('a document is uploaded, told as expiring and downloaded; what is not a document is refused', async ({ page }) => {
  await signIn(page, 'educator');
  await register(page);

  await page.getByRole('button', { name: 'Aggiungi un documento' }).click();
  const form = page.getByRole('form', { name: 'Aggiungi un documento' });
  await form.locator('input[type="file"]').setInputFiles({ name: 'Carta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ un programma') });
  await form.getByLabel('Che cos’è').selectOption({ label: 'documento d’identità' });
  await form.getByRole('button', { name: 'Carica il documento' }).click();
  await expect(form.getByText('Questo tipo di file non si può tenere').first()).toBeVisible();
  await form.locator('input[type="file"]').setInputFiles(pdf('prova'));
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('Valido fino al').fill(soon);
  await form.getByRole('button', { name: 'Carica il documento' }).click();
  await expect(form).toBeHidden();
  const link = page.locator('#documents').getByRole('link', { name: 'Carta di prova' });
  await expect(link).toBeVisible();
  await expect(page.locator('#documents').getByText('In scadenza', { exact: true })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Carta di prova.pdf');
  await page.locator('#documents').scrollIntoViewIfNeeded();
  await shot(page, 'person-file-documents');
  await page.getByRole('button', { name: 'Mostra: Registro degli accessi' }).click();
  await expect(page.getByText('documento scaricato').first()).toBeVisible();
});

test('a referral carries attachments', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/referrals');
  await page.getByRole('tab', { name: /Ricevut/ }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Allega un documento' }).click();
  const form = page.getByRole('form', { name: 'Allega un documento' });
  await form.locator('input[type="file"]').setInputFiles(pdf('relazione'));
  await form.getByRole('button', { name: 'Allega il documento' }).click();
  await expect(form).toBeHidden();
  const link = page.getByRole('link', { name: 'Carta di prova.pdf' }).first();
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Carta di prova.pdf');
  await shot(page, 'referral-attachments');
});

test('a long file keeps its name and its parts at hand, for the keyboard and for the thumb', async ({ page }) => {
  await signIn(page, 'educator');
  const surname = await register(page);
  const strip = page.locator('.record-strip');

  // At the head of the page there is nothing twice; whoever comes with the keyboard finds it all the same.
  await strip.getByRole('button', { name: 'In questa pagina' }).press('Enter');
  await page.keyboard.type('c');
  await expect(page.getByRole('menuitem', { name: 'Conto per l’indennità' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Conto per l’indennità' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Conto per l’indennità' })).toBeInViewport();
  await expect(strip.getByText(`Gioia ${surname}`)).toBeInViewport();

  await page.setViewportSize({ width: 390, height: 844 });
  await strip.getByRole('button', { name: 'In questa pagina' }).click();
  await expectNoAxeViolations(page);
  await page.getByRole('menuitem', { name: 'Dati anagrafici' }).click();
  await expect(page.getByRole('heading', { name: 'Dati anagrafici' })).toBeInViewport();
  await expectNoAxeViolations(page);
});

import { expect, test } from '@playwright/test';
import { call, lastMonth, mailedLink, running, shot } from './support';

const linkFor = (email: string, kind: string) => mailedLink(email, new RegExp(`/(?:tutor|intern)/${kind}/[\\w-]+`));

test('the tutor writes the month on a phone and signs; the service sees it', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const { id, mark } = await running(page, 'Arrivare puntuale\nUsare gli attrezzi in sicurezza\nLavorare in squadra');
  const month = lastMonth();
  await page.goto(`/internships/${id}/attendance/${month}`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Il tutor aziendale' }) });
  await expect(section.getByText('Nessun link mandato per questo mese')).toBeVisible();
  await section.getByRole('button', { name: 'Manda il link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Indirizzo e-mail del tutor').fill(`tutor-${mark}@posta.example`);
  // In the middle of the window, though it opens from the end of a section.
  const [above, below] = await dialog.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [top, innerHeight - bottom] as const;
  });
  expect(Math.abs(above - below)).toBeLessThanOrEqual(1);
  await shot(page, 'tutor-link-dialog');
  await dialog.getByRole('button', { name: 'Manda il link' }).click();
  await expect(section.getByText(/Ricordato l’ultima volta/)).toBeVisible();
  await shot(page, 'tutor-link-sent');

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'it-IT', baseURL: process.env.BASE_URL });
  const phone = await context.newPage();
  await phone.goto(await linkFor(`tutor-${mark}@posta.example`, 'register'));
  await expect(phone.getByText(`Correnti ${mark} Gioiosa`)).toBeVisible();
  const hours = phone.getByRole('textbox', { name: /^Ore di / });
  await hours.first().fill('25');
  await phone.getByRole('button', { name: 'Salva le ore' }).click();
  await expect(phone.getByRole('alert')).toContainText('Un giorno ha al massimo 24 ore');
  await hours.first().fill('');
  await phone.getByRole('combobox', { name: /^Assenza di / }).first().selectOption('justified');
  await phone.getByRole('button', { name: 'Riempi con le ore consuete' }).click();
  await shot(phone, 'tutor-register');
  await phone.getByRole('button', { name: 'Salva le ore' }).click();
  await expect(phone.getByText('Ore salvate')).toBeVisible();
  await phone.getByLabel('Nome e cognome').fill('Paola Neri');
  await shot(phone, 'tutor-register-sign');
  await phone.getByRole('button', { name: 'Firma il registro' }).click();
  await expect(phone.getByText('Firma ricevuta')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Questo link non vale più')).toBeVisible();
  await shot(phone, 'tutor-register-gone');

  await page.reload();
  const intern = page.locator('section', { has: page.getByRole('heading', { name: 'La persona in tirocinio' }) });
  await intern.getByRole('button', { name: 'Manda il link alla persona in tirocinio' }).click();
  await dialog.getByLabel('Indirizzo e-mail della persona').fill(`persona-${mark}@posta.example`);
  await dialog.getByRole('button', { name: 'Manda il link' }).click();
  await expect(intern.getByText(/Ricordato l’ultima volta/)).toBeVisible();
  await shot(page, 'intern-link-sent');
  await phone.goto(await linkFor(`persona-${mark}@posta.example`, 'register'));
  await expect(phone.getByRole('heading', { name: 'Registro presenze da firmare' })).toBeVisible();
  await phone.getByLabel('Nome e cognome').fill('Gioiosa');
  await shot(phone, 'intern-register-sign');
  await phone.getByRole('button', { name: 'Firma il registro' }).click();
  await expect(phone.getByText('Firma ricevuta')).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByText(/Gioiosa, la persona in tirocinio: firma dalla sua pagina/)).toBeVisible();
  await expect(page.getByText(/Paola Neri, tutor aziendale: firma dalla sua pagina/)).toBeVisible();
  await expect(page.getByText(/impronta [0-9a-f]{8}…/).first()).toBeVisible();
  await expect(page.getByText('Scritto dal tutor aziendale, sulla sua pagina.')).toBeVisible();
  await shot(page, 'register-signed-by-tutor');
});

test('the tutor’s page says which evaluation it asks for, and a level can be taken back', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const { id, mark } = await running(page);
  await call(page, 'POST', `internships/${id}/evaluations/intermediate/tutor-link`, { email: `valuta-${mark}@posta.example` });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'it-IT', baseURL: process.env.BASE_URL });
  const phone = await context.newPage();
  await phone.goto(await linkFor(`valuta-${mark}@posta.example`, 'evaluation'));
  await expect(phone.getByRole('heading', { level: 1, name: 'Valutazione intermedia' })).toBeVisible();
  await expect(phone.getByText(/chiede come sta andando il tirocinio, a metà del percorso/)).toBeVisible();
  const teamwork = phone.getByRole('group', { name: 'lavorare in squadra' });
  await teamwork.getByText('in autonomia').click();
  await shot(phone, 'tutor-evaluation');
  await phone.getByRole('button', { name: 'Togli il livello: lavorare in squadra' }).click();
  await expect(teamwork.getByRole('radio', { checked: true })).toHaveCount(0);
  await context.close();
});

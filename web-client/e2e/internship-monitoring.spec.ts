import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

/** The first visit that is due for the educator of the demo. */
async function firstDue(page: Page) {
  await signIn(page, 'educator');
  await page.goto('/internships/visits?mine=true');
  await expect(page.getByRole('heading', { level: 1, name: /Visite e colloqui da fare/ })).toBeVisible();
}

test('visits due are worked in order: a draft is kept, then the sheet is done', async ({ page }) => {
  test.setTimeout(240_000);
  await firstDue(page);
  await shot(page, 'visits-due');
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Concludi la scheda' })).toBeVisible();
  const sheet = page.url();
  await page.getByRole('group', { name: 'Presenza' }).getByText('qualche assenza').click();
  await page.getByLabel('Difficoltà').fill('Fatica al mattino');
  await shot(page, 'visit-sheet');
  await page.getByRole('button', { name: 'Tieni in bozza' }).click();
  await expect(page.getByText('Bozza tenuta')).toBeVisible();

  await page.goto(sheet);
  await expect(page.getByLabel('Difficoltà')).toHaveValue('Fatica al mattino');
  await page.getByRole('button', { name: 'Concludi la scheda' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('group', { name: 'Relazioni con i colleghi e il tutor' }).getByText('vanno bene').click();
  await page.getByRole('group', { name: 'Sicurezza' }).getByText('in ordine').click();
  await page.getByLabel('Prossimi passi').fill('Sentire il tutor tra due settimane');
  await page.getByRole('button', { name: 'Concludi la scheda' }).click();
  await expect(page.getByText('Scheda conclusa')).toBeVisible();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Visite e colloqui' }) });
  await expect(section.getByText(/Sentire il tutor tra due settimane/).first()).toBeVisible();
  await section.getByRole('button', { name: 'Segna uno scambio' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('telefonata').click();
  await dialog.getByLabel('Che cosa si è detto').fill('Il tutor è contento');
  await dialog.getByRole('button', { name: 'Segna uno scambio' }).click();
  await expect(section.getByText('Il tutor è contento').first()).toBeVisible();
  await shot(page, 'internship-monitoring');
});

test('visits due stand in a calendar, turned with the keyboard', async ({ page }) => {
  await firstDue(page);
  await page.getByRole('button', { name: 'Calendario', exact: true }).click();
  // What is late lies before this week: it stands on top, so that the page never opens as if nothing were due.
  const late = page.getByRole('region', { name: /^In ritardo, prima di questi giorni/ });
  await expect(late.getByRole('link').first()).toBeVisible();
  await shot(page, 'visits-calendar-late');
  await page.getByRole('button', { name: 'Mese', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Mese', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const days = page.getByRole('list', { name: 'Visite e colloqui da fare' });
  await expect(days).toBeVisible();
  // The demo's late visits lie in the weeks before.
  for (let turned = 0; turned < 4 && (await days.getByRole('link').count()) === 0; turned++) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(300);
  }
  await expect(days.getByRole('link').first()).toBeVisible();
  await shot(page, 'visits-calendar');
  await days.getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Concludi la scheda' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Mese', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Elenco', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('an evaluation is written and the dossier shows its skills', async ({ page }) => {
  test.setTimeout(240_000);
  await firstDue(page);
  await page.getByRole('main').getByRole('row').getByRole('link').last().click();
  await page.getByRole('link', { name: 'Torna al tirocinio' }).click();
  await page.getByRole('link', { name: 'Scrivi: Valutazione intermedia, tutor del servizio' }).or(page.getByRole('link', { name: /Modifica/ })).first().click();
  const teamwork = page.getByRole('group', { name: 'lavorare in squadra' });
  await teamwork.getByText('con aiuto').click();
  await page.getByRole('button', { name: 'Togli il livello: lavorare in squadra' }).click();
  await expect(teamwork.getByRole('radio', { checked: true })).toHaveCount(0);
  await teamwork.getByText('con aiuto').click();
  await page.getByRole('group', { name: /Giudizio complessivo/ }).getByText('4', { exact: true }).click();
  await shot(page, 'evaluation');
  await page.getByRole('button', { name: 'Salva la valutazione' }).click();
  await expect(page.getByText('Valutazione salvata')).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Dossier e attestazione' }).click();
  await expect(page.getByText('Lavorare in squadra')).toBeVisible();
  await shot(page, 'dossier');
});

test('links of the tutor that count no more say what to do', async ({ page }) => {
  for (const kind of ['register', 'evaluation', 'hiring']) {
    await page.goto(`/tutor/${kind}/inventato`);
    await expect(page.getByText('Questo link non vale più')).toBeVisible();
  }
  await shot(page, 'tutor-link-gone');
});

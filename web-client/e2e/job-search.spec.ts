import { expect, test, type Page } from '@playwright/test';
import { day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const dialog = (page: Page) => page.getByRole('dialog');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** From the record of somebody whom the educator follows to the form that begins their search; whoever has one from an earlier try is passed over. */
async function beginSearch(page: Page) {
  await page.goto('/beneficiaries?state=open');
  const people = page.getByRole('table').getByRole('link');
  await expect(people.first()).toBeVisible();
  const count = await people.count();
  for (let at = 0; at < count; at++) {
    await page.goto('/beneficiaries?state=open');
    await expect(people.first()).toBeVisible();
    await people.nth(at).click();
    await page.locator('.page-head').getByRole('button', { name: 'Altre azioni' }).click();
    await page.getByRole('menuitem', { name: 'Ricerca del lavoro' }).click();
    await expect(page.getByRole('button', { name: 'Comincia', exact: true }).or(page.getByText('In numeri')).first()).toBeVisible();
    if (await page.getByRole('button', { name: 'Comincia', exact: true }).isVisible()) return;
  }
  throw new Error('everybody looks for work already');
}

/** What the rights section of the file does; the person's page has a spec of its own. */
async function consent(page: Page) {
  const pathId = new URL(page.url()).pathname.split('/')[2];
  const status = await page.evaluate(
    async ([id, today]) => {
      const path = await (await fetch(`/api/v1/job-search-paths/${id}`)).json();
      const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))!.split('=').slice(1).join('='));
      const answer = await fetch(`/api/v1/beneficiaries/${path.beneficiaryId}/consents`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
        body: JSON.stringify({ purpose: 'applicationsOnBehalf', textVersion: '2026-1', givenOn: today, proof: 'paperArchive' }),
      });
      return answer.status;
    },
    [pathId, day(0)] as const,
  );
  expect(status).toBe(201);
}

test('a search is begun, followed by sessions, a curriculum, a mailbox and applications, to its end', async ({ page }, info) => {
  await signIn(page, 'educator');
  await beginSearch(page);
  await page.getByRole('button', { name: 'Aggiungi una provincia' }).click();
  await page.getByRole('combobox', { name: /^Provincia/ }).selectOption('AP');
  await page.getByLabel('Ristorazione').check();
  await page.getByLabel('Mansioni').fill('Aiuto cuoco');
  await page.getByLabel('Ore alla settimana').fill('24');
  await page.getByLabel('Obiettivi').fill('Due candidature alla settimana');
  await page.getByLabel('Incontri previsti').fill('6');
  await shot(page, 'job-search-begin');
  await page.getByRole('button', { name: 'Comincia', exact: true }).click();
  await expect(page.getByText('Manca il curriculum')).toBeVisible();
  const address = new URL(page.url()).pathname;

  await page.getByRole('button', { name: 'Fissa un incontro' }).click();
  await dialog(page).getByLabel('Giorno').fill(day(0));
  await dialog(page).getByRole('textbox', { name: /^Ora / }).fill('00:01');
  await dialog(page).getByLabel('Durata in minuti').fill('5');
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Fissa', exact: true }).click();
  await expect(page.getByText('Manca l’esito di un incontro')).toBeVisible();
  await page.getByRole('button', { name: 'Registra l’esito' }).click();
  await dialog(page).getByText('Svolto').click();
  await dialog(page).getByLabel('Durata in minuti').fill('45');
  await dialog(page).getByLabel('Che cosa si è fatto').fill('Guardati insieme gli annunci.');
  await dialog(page).getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(page.getByText('1 di 6 svolti')).toBeVisible();

  await page.getByRole('link', { name: 'Prepara il curriculum' }).first().click();
  await page.getByLabel('Titolo', { exact: true }).fill('Aiuto cuoco');
  await page.getByLabel('Profilo').fill('Dopo la terapia cerca un lavoro');
  await shot(page, 'job-search-cv');
  await page.getByRole('button', { name: 'Salva una nuova versione' }).click();
  await expect(page.getByText(/sembra parlare di salute/).first()).toBeVisible();
  await page.getByLabel('Profilo').fill('Puntuale, abituata a lavorare in squadra.');
  await page.getByRole('button', { name: 'Salva una nuova versione' }).click();
  await expect(region(page, 'Curriculum').getByText('Versione 1')).toBeVisible();
  const [docx] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica in DOCX la versione 1' }).click()]);
  expect(docx.suggestedFilename()).toBe('curriculum.docx');
  const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica in PDF la versione 1' }).click()]);
  expect(pdf.suggestedFilename()).toBe('curriculum.pdf');
  await pdf.saveAs(info.outputPath('curriculum.pdf'));

  await page.getByRole('button', { name: 'Registra la casella' }).click();
  await dialog(page).getByLabel('Indirizzo').fill('lavoro@posta.example');
  await dialog(page).getByLabel('Gestore').fill('Posta di prova');
  await dialog(page).getByLabel('Nome utente').fill('lavoro');
  await dialog(page).locator('input[name="password"]').fill('parola-di-prova');
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('lavoro@posta.example')).toBeVisible();
  await expect(page.getByText('parola-di-prova')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mostra le credenziali' }).click();
  await dialog(page).getByLabel('Perché').selectOption({ label: 'Leggere le risposte' });
  await dialog(page).getByRole('button', { name: 'Mostra', exact: true }).click();
  await expect(dialog(page).getByText('parola-di-prova')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Nascondi e chiudi' }).click();
  await expect(page.getByText('Aperta 1 volta')).toBeVisible();
  await shot(page, 'job-search-path');

  await page.goto(`${address}/openings?source=companies`);
  await expect(page.getByRole('tab', { name: 'Aziende della zona' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('link', { name: /^Prepara la candidatura/ }).first()).toBeVisible();
  await shot(page, 'job-search-openings');
  await page.getByRole('link', { name: 'Altro datore di lavoro' }).click();
  const employer = `Osteria di prova ${Date.now()}`;
  await page.getByLabel('Datore di lavoro').fill(employer);
  await page.getByLabel('Mansione').fill('Aiuto cuoco');
  await page.getByLabel('A chi si scrive').fill('ufficio@osteria.example');
  await page.locator('select[name="attachAs"]').selectOption('docx');
  await shot(page, 'job-search-apply');
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText(/Manca il consenso della persona/).first()).toBeVisible();
  await consent(page);
  await page.getByRole('button', { name: 'Continua' }).click();

  await expect(page.getByRole('heading', { level: 1, name: employer })).toBeVisible();
  await page.getByRole('button', { name: 'Anteprima e invio' }).click();
  await expect(dialog(page).getByText('Candidatura – Aiuto cuoco')).toBeVisible();
  await expect(dialog(page).getByText('lavoro@posta.example')).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Invia la candidatura' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('In attesa', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Registra una novità' }).click();
  await dialog(page).getByLabel('Che cosa è successo').selectOption({ label: 'Colloquio fissato' });
  await dialog(page).getByLabel('Giorno del colloquio').fill(day(0));
  await dialog(page).getByRole('textbox', { name: /^Ora / }).fill('23:59');
  await dialog(page).getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(page.getByText('Colloquio fissato')).toBeVisible();
  await shot(page, 'job-search-application');

  await page.goto(`${address}/apply`);
  await page.getByLabel('Datore di lavoro').fill(employer);
  await page.getByLabel('Mansione').fill('Aiuto cuoco');
  await page.getByLabel('A chi si scrive').fill('ufficio@osteria.example');
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText(/c'è già una candidatura a questa opportunità/).first()).toBeVisible();
  await expect(page.getByLabel('Ricandidare di proposito')).toBeVisible();

  page.on('dialog', (asked) => void asked.accept());
  await page.goto('/job-search/applications?show=interview');
  await expect(page.getByText(employer)).toBeVisible();
  await shot(page, 'job-search-applications');
  await page.goto('/job-search');
  await shot(page, 'job-search-list');

  await page.goto(address);
  await page.locator('.page-head').getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Chiudi il percorso' }).click();
  await dialog(page).getByLabel('Esito').selectOption({ label: 'Assunzione' });
  await dialog(page).getByRole('button', { name: 'Chiudi il percorso' }).click();
  await expect(page.getByText('Percorso concluso: Assunzione')).toBeVisible();
});

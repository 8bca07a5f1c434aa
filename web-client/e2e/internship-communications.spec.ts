import { expect, test } from '@playwright/test';
import { call, day, running, shot } from './support';

test('an early end is communicated: the page asks for it, has its data to copy and keeps its receipt', async ({ page }) => {
  test.setTimeout(240_000);
  const { id } = await running(page);
  await page.goto(`/internships/${id}`);
  // Months that are over come before anything else: the one button leads to the earliest.
  await expect(page.getByRole('main').getByRole('link', { name: /^Chiudi il registro di / })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Concludi il tirocinio' }).click();
  const end = page.getByRole('dialog', { name: 'Come si è concluso?' });
  await expect(end.getByText(/l’azienda comunica la fine anticipata/)).toBeVisible();
  await end.getByRole('radio', { name: 'Interrotto dall’azienda' }).check();
  await end.getByLabel(/^Motivo/).last().fill('Cessa l’attività');
  await shot(page, 'internship-early-end');
  await end.getByRole('button', { name: 'Concludi il tirocinio' }).click();

  await expect(page.getByText('La fine anticipata va comunicata')).toBeVisible();
  await shot(page, 'internship-cessation-due');
  await page.getByRole('button', { name: 'Registra la comunicazione della fine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Registra la comunicazione della fine' });
  await dialog.getByRole('button', { name: 'Registra la comunicazione' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Protocollo');
  await shot(page, 'internship-cessation-dialog');
  await dialog.getByRole('link', { name: 'Apri i dati da copiare' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dati per la comunicazione della fine anticipata' })).toBeVisible();
  await expect(page.getByText('Recesso del soggetto ospitante')).toBeVisible();
  await expect(page.getByText('Sede legale: comune (codice ISTAT)')).toBeVisible();
  await shot(page, 'internship-cessation-sheet');
  await page.getByRole('link', { name: 'Torna al tirocinio' }).click();
  await page.getByRole('button', { name: 'Registra la comunicazione della fine' }).click();
  await dialog.getByLabel('Protocollo della comunicazione').fill('0009');
  await dialog.getByRole('button', { name: 'Registra la comunicazione' }).click();
  await expect(page.getByText(/^protocollo 0009, inviata il/)).toBeVisible();
  await expect(page.getByText('La fine anticipata va comunicata')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: /^Chiudi il registro di / })).toBeVisible();
});

test('an extension is communicated: on Today, on the board and on the page until it is recorded', async ({ page }) => {
  test.setTimeout(240_000);
  const { id, mark } = await running(page);
  const { version } = await call<{ version: number }>(page, 'GET', `internships/${id}`);
  await call(page, 'POST', `internships/${id}/extensions`, { endsOn: day(130), reason: 'Serve un altro mese' }, version);
  await page.goto('/internships?due=extensionMissing');
  await expect(page.getByText(`Correnti ${mark} Gioiosa`)).toBeVisible();
  await page.goto('/internships/board');
  await expect(page.getByRole('region', { name: /^Attivo/ }).getByText('comunicazione della proroga').first()).toBeVisible();
  await page.goto(`/internships/${id}`);
  await page.getByRole('button', { name: 'Registra la comunicazione della proroga' }).click();
  const dialog = page.getByRole('dialog', { name: 'Registra la comunicazione della proroga' });
  await dialog.getByLabel('Protocollo della comunicazione').fill('0010');
  await shot(page, 'internship-extension-dialog');
  await dialog.getByRole('button', { name: 'Registra la comunicazione' }).click();
  await expect(page.getByText('La proroga va comunicata')).toHaveCount(0);
  await expect(page.getByText(/^protocollo 0010, inviata il/)).toBeVisible();
});

test('an end that a suspension moved is communicated as an extension is', async ({ page }) => {
  const { id } = await running(page);
  const { version } = await call<{ version: number }>(page, 'GET', `internships/${id}`);
  await call(page, 'POST', `internships/${id}/suspensions`, { reason: 'illness', fromOn: day(-40), toOn: day(-10) }, version);
  await page.goto(`/internships/${id}`);
  await expect(page.getByText('Spostata da una sospensione: si comunica come una proroga')).toBeVisible();
  await page.getByText(/^Nuova fine: /).scrollIntoViewIfNeeded();
  await shot(page, 'internship-moved-end');
  await page.getByRole('button', { name: 'Registra la comunicazione della proroga' }).click();
  const dialog = page.getByRole('dialog', { name: 'Registra la comunicazione della proroga' });
  await dialog.getByLabel('Protocollo della comunicazione').fill('0011');
  await dialog.getByRole('button', { name: 'Registra la comunicazione' }).click();
  await expect(page.getByText(/^protocollo 0011, inviata il/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Registra la comunicazione della proroga' })).toHaveCount(0);
});

test('an extension and an end recorded by mistake are mended, and what stood before stays written', async ({ page }) => {
  test.setTimeout(240_000);
  const { id } = await running(page);
  const { version } = await call<{ version: number }>(page, 'GET', `internships/${id}`);
  await call(page, 'POST', `internships/${id}/extensions`, { endsOn: day(130), reason: 'Il mese era un altro' }, version);
  await page.goto(`/internships/${id}`);
  await page.getByRole('button', { name: 'Togli la proroga', exact: true }).click();
  const sure = page.getByRole('alertdialog').or(page.getByRole('dialog', { name: 'Togliere questa proroga?' }));
  await sure.getByRole('button', { name: 'Togli la proroga', exact: true }).click();
  await expect(page.getByText('Proroga tolta')).toBeVisible();
  await expect(page.getByText('Il mese era un altro')).toHaveCount(0);

  await call(page, 'POST', `internships/${id}/termination`, { endedOn: day(-3), outcome: 'newInternship' });
  await page.reload();
  await page.getByRole('button', { name: 'Correggi', exact: true }).click();
  const end = page.getByRole('dialog', { name: 'Correggere la conclusione' });
  await expect(end.getByRole('radio', { name: 'Nuovo tirocinio' })).toBeChecked();
  await expect(end.getByRole('radio', { name: 'Completato, senza lavoro' })).toHaveCount(0);
  await end.getByRole('radio', { name: 'Interrotto dalla persona' }).check();
  await end.getByLabel(/^Motivo/).last().fill('Trasloco');
  await shot(page, 'internship-end-corrected');
  await end.getByRole('button', { name: 'Salva la correzione' }).click();
  await expect(page.getByText(/^Era: Nuovo tirocinio, ultimo giorno /)).toBeVisible();
  await shot(page, 'internship-after-correction');
});

test('a protocol number that was mistyped is corrected while the internship runs, and the one before stays in the history', async ({ page }) => {
  test.setTimeout(120_000);
  const { id } = await running(page);
  await page.goto(`/internships/${id}`);
  // What loads above moves the button under the pointer.
  await expect(page.getByRole('heading', { name: 'Valutazione finale' })).toBeVisible();
  await page.getByRole('button', { name: 'Correggi la comunicazione' }).click();
  const form = page.getByRole('form', { name: 'Firme e documenti' });
  await form.getByLabel('Inviata il').fill(day(-1));
  await form.getByRole('button', { name: 'Salva' }).click();
  await expect(form.getByText(/andava inviata entro il/).first()).toBeVisible();
  await form.getByLabel('Inviata il').fill(day(-75));
  await form.getByLabel('Protocollo della comunicazione').fill('CO-2026-77');
  await shot(page, 'communication-correct');
  await form.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText(/CO-2026-77/).first()).toBeVisible();
  await expect(page.getByText(/Prima era il protocollo 0001/)).toBeVisible();
});

test('a protocol number that was mistyped is corrected after the end too', async ({ page }) => {
  test.setTimeout(120_000);
  const { id } = await running(page);
  const { version } = await call<{ version: number }>(page, 'GET', `internships/${id}`);
  await call(page, 'POST', `internships/${id}/termination`, { endedOn: day(-1), outcome: 'interruptedByHost', reason: 'Cessa l’attività' }, version);
  await page.goto(`/internships/${id}`);
  await expect(page.getByRole('heading', { name: 'Valutazione finale' })).toBeVisible();
  await page.getByRole('button', { name: 'Correggi la comunicazione' }).click();
  const form = page.getByRole('form', { name: 'Firme e documenti' });
  await expect(form.getByText(/Si corregge quello che è stato scritto male/)).toBeVisible();
  await form.getByLabel('Protocollo della comunicazione').fill('CO-2026-78');
  await shot(page, 'communication-correct-after-end');
  await form.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText(/CO-2026-78/).first()).toBeVisible();
  await expect(page.getByText(/Prima era il protocollo 0001/)).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { as, day, expectNoAxeViolations, running, shot, signIn } from './support';

test('the administrator writes a new version, sees what it would change, corrects it and takes it away', async ({ page }, info) => {
  const validFrom = day(400 + info.retry);
  await signIn(page, 'administrator');
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).click();
  await page.getByRole('link', { name: 'Regole dei tirocini' }).click();
  await expect(page.getByRole('heading', { name: /Marche · Extracurriculare/ }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Nuova versione di Marche · Extracurriculare' }).click();
  await page.getByRole('textbox', { name: /^Atto/ }).fill('Delibera di prova');
  await page.getByLabel('Valide dal').fill(day(-1));
  await page.getByLabel('Durata massima', { exact: false }).first().fill('3');
  await page.getByRole('button', { name: 'Aggiungi una soglia' }).click();
  const added = page.getByRole('group', { name: 'Soglia 3' });
  await added.getByLabel('Da', { exact: false }).first().fill('36');
  await added.getByLabel('Almeno, al mese').fill('600');
  await page.getByRole('button', { name: 'Salva le regole' }).click();
  await expect(page.getByText(/comincia al più presto domani/).first()).toBeVisible();
  await page.getByLabel('Valide dal').fill(validFrom);
  await page.getByRole('button', { name: 'Mostra che cosa cambierebbe' }).click();
  await expect(page.getByText(/da iniziare da quel giorno/)).toBeVisible();
  await shot(page, 'internship-rules-new');
  await page.getByRole('button', { name: 'Salva le regole' }).click();

  const card = page.locator('section', { has: page.getByText('deve cominciare') }).filter({ hasText: 'Delibera di prova' }).first();
  await expect(card).toContainText('600,00 €');
  await page.getByRole('button', { name: 'Che cosa cambia con Marche · Extracurriculare' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Che cosa cambia' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await shot(page, 'internship-rules-versions');
  await card.getByRole('link', { name: 'Correggi Marche · Extracurriculare' }).click();
  await page.getByRole('textbox', { name: /^Atto/ }).fill('Delibera di prova, corretta');
  await page.getByRole('button', { name: 'Salva le regole' }).click();
  await expect(page.getByText('Delibera di prova, corretta')).toBeVisible();
  await page.locator('section').filter({ hasText: 'Delibera di prova, corretta' }).first().getByRole('button', { name: 'Togli Marche · Extracurriculare' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Togli' }).click();
  await expect(page.getByText('Delibera di prova, corretta')).toHaveCount(0);
});

test('figures compared with their act lose their mark', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto('/internship-rules?region=Toscana');
  const open = page.getByRole('button', { name: /^Valori verificati di Toscana/ });
  await open.first().click();
  const dialog = page.getByRole('dialog', { name: 'Valori verificati' });
  await dialog.getByRole('button', { name: 'Conferma i valori' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('checkbox').first().check();
  await shot(page, 'internship-rules-verify');
  await dialog.getByRole('button', { name: 'Conferma i valori' }).click();
  await expect(page.getByText('Valori confermati')).toBeVisible();
});

test('a convention is drafted, sent, signed, renewed, and found by its number', async ({ page }) => {
  await signIn(page, 'coordinator');
  const number = `E2E-C-${Date.now()}`;
  await page.goto('/internships/conventions/new');
  await page.getByRole('combobox', { name: 'Azienda' }).fill('pa');
  await page.getByRole('option').first().click();
  await page.getByLabel('Numero').fill(number);
  await page.getByLabel('Valida dal').fill(day(-300));
  await page.getByLabel('Valida fino al', { exact: false }).first().fill(day(-20));
  await page.getByLabel('Firmata il').fill(day(0));
  await page.getByRole('button', { name: 'Salva la convenzione' }).click();
  // Signed today, over twenty days ago: told at the day of the signature.
  await expect(page.getByLabel('Firmata il')).toHaveAccessibleDescription(/non può essere dopo la fine/);
  await shot(page, 'convention-signed-after-end');
  await page.getByLabel('Firmata il').fill('');
  await page.getByLabel('Valida fino al', { exact: false }).first().fill(day(20));
  await page.getByLabel('Posizione INAIL').fill('91234567/22');
  await page.getByLabel('Compagnia').fill('Compagnia di prova');
  await page.getByRole('button', { name: 'Salva la convenzione' }).click();
  await expect(page.locator('.page-title')).toContainText('Bozza');
  await page.getByRole('button', { name: 'Registra l’invio' }).click();
  const sentOn = page.getByRole('dialog').getByLabel(/^Inviata il/);
  await sentOn.fill(day(-3950));
  await page.getByRole('dialog').getByRole('button', { name: 'Registra l’invio' }).click();
  await expect(page.getByRole('dialog').getByText(/non può essere di oltre un anno prima/).first()).toBeVisible();
  await shot(page, 'convention-sending-refused');
  await sentOn.fill(day(0));
  await page.getByRole('dialog').getByRole('button', { name: 'Registra l’invio' }).click();
  await expect(page.locator('.page-title')).toContainText('Inviata');
  await page.getByRole('button', { name: 'Registra la firma' }).click();
  await shot(page, 'convention-signing');
  await page.getByRole('dialog').getByRole('button', { name: 'Registra la firma' }).click();
  await expect(page.locator('.page-title')).toContainText('Scade tra 20 giorni');
  await shot(page, 'convention');

  await page.goto('/internships/conventions?due=expiring');
  await page.getByRole('searchbox', { name: 'Cerca per numero' }).fill(number);
  await page.getByRole('row', { name: new RegExp(number) }).click();
  await page.getByRole('link', { name: 'Rinnova' }).first().click();
  await page.getByLabel('Numero').fill(`${number}-R`);
  await page.getByLabel('Firmata il').fill(day(0));
  await shot(page, 'convention-renewal');
  await page.getByRole('button', { name: 'Salva il rinnovo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Convenzione n. ${number}-R` })).toBeVisible();
  await page.getByRole('link', { name: new RegExp(`n. ${number}, fino`) }).click();
  await expect(page.getByRole('link', { name: new RegExp(`n. ${number}-R`) })).toBeVisible();
  await shot(page, 'convention-renewed');
});

test('an extension that a rule refuses is made once the rule is set aside with a reason', async ({ page }) => {
  test.setTimeout(240_000);
  const { id } = await running(page);
  await page.goto(`/internships/${id}`);
  // What loads above moves the button under the pointer.
  await expect(page.getByRole('heading', { name: 'Valutazione finale' })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni' }).first().click();
  await page.getByRole('menuitem', { name: 'Proroga' }).click();
  const extending = page.getByRole('dialog', { name: 'Prorogare il tirocinio' });
  await extending.getByLabel('Nuovo ultimo giorno').fill(day(500));
  await expect(extending.getByText(/Chi coordina può superarla/)).toBeVisible();
  await expect(extending.getByRole('button', { name: 'Supera con un motivo' })).toHaveCount(0);

  await as(page, 'coordinator');
  await page.goto(`/internships/${id}`);
  await expect(page.getByRole('heading', { name: 'Valutazione finale' })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni' }).first().click();
  await page.getByRole('menuitem', { name: 'Proroga' }).click();
  await extending.getByLabel('Nuovo ultimo giorno').fill(day(500));
  await extending.getByRole('button', { name: 'Supera con un motivo' }).click();
  const aside = page.getByRole('dialog', { name: 'Superare questa regola?' });
  await aside.getByLabel('Motivo').fill('Accordo con la Regione per questo percorso');
  await shot(page, 'extension-set-aside');
  await aside.getByRole('button', { name: 'Supera con un motivo' }).click();
  await expect(extending.getByText('Le regole che dicevano di no sono superate con un motivo')).toBeVisible();
  await shot(page, 'extension-set-aside-done');
  await extending.getByRole('textbox', { name: 'Motivo (obbligatorio)' }).fill('Serve altro tempo');
  await extending.getByRole('button', { name: 'Proroga' }).click();
  await expect(page.getByText(/^Proroga fino al/)).toBeVisible();
  await expect(page.getByText('Accordo con la Regione per questo percorso').first()).toBeVisible();
});

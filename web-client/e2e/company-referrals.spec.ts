import { expect, test, type Page } from '@playwright/test';
import { settled, shot, signIn } from './support';

const unique = () => Date.now().toString(36);

async function signOutAndIn(page: Page, role: 'educator' | 'company-operator') {
  await page.context().clearCookies();
  await signIn(page, role);
}

/** A company with a verified availability, made as an operator would. */
async function companyWithPlace(page: Page, name: string) {
  await page.goto('/companies/new');
  await page.getByLabel('Nome', { exact: false }).first().fill(name);
  await page.locator('select[name="sector"]').selectOption('catering');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('button', { name: 'Nuova disponibilità' }).click();
  const form = page.getByRole('form', { name: 'Nuova disponibilità' });
  await form.getByLabel(/^Mansioni/).fill('Aiuto cuoco');
  await form.getByRole('checkbox', { name: 'lunedì, mattina' }).check();
  await form.getByRole('checkbox', { name: 'martedì, mattina' }).check();
  await form.getByRole('checkbox', { name: 'mercoledì, mattina' }).check();
  await form.getByRole('group', { name: 'Sforzo fisico' }).locator('label', { hasText: 'medio' }).click();
  await form.getByLabel('Altri vincoli della mansione').fill('Nessuna misura penale');
  await shot(page, 'availability-form');
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(form.getByLabel('Altri vincoli della mansione')).toHaveAccessibleDescription(/turni, patente, tolleranza per le interruzioni/);
  await form.getByLabel('Altri vincoli della mansione').fill('Scarpe chiuse');
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByText('1 posto: Aiuto cuoco')).toBeVisible();
  await expect(page.getByText('lun–mer mattina')).toBeVisible();
}

test('an operator proposes the last place, the educator accepts it and goes on to the internship', async ({ page }) => {
  const name = `Osteria ${unique()}`;
  await signIn(page, 'company-operator');
  await companyWithPlace(page, name);
  await shot(page, 'company-availability');

  await page.getByRole('link', { name: 'Proponi a un educatore' }).click();
  await expect(page.getByRole('radio', { name: new RegExp(name) })).toBeChecked();
  const educators = page.getByLabel(/^Educatore/);
  const me = await educators.locator('option').nth(1).getAttribute('value');
  await educators.selectOption(me);
  await page.getByLabel(/^Nota per l’educatore/).fill('Il titolare preferisce conoscersi prima.');
  await shot(page, 'referral-new');
  await page.getByRole('button', { name: 'Proponi e riserva il posto' }).click();
  await expect(page.getByText(/^Posto riservato fino al/)).toBeVisible();
  await shot(page, 'referral-operator');

  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Apri l’azienda' }).click();
  await expect(page.getByText('Tutti i posti sono riservati o occupati')).toBeVisible();
});

test('the board shows every lane, and the educator answers from the home page', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/referrals');
  for (const lane of ['Proposte', 'Accettate', 'Diventate tirocinio', 'Declinate o ritirate', 'Scadute']) await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${lane}`) })).toBeVisible();
  await settled(page);
  await shot(page, 'referrals-board');

  await signOutAndIn(page, 'educator');
  await expect(page.getByText('Azienda proposta: accettare o declinare').first()).toBeVisible();
  await page.goto('/companies/referrals?lane=proposed');
  await shot(page, 'referrals-educator');
  const cards = page.getByRole('region', { name: /^Proposte/ }).getByRole('link');
  await expect(cards.first()).toBeVisible();
  const company = (await cards.first().textContent())!;
  await cards.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
  await shot(page, 'referral-educator');

  await page.getByRole('button', { name: 'Declina' }).click();
  const decline = page.getByRole('dialog');
  await decline.getByRole('button', { name: 'Declina' }).click();
  await expect(decline.getByText('Motivo').first()).toBeVisible();
  await shot(page, 'referral-decline');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Accetta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Per chi' }).click();
  await dialog.getByRole('combobox', { name: 'Per chi' }).fill('a');
  await dialog.getByRole('listbox').getByRole('option').first().click();
  await shot(page, 'referral-accept');
  await dialog.getByRole('button', { name: 'Accetta' }).click();
  await expect(page.getByText('Accettata: il posto resta riservato')).toBeVisible();

  await page.getByRole('button', { name: 'Proponi il tirocinio' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Proponi un tirocinio' })).toBeVisible();
  await expect(page).toHaveURL(/\/internships\/new\?companyId=[\w-]+&referral=[\w-]+$/);
  await expect(page.getByRole('combobox', { name: /Azienda/ })).toHaveValue(company);
  await expect(page.getByRole('combobox', { name: /Persona/ })).not.toHaveValue('');
});

test('an educator publishes a need without naming anybody, an operator finds the places that answer it', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/companies/needs');
  await page.getByRole('link', { name: 'Nuovo bisogno' }).click();
  await page.getByRole('checkbox', { name: 'Ristorazione' }).check();
  await page.getByRole('combobox', { name: /Comune al centro/ }).fill('San Benedetto del T');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByLabel(/^Ore alla settimana/).fill('25');
  await page.getByRole('group', { name: /^Sforzo fisico/ }).locator('label', { hasText: 'medio' }).click();
  await page.getByLabel(/^Altro sul posto/).fill('Persona agli arresti domiciliari');
  await page.getByRole('button', { name: 'Pubblica' }).click();
  await expect(page.getByLabel(/^Altro sul posto/)).toHaveAccessibleDescription(/non si registrano fatti penali/);
  await page.getByLabel(/^Altro sul posto/).fill('Raggiungibile con i mezzi pubblici');
  await shot(page, 'need-new');
  await page.getByRole('button', { name: 'Pubblica' }).click();
  await expect(page.getByRole('heading', { name: 'Posti liberi che rispondono meglio' })).toBeVisible();
  const address = page.url();
  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Modifica il bisogno' }).click();
  await expect(page.getByLabel(/^Altro sul posto/)).toHaveValue('Raggiungibile con i mezzi pubblici');
  await expect(page.getByRole('checkbox', { name: 'Ristorazione' })).toBeChecked();
  await page.getByLabel(/^Ore alla settimana/).fill('18');
  await shot(page, 'need-edit');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('fino a 18 ore')).toBeVisible();

  await signOutAndIn(page, 'company-operator');
  await page.goto('/companies/needs');
  await shot(page, 'needs');
  await page.goto(address);
  await settled(page);
  await shot(page, 'need');
  await page.getByRole('link', { name: 'Proponi un’azienda' }).click();
  await page.getByRole('radio').first().check();
  await shot(page, 'referral-new-for-need');
  await page.getByRole('button', { name: 'Proponi e riserva il posto' }).click();
  await expect(page.getByText(/^Posto riservato fino al/)).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Ritira' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira' }).click();
  await expect(page.getByText('Ritirata da chi l’aveva proposta')).toBeVisible();
});

import { expect, test, type Page } from '@playwright/test';
import { call, shot, signIn } from './support';

test.slow();

/** Somebody of one's own, who lives among companies. */
async function openSomebody(page: Page, mark: string) {
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito abbinamenti ${mark}`, kind: 'socialAmbit' });
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', {
    surname: `Abbinati ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT',
    addresses: { domicile: { street: 'Via dei Gerani', number: '4', postalCode: '63074', municipality: '044066' } },
  });
  await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  await page.goto(`/beneficiaries/${person.id}`);
  await expect(page.getByRole('heading', { name: 'Aziende possibili' })).toBeVisible();
}

test('an educator writes what somebody can do at work and sees companies ranked, and why others are excluded', async ({ page }, info) => {
  await openSomebody(page, `${info.retry}${Date.now()}`.slice(-7));

  await page.getByRole('button', { name: 'Modifica il profilo per il lavoro' }).click();
  const form = page.getByRole('form', { name: 'Profilo per il lavoro' });
  await form.getByLabel('Bicicletta', { exact: true }).check();
  await form.getByLabel('Chilometri al massimo').fill('12');
  await form.getByLabel('Ore alla settimana').fill('20');
  await form.getByRole('button', { name: 'Aggiungi un momento' }).click();
  await form.getByLabel('Giorno').selectOption('Martedì');
  await form.getByLabel('Dalle').fill('25');
  await form.locator('input[name$=".to"]').first().fill('10:30');
  await form.getByRole('button', { name: 'Salva il profilo' }).click();
  await expect(form.getByText('Serve un’ora, come 9:30 o 930').first()).toBeVisible();
  await form.getByLabel('Dalle').fill('9');
  await form.locator('label', { hasText: 'Protetto' }).click();
  await form.getByLabel('Patente di guida').selectOption('No');
  await form.getByLabel('cucina', { exact: true }).check();
  await shot(page, 'matching-profile-form');
  await form.getByRole('button', { name: 'Salva il profilo' }).click();
  await expect(page.getByText('Martedì 09:00–10:30')).toBeVisible();

  const companies = page.locator('#companies');
  await expect(companies.locator('ol.rows > li').first()).toBeVisible();
  await expect(companies.getByText(/\d+ punti su \d+/).first()).toBeVisible();
  await companies.getByLabel('Distanza').selectOption('60');
  const excluded = companies.locator('details.excluded > summary');
  await excluded.click();
  await expect(companies.locator('details.excluded li.bar').first()).toBeVisible();
  await companies.scrollIntoViewIfNeeded();
  await shot(page, 'matching-companies');
});

test('an educator sees who could take an opening; the company side is not shown the way', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/companies?hasAvailability=true');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: /^Chi potrebbe:/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chi potrebbe' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /person[ae] possibil[ei]/ })).toBeVisible();
  await shot(page, 'matching-candidates');

  const address = page.url();
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  await page.goto('/companies?hasAvailability=true');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Disponibilità' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Chi potrebbe/ })).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Chi potrebbe' })).toHaveCount(0);
});

test('the administrator decides how much each reason counts, the coordinator reads', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto('/matching-settings');
  await expect(page.getByText('fino a 20 punti').first()).toBeVisible();
  await shot(page, 'matching-settings');
  await page.getByRole('button', { name: 'Modifica', exact: true }).click();
  await page.getByLabel('Distanza').fill('101');
  await page.getByRole('button', { name: 'Salva i pesi' }).click();
  await expect(page.locator('.field.wrong')).toHaveCount(1);
  await page.getByLabel('Distanza').fill('25');
  await shot(page, 'matching-settings-form');
  await page.getByRole('button', { name: 'Salva i pesi' }).click();
  await expect(page.getByText('fino a 25 punti')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, 'coordinator');
  await page.goto('/matching-settings');
  await expect(page.getByText('fino a 25 punti')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Modifica', exact: true })).toHaveCount(0);
});

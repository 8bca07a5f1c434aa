import { expect, test } from '@playwright/test';
import { call, day, shot, signIn } from './support';

const unique = () => `${Date.now()}`.slice(-7);

test('the page of a company says what to do next, what it hosts and to whom it was proposed', async ({ page }) => {
  const mark = unique();
  await signIn(page, 'company-operator');
  const { id } = await call(page, 'POST', 'companies', { name: `Osteria ${mark}`, sector: 'catering', municipality: '044023', permanentStaff: 40, targetedPlacement: 'notCovered', phone: `0735 ${mark}` });
  await page.goto(`/companies/${id}`);
  const next = page.getByRole('region', { name: /^Prossimo passo/ });
  await expect(next.getByRole('heading')).toHaveText(/fare la prima chiamata/);
  await expect(next.getByText('obbligo della L. 68/99 scoperto: 2 posti da coprire')).toBeVisible();
  const hosting = page.getByRole('region', { name: 'Tirocini e quota' });
  await expect(hosting.getByText('0 in corso')).toBeVisible();
  await expect(hosting.getByText(/tirocini extracurriculari: \d+ liberi di \d+/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Segnalazioni' })).toContainText('Non è stata ancora proposta a nessuno.');
  await shot(page, 'company-standing');

  await next.getByRole('button', { name: 'Registra la chiamata' }).click();
  const form = page.getByRole('form', { name: 'Registra un contatto' });
  await form.locator('label', { hasText: 'richiamare' }).click();
  await form.getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(page.getByText('Contatto registrato')).toBeVisible();
  await expect(next.getByRole('heading')).toHaveText(/obbligo della L. 68\/99 scoperto/);
  await expect(next.getByText(/^prossimo contatto/)).toBeVisible();

  // Found by its phone, however one writes it.
  await page.goto('/companies');
  await page.getByRole('searchbox').first().fill(`+39 0735/${mark.slice(0, 3)}.${mark.slice(3)}`);
  await expect(page.getByRole('link', { name: `Osteria ${mark}` })).toBeVisible();
});

test('on a narrow window what a company offers is recorded without leaving the list, and saving is always in sight', async ({ page }) => {
  const mark = unique();
  await signIn(page, 'company-operator');
  const { id } = await call(page, 'POST', 'companies', { name: `Vivaio ${mark}`, sector: 'agriculture', municipality: '044023' });
  await call(page, 'POST', `companies/${id}/contacts`, { channel: 'call', outcome: 'callBack', nextContactOn: day(0) });
  for (const width of [880, 390]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`/companies/calls?company=${id}`);
    await expect(page.getByRole('heading', { level: 2, name: `Vivaio ${mark}` })).toBeVisible();
    await expect(page.getByRole('button', { name: /Salva e prossima/ })).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize({ width: 880, height: 740 });
  await page.getByRole('button', { name: 'Disponibile', exact: true }).click();
  const offer = page.getByRole('group', { name: 'Che cosa offre' });
  await offer.getByLabel('Mansioni').fill('Serra, nessuna misura penale');
  await shot(page, 'calls-offer');
  await page.setViewportSize({ width: 880, height: 740 });
  await page.getByRole('button', { name: /Salva e prossima/ }).click();
  await expect(page.getByText(/non si registrano fatti penali/)).toBeVisible();
  await offer.getByLabel('Mansioni').fill('Cura della serra');
  await offer.getByLabel('Posti').fill('2');
  await page.getByRole('button', { name: /Salva e prossima/ }).click();
  await expect(page.getByText(`Contatto con «Vivaio ${mark}» registrato`)).toBeVisible();
  await expect(page).toHaveURL(/\/companies\/calls/);
  const { items } = await call<{ items: { duties: string; places: number; state: string }[] }>(page, 'GET', `companies/${id}/availabilities`);
  expect(items).toMatchObject([{ duties: 'Cura della serra', places: 2, state: 'current' }]);
});

test('on a phone the filters wait behind a button that says how many are on', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.setViewportSize({ width: 390, height: 820 });
  await page.goto('/companies?sector=trade');
  const filters = page.getByRole('button', { name: 'Filtri (1)' });
  await expect(filters).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByLabel('Settore', { exact: true })).toBeHidden();
  await filters.click();
  await expect(page.getByLabel('Settore', { exact: true })).toHaveValue('trade');
  await page.getByLabel('Settore', { exact: true }).selectOption('crafts');
  await expect(page).toHaveURL(/sector=crafts/);
  await shot(page, 'companies-filters');
  // More sections than fit: the one that is open is in sight.
  await page.goto('/companies/figures');
  await expect(page.getByRole('navigation', { name: /Aziende/ }).getByRole('link', { name: 'Numeri' })).toBeInViewport();
});

test('what Today counts of the needs is what its link shows', async ({ page }) => {
  await signIn(page, 'educator');
  await call(page, 'POST', 'placement-needs', { municipality: '044023', maxKm: 20 });
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const link = page.getByRole('link', { name: /bisogn.* di posto/i }).first();
  const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await expect(page).toHaveURL(/unanswered=true/);
  await expect(page.getByRole('button', { name: /Togli il filtro/ })).toHaveText(/Senza proposte/);
  await expect(page.locator('.page-count')).toHaveText(String(count));
});

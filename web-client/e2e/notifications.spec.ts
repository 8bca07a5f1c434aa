import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, settled, shot, signIn } from './support';

test('an emergency access rings for the case manager, who reads why and takes note', async ({ page, browser }, info) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries?state=open');
  // An access lasts: a second try needs somebody else.
  await page.getByRole('row').nth(1 + info.retry).click();
  await expect(page.getByRole('heading', { name: 'Presa in carico' }).first()).toBeVisible();
  const person = new URL(page.url()).pathname;

  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'coordinator');
  const answer = await other.evaluate(async (id) => {
    const token = decodeURIComponent(document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))!.split('=')[1]!);
    const response = await fetch(`/api/v1${id}/emergency-access`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
      body: JSON.stringify({ reason: 'Chiamata del pronto soccorso: serve avvisare un familiare' }),
    });
    return response.status;
  }, person);
  expect(answer).toBe(201);
  await other.close();

  await page.goto('/');
  const bell = page.getByRole('button', { name: /^Notifiche: \d+ da leggere$/ });
  await expect(bell).toHaveAccessibleName(/Notifiche: [1-9]/);
  await bell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Notifiche' });
  await expect(panel.getByRole('button', { name: /Accesso di emergenza a una scheda/ }).first()).toBeVisible();
  await shot(page, 'notifications');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(bell).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Accessi di emergenza' })).toBeVisible();
  await expect(page.getByText('Chiamata del pronto soccorso: serve avvisare un familiare').first()).toBeVisible();
  await shot(page, 'emergency-accesses');
  const take = page.getByRole('button', { name: /^Prendi atto/ });
  await take.first().click();
  await expect(page.getByText('Presa d’atto registrata').first()).toBeVisible();
  await settled(page);
  // Those of other walks are taken note of too.
  for (let left = await take.count(); left > 0; left--) {
    await take.first().click();
    await expect(take).toHaveCount(left - 1);
  }
  await expect(page.getByText('Nessun accesso di cui prendere atto')).toBeVisible();
  await page.getByLabel('Mostra').selectOption('all');
  await expect(page.getByText(/Ne ha preso atto/).first()).toBeVisible();

  await page.getByRole('button', { name: /^Notifiche/ }).click();
  const all = page.getByRole('button', { name: 'Segna tutte come lette' });
  const none = page.getByRole('button', { name: 'Notifiche: 0 da leggere' });
  await expect(all.or(none).first()).toBeVisible();
  if (await all.isVisible()) await all.click();
  await expect(none).toBeVisible();
  await expectNoAxeViolations(page);
});

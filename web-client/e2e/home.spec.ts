import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { as, shot, signIn } from './support';

test('a task is put off from the home page, with the keyboard, and put back', async ({ page }) => {
  await signIn(page, 'educator');
  const off = page.getByRole('button', { name: /^Rimanda: / }).first();
  const name = (await off.getAttribute('aria-label'))!.replace('Rimanda: ', '');
  await off.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'domani' })).toBeFocused();
  await shot(page, 'home-put-off-menu');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Rimandata: torna domani')).toBeVisible();

  await page.getByRole('heading', { name: 'Rimandate' }).click();
  const back = page.getByRole('button', { name: `Riporta qui: ${name}` });
  await expect(back.first()).toBeVisible();
  await shot(page, 'home-put-off');
  const waiting = await back.count();
  await back.first().click();
  await expect(page.getByText('Di nuovo tra le cose da fare')).toBeVisible();
  await expect(back).toHaveCount(waiting - 1);
});

test('each number of the home page is that of the list which it opens', async ({ page }) => {
  for (const role of ['coordinator', 'educator'] as const) {
    await as(page, role);
    await page.goto('/');
    const numbers = page.getByRole('navigation', { name: 'In numeri' }).getByRole('link');
    await expect(numbers.first()).toBeVisible();
    const counters = await numbers.evaluateAll((links) => links.map((link) => ({ to: link.getAttribute('href')!, count: link.querySelector('b')!.textContent })));
    for (const { to, count } of counters.filter(({ to }) => /^\/(allowances|beneficiaries|internships|job-search|programmes)\b/.test(to))) {
      await page.goto(to);
      // In the title or, where that has none, under the rows.
      const total = page.locator('.page-count').or(page.locator('.table-foot [role="status"]'));
      await expect(total.first(), `${role}: ${to}`).toHaveText(new RegExp(`^(\\S+ di )?${count!.replace('.', '\\.')}$`));
    }
  }
  await as(page, 'coordinator');
  await page.goto('/allowances/registers');
  await expect(page.getByRole('heading', { name: 'Da mettere in lista' })).toBeVisible();
  await shot(page, 'allowances-registers');
  await page.goto('/allowances?state=toApprove&byOthers=true');
  await expect(page.getByRole('button', { name: 'Togli il filtro Chi l’ha preparata' })).toBeVisible();
  await shot(page, 'allowances-by-others');
  await page.goto('/beneficiaries/retention?held=false');
  await shot(page, 'retention-not-held');
});

test('the administrator sees that all mail has left, and finds what left', async ({ page }) => {
  await page.goto('/bulletin/archive');
  await page.getByLabel('Indirizzo e-mail').fill(`${randomUUID()}@posta.example`);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Iscriversi al bollettino' }).click();
  await expect(page.getByText('Controllare la posta')).toBeVisible();
  await signIn(page, 'administrator');
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Posta in uscita' }).click();
  await expect(page.getByText('Tutta la posta è partita')).toBeVisible();
  await shot(page, 'outgoing-mail-empty');
  await page.getByLabel('Stato').selectOption({ label: 'Partito' });
  // It leaves within seconds, perhaps after the list was read.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row').filter({ hasText: '…@posta.example' }).first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await shot(page, 'outgoing-mail');
});

import { expect, test } from '@playwright/test';
import { shot, signIn } from './support';

test.slow();

test('an educator goes through the cases by what is due, in three panes and by keyboard', async ({ page, isMobile }) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/caseload');
  const table = page.getByRole('table', { name: 'I miei casi' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await shot(page, 'caseload');

  const counters = page.getByRole('group', { name: 'Quanti casi' });
  await counters.getByRole('button', { name: /senza progetto/ }).click();
  await expect(page).toHaveURL(/flag=withoutPlan/);
  await expect(page.getByRole('button', { name: /senza progetto/ }).first()).toBeVisible();
  await page.getByLabel('Ordine', { exact: true }).selectOption({ label: 'Meno sentiti' });
  await expect(page).toHaveURL(/sort=contact/);
  await page.goto('/beneficiaries/caseload');
  await table.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/beneficiaries\/caseload\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Che cosa fare' })).toBeVisible();
  await shot(page, 'case-at-work');
  await page.getByLabel('Che cosa mostrare').selectOption({ label: 'Diario' });
  await expect(page.getByRole('region', { name: 'Caso', exact: true })).toBeVisible();
  if (!isMobile) {
    const first = page.url();
    await page.locator('.panes .item.on').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page).not.toHaveURL(first);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/beneficiaries\/caseload(\?|$)/);
  }
});

test('from the case at work one writes in the diary and makes an appointment', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/caseload');
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Che cosa fare' }).getByRole('link', { name: 'Scrivi nel diario' })).toBeVisible();
  const work = page.url();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/beneficiaries\/[0-9a-f-]{36}#diary/);
  await expect(page.locator('#diary textarea').first()).toBeFocused();
  await page.goto(work);
  await page.getByRole('link', { name: 'Fissa un appuntamento' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot(page, 'case-at-work-appointment');
});

test('the team has its days, by week and by month', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/calendar');
  await expect(page.getByRole('list', { name: 'Calendario dell’équipe' })).toBeVisible();
  await shot(page, 'team-calendar-week');
  await page.getByRole('button', { name: 'Mese', exact: true }).click();
  await expect(page).toHaveURL(/view=month/);
  await page.getByRole('button', { name: 'Mese dopo' }).click();
  await expect(page).toHaveURL(/on=/);
  await page.keyboard.press('t');
  await expect(page).not.toHaveURL(/on=/);
  await shot(page, 'team-calendar-month');
});

test('a coordinator sees who has how much and which reviews are late', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/coordination');
  await expect(page.getByRole('table', { name: 'Carico per operatore' }).getByRole('row').nth(1)).toBeVisible();
  await shot(page, 'coordination');
  await page.getByRole('table', { name: 'Carico per operatore' }).getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/manager=/);
  await expect(page.getByRole('table', { name: 'I miei casi' }).getByRole('row').nth(1)).toBeVisible();
});

test('what is typed comes back when the page is left without saving', async ({ page }, info) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries?state=open');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Diario' })).toBeVisible();
  await page.locator('body').press('n');
  const form = page.getByRole('form', { name: 'Scrivi una nota' });
  const typed = `Una frase lasciata a metà ${info.retry}`;
  const kept = page.waitForResponse((reply) => reply.url().includes('/form-drafts/') && reply.request().method() === 'PUT');
  await form.getByLabel('Testo').fill(typed);
  await kept;
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Diario' })).toBeVisible();
  await page.locator('body').press('n');
  await expect(form.getByLabel('Testo')).toHaveValue(typed);
  await shot(page, 'draft-resumed');
  await form.getByRole('button', { name: 'Ricomincia da capo' }).click();
  await expect(form.getByLabel('Testo')).toHaveValue('');
});

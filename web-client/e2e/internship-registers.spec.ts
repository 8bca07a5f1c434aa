import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, lastMonth, running, shot } from './support';

test('the registers of a month are worked one after the other', async ({ page }) => {
  test.setTimeout(240_000);
  const one = await running(page, 'Arrivare puntuale');
  const month = lastMonth();
  await page.goto(`/internships/registers?month=${month}&state=unclosed&mine=true`);
  await expect(page.getByRole('heading', { level: 1, name: /^Registri di / })).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(`Correnti ${one.mark}`) });
  await expect(row).toContainText('indirizzo non noto');
  await shot(page, 'month-registers');
  await expectNoAxeViolations(page);

  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Chiedi ai tutor i registri di / }).click();
  const refused = page.getByRole('dialog', { name: 'Per 1 tirocinio non è stato possibile' });
  await expect(refused).toContainText(/non c.è ancora un indirizzo e-mail/);
  await refused.getByRole('button', { name: 'Ho capito' }).click();
  await expect(row.getByRole('checkbox')).toBeChecked();

  await row.getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Copia la settimana consueta' })).toBeVisible();
  await page.goto(`/internships/registers?month=${month}&state=unclosed&mine=true`);
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const more = (await rows.count()) > 2;
  await rows.nth(1).getByRole('link').first().click();
  const next = page.getByRole('link', { name: 'Prossimo da chiudere' });
  if (more) {
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await shot(page, 'register-in-order');
});

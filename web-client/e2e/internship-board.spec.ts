import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, shot, signIn } from './support';

test('the board shows what holds internships up, and what is chosen in the list is worked on together', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'educator');
  await page.goto('/internships');
  const sections = page.getByRole('navigation', { name: 'Parti di Tirocini' });
  for (const name of ['Registri del mese', 'Visite e colloqui', 'Convenzioni', 'Regole']) await expect(sections.getByRole('link', { name, exact: true })).toBeVisible();
  await sections.getByRole('link', { name: 'Lavagna', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lavagna dei tirocini' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^Attivo/ })).toBeVisible();
  // Side by side, each with its own scrolling, and reached with the arrows.
  const columns = page.locator('.board-column');
  const tops = await columns.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  expect(await page.evaluate(() => document.querySelector('.board')!.getBoundingClientRect().bottom)).toBeLessThanOrEqual(820);
  await columns.first().focus();
  for (let right = 1; right < tops.length; right++) await page.keyboard.press('ArrowRight');
  await expect(columns.last()).toBeFocused();
  await expect(columns.last()).toBeInViewport();
  await shot(page, 'internship-board');
  await expectNoAxeViolations(page);

  // One block: only the steps that it holds up, and the address knows it.
  const filter = page.getByLabel('Fermi per');
  const block = (await filter.locator('option').nth(1).getAttribute('value'))!;
  await filter.selectOption(block);
  await expect(page).toHaveURL(new RegExp(`block=${block}`));
  await expect(columns.filter({ hasText: 'Nessuno' })).toHaveCount(0);
  await expect(columns.first().getByRole('listitem').first()).toBeVisible();
  await shot(page, 'internship-board-blocked');

  await page.goto('/internships?state=active');
  const boxes = page.getByRole('row').getByRole('checkbox');
  await expect(boxes.nth(1)).toBeVisible();
  await boxes.nth(1).check();
  await shot(page, 'internships-chosen');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Esporta' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('tirocini.xlsx');
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('button', { name: 'Proroga' }).click();
  const dialog = page.getByRole('dialog', { name: 'Prorogare 1 tirocinio' });
  await dialog.getByLabel('Nuovo ultimo giorno').fill('2040-01-31');
  await dialog.getByLabel('Motivo').fill('Prova di proroga impossibile');
  await dialog.getByRole('button', { name: 'Proroga' }).click();
  const refused = page.getByRole('dialog', { name: 'Per 1 tirocinio non è stato possibile' });
  await expect(refused).toBeVisible();
  await expectNoAxeViolations(page);
  await shot(page, 'internships-refused');
  await refused.getByRole('button', { name: 'Ho capito' }).click();
  await expect(boxes.nth(1)).toBeChecked();
});

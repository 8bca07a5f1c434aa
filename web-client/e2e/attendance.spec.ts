import { expect, test } from '@playwright/test';
import { lastMonth, running, shot } from './support';

test('a month is written with the keyboard alone, signed, closed and reopened with a reason', async ({ page }) => {
  test.setTimeout(240_000);
  const { id } = await running(page);
  await page.goto(`/internships/${id}`);
  await expect(page.getByRole('heading', { name: 'Registro presenze' })).toBeVisible();
  await shot(page, 'internship-registers');
  await page.goto(`/internships/${id}/attendance/${lastMonth()}`);
  const hours = page.getByRole('textbox', { name: /^Ore di / });
  await expect(hours.first()).toBeVisible();
  await shot(page, 'register-empty');

  await hours.first().focus();
  await page.keyboard.type('4:30');
  await page.keyboard.press('ArrowDown');
  await expect(hours.nth(1)).toBeFocused();
  await page.keyboard.type('m');
  await expect(page.getByRole('combobox', { name: /^Assenza di / }).nth(1)).toHaveValue('illness');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('25');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('combobox', { name: /^Assenza di / }).nth(2)).toBeFocused();
  await page.getByRole('button', { name: 'Salva il registro' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Un giorno ha al massimo 24 ore');
  await shot(page, 'register-wrong');
  await hours.nth(2).focus();
  await page.keyboard.type('5');
  await page.getByRole('button', { name: 'Copia la settimana consueta' }).press('Enter');
  await expect(hours.nth(2)).toHaveValue('5');
  await expect(page.locator('.register-totals')).toContainText('1 giorno di assenza');
  await shot(page, 'register-filled');

  // What is not saved yet is saved on the way to the signatures.
  await page.getByRole('button', { name: 'Firma e chiudi' }).click();
  await expect(page.getByText('Registro salvato')).toBeVisible();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /tutor aziendale/ }).check();
  await shot(page, 'register-sign');
  await dialog.getByRole('button', { name: 'Registra le firme' }).click();
  await expect(page.getByText('Manca la firma di chi fa il tirocinio')).toBeVisible();
  await expect(hours).toHaveCount(0);
  await page.getByRole('button', { name: 'Firma e chiudi' }).click();
  await dialog.getByRole('checkbox', { name: /Chi fa il tirocinio/ }).check();
  await dialog.getByRole('button', { name: 'Registra le firme' }).click();
  await expect(page.getByText('Chiuso e firmato', { exact: true })).toBeVisible();
  await shot(page, 'register-closed');

  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Riapri' }).click();
  await dialog.getByRole('textbox', { name: /Motivo/ }).fill('Il primo giorno le ore erano cinque');
  await dialog.getByRole('button', { name: 'Riapri' }).click();
  await expect(page.getByText('Il primo giorno le ore erano cinque')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: 'gallery/register-print.png', fullPage: true });
  await expect(page.getByText('Firma del tutor aziendale, Paola Neri')).toBeVisible();
  // Both signatures stand on the sheet of the days.
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(sheet.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  await expect(hours.first()).toHaveValue('4:30');

  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Firmato su carta' }).click();
  await dialog.locator('input[type="file"]').setInputFiles({ name: 'foglio.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 foglio firmato') });
  await shot(page, 'register-paper');
  await dialog.getByRole('button', { name: 'Carica e chiudi' }).click();
  await expect(page.getByRole('link', { name: 'Scarica il foglio firmato' })).toBeVisible();
});

test('the usual week and the patron saint guide the register', async ({ page }) => {
  test.setTimeout(180_000);
  const { id } = await running(page);
  const [, month] = lastMonth().split('-');
  await page.goto(`/internships/${id}`);
  await page.getByRole('button', { name: 'Settimana consueta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sabato').fill('4');
  await dialog.getByLabel('Santo patrono, giorno').fill('13');
  await dialog.getByLabel('Santo patrono, mese').selectOption(String(Number(month)));
  await shot(page, 'usual-week');
  await dialog.getByRole('button', { name: 'Salva la settimana' }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(`/internships/${id}/attendance/${lastMonth()}`);
  await expect(page.getByText('Santo patrono')).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { as, call, expectNoAxeViolations, running, shot } from './support';

test('the administrator adds a skill of the service, it is evaluated, renamed and withdrawn, and stays readable', async ({ page }) => {
  test.setTimeout(240_000);
  const { id, mark } = await running(page);
  const skill = `curare le piante ${mark}`;
  await as(page, 'administrator');
  await page.getByRole('navigation').getByRole('link', { name: 'Impostazioni' }).click();
  await page.getByRole('link', { name: 'Competenze dei tirocini' }).click();
  await expect(page.getByText('Lavorare in squadra')).toBeVisible();
  await page.getByRole('button', { name: 'Aggiungi una competenza' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Competenza/ }).fill('lavorare in squadra');
  await dialog.getByLabel('Ambito').selectOption({ label: 'Con le cose' });
  await dialog.getByRole('button', { name: 'Salva la competenza' }).click();
  await expect(dialog.getByText(/Questa competenza c'è già nell'elenco/).first()).toBeVisible();
  await shot(page, 'internship-skill-taken');
  await dialog.getByRole('textbox', { name: /^Competenza/ }).fill(skill);
  await dialog.getByRole('button', { name: 'Salva la competenza' }).click();
  await expect(dialog).toHaveCount(0);

  await as(page, 'educator');
  const { skills } = await call<{ skills: { code: string; name: string }[] }>(page, 'GET', `internships/${id}/evaluations`);
  const code = skills.find((one) => one.name === skill)!.code;
  await page.goto(`/internships/${id}/evaluations/intermediate/educator`);
  await expect(page.getByRole('group', { name: skill })).toBeVisible();
  await call(page, 'PUT', `internships/${id}/evaluations/intermediate/educator`, { sheet: { overall: 4, skills: [{ code, level: 'alone' }] } }, 0);

  await as(page, 'administrator');
  await page.goto('/internship-skills');
  await page.getByRole('button', { name: `Modifica: ${skill}` }).press('Enter');
  await dialog.getByRole('textbox', { name: /^Competenza/ }).fill(`${skill} e i fiori`);
  await shot(page, 'internship-skill-change');
  await dialog.getByRole('textbox', { name: /^Competenza/ }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: `Ritira: ${skill} e i fiori` }).click();
  await dialog.getByRole('button', { name: 'Ritira' }).click();
  await expect(page.getByRole('button', { name: `Riprendi: ${skill} e i fiori` })).toBeVisible();
  await page.getByRole('button', { name: 'Ritira: usare strumenti digitali' }).click();
  await dialog.getByRole('button', { name: 'Ritira' }).click();
  await expect(page.getByRole('button', { name: 'Riprendi: usare strumenti digitali' })).toBeVisible();
  await expectNoAxeViolations(page);
  await shot(page, 'internship-skills');
  // Others evaluate with it.
  await page.getByRole('button', { name: 'Riprendi: usare strumenti digitali' }).click();
  await expect(page.getByRole('button', { name: 'Ritira: usare strumenti digitali' })).toBeVisible();

  await as(page, 'educator');
  await page.goto(`/internships/${id}/dossier`);
  await expect(page.getByText(new RegExp(`${skill} e i fiori`, 'i'))).toBeVisible();
});

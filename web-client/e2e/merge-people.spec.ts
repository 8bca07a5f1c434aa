import { expect, test, type Page } from '@playwright/test';
import { call, day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

/** A woman who was registered twice, once with a slip in the surname: the first record has an open case, the second one that ended, with a note and the better phone number. */
async function twice(page: Page, bothOpen = false) {
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6);
  const born = { name: 'Cristina', sex: 'female', gender: 'woman', birthDate: '1985-03-07', birthplace: 'H769', citizenship: 'IT', wishedSectors: ['catering'] };
  const first = await call(page, 'POST', 'beneficiaries', { ...born, surname: `Pellegrini${mark}`, contacts: { phone: '333 1112222' }, mobility: 'bicycle' });
  const second = await call(page, 'POST', 'beneficiaries', { ...born, surname: `Pelegrini${mark}`, name: 'Christina', contacts: { phone: '333 4445555' }, mobility: 'car', education: '3' });
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const open = (beneficiaryId: string) => call(page, 'POST', 'cases', { beneficiaryId, referringBodyId: items[0]!.id, openedOn: day(), reason: 'workInclusion' });
  await open(first.id);
  const ended = await open(second.id);
  await call(page, 'POST', `cases/${ended.id}/diary-entries`, { kind: 'note', on: day(), text: `Nota della seconda scheda ${mark}` });
  if (!bothOpen) await call(page, 'POST', `cases/${ended.id}/closure`, { closedOn: day(), outcome: 'training' });
  return { mark, first: first.id, second: second.id };
}

test('a coordinator finds who was registered twice, merges the two records choosing what stays, and takes it back', async ({ page }) => {
  await signIn(page, 'coordinator');
  const { mark, first, second } = await twice(page);
  await page.goto(`/beneficiaries/${first}`);
  await expect(page.getByText(`Sembra la stessa persona di Pelegrini${mark} Christina`)).toBeVisible();
  await expect(page.getByText('nomi che suonano uguali')).toBeVisible();
  await shot(page, 'person-likely-same');

  await page.goto('/beneficiaries/duplicates');
  const row = page.getByRole('listitem').filter({ hasText: `Pelegrini${mark}` });
  await expect(async () => {
    if (!(await row.isVisible())) await page.getByRole('button', { name: 'Mostra altri' }).click({ timeout: 2_000 });
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await shot(page, 'people-duplicates');
  await row.getByRole('link', { name: /^Confronta e unisci/ }).click();

  const table = page.getByRole('table', { name: 'Che cosa tenere' });
  await expect(table).toBeVisible();
  await expect(table.getByRole('row', { name: /Titolo di studio/ }).getByRole('radio').nth(1)).toBeChecked();
  await expect(table.getByRole('row', { name: /^Nome/ }).first().getByRole('radio').first()).toBeChecked();
  await table.getByRole('row', { name: /Telefono/ }).getByRole('radio').nth(1).check();
  await shot(page, 'people-merge');
  await page.getByRole('button', { name: 'Unisci le schede' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Da che cosa si vede che è la stessa persona').fill('Stessa carta d’identità, vista allo sportello');
  await page.getByRole('button', { name: 'Unisci le schede' }).click();

  await expect(page).toHaveURL(new RegExp(`/beneficiaries/${first}`));
  const merges = page.getByRole('region', { name: 'Schede unite a questa' });
  await expect(merges.getByText(`Pelegrini${mark} Christina`)).toBeVisible();
  await expect(merges.getByText('Stessa carta d’identità')).toBeVisible();
  await expect(page.getByText('Sembra la stessa persona di')).toHaveCount(0);
  await page.goto(`/beneficiaries/${second}`);
  await expect(page).toHaveURL(new RegExp(`/beneficiaries/${first}`));
  await merges.scrollIntoViewIfNeeded();
  await shot(page, 'person-merged');

  await merges.getByRole('button', { name: /^Annulla l’unione con/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Da che cosa si vede che sono due persone')).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.type('Sono due cugine con lo stesso nome');
  await dialog.getByRole('button', { name: 'Annulla l’unione' }).click();
  await expect(dialog).toBeHidden();
  await expect(merges.getByText('Una scheda che è di nuovo di un’altra persona')).toBeVisible();
  await page.goto(`/beneficiaries/${second}`);
  await expect(page.getByRole('heading', { level: 1, name: `Christina Pelegrini${mark}` })).toBeVisible();
  await expect(page.getByText('Sembra la stessa persona di')).toHaveCount(0);
});

test('two records that nobody proposed as a pair are picked by name and looked at side by side', async ({ page }) => {
  await signIn(page, 'coordinator');
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6);
  const born = { sex: 'female', gender: 'woman', birthplace: 'H769', citizenship: 'IT', wishedSectors: ['catering'] };
  await call(page, 'POST', 'beneficiaries', { ...born, surname: `Zanetti${mark}`, name: 'Ilaria', birthDate: '1985-03-07' });
  await call(page, 'POST', 'beneficiaries', { ...born, surname: `Orlandi${mark}`, name: 'Ilaria', birthDate: '1991-11-20' });
  await page.goto('/beneficiaries/duplicates');
  await page.getByRole('button', { name: 'Confronta due schede' }).click();
  const dialog = page.getByRole('dialog', { name: 'Confronta due schede' });
  for (const [label, surname] of [['Prima persona', `Zanetti${mark}`], ['Seconda persona', `Orlandi${mark}`]] as const) {
    await dialog.getByLabel(label).fill(surname);
    await page.getByRole('option', { name: new RegExp(surname) }).first().click();
  }
  await shot(page, 'people-pick-pair');
  await dialog.getByRole('button', { name: /^Confronta/ }).click();
  await expect(page.getByRole('table', { name: 'Che cosa tenere' })).toBeVisible();
  await expect(page.getByText(`Zanetti${mark}`).first()).toBeVisible();
  await expect(page.getByText(`Orlandi${mark}`).first()).toBeVisible();
});

test('of two open cases one goes on, as chosen, and the other ends without an outcome', async ({ page }) => {
  await signIn(page, 'coordinator');
  const { mark, first, second } = await twice(page, true);
  await page.goto(`/beneficiaries/duplicates/${first}/${second}`);
  const which = page.getByRole('group', { name: 'Quale presa in carico continua' });
  await expect(which.getByRole('radio', { name: new RegExp(`Pellegrini${mark}`) })).toBeChecked();
  await which.getByRole('radio', { name: new RegExp(`Pelegrini${mark}`) }).check();
  await which.scrollIntoViewIfNeeded();
  await shot(page, 'people-merge-two-cases');
  await page.getByLabel('Da che cosa si vede che è la stessa persona').fill('Stesso codice sulla tessera');
  await page.getByRole('button', { name: 'Unisci le schede' }).click();
  await expect(page).toHaveURL(new RegExp(`/beneficiaries/${first}`));
  const record = await call<{ cases: { closedOn: string | null; outcome: string | null }[] }>(page, 'GET', `beneficiaries/${first}`);
  expect(record.cases.map((one) => one.closedOn !== null)).toContain(true);
  expect(record.cases.map((one) => one.outcome)).toEqual([null, null]);
  await expect(page.getByText(`Nota della seconda scheda ${mark}`)).toBeVisible();
});

test('two people who are not the same are told apart once for all', async ({ page }) => {
  await signIn(page, 'coordinator');
  const { mark, first } = await twice(page);
  await page.goto(`/beneficiaries/${first}`);
  const notice = page.getByText(`Sembra la stessa persona di Pelegrini${mark} Christina`);
  await page.getByRole('button', { name: new RegExp(`Pelegrini${mark} .*non sono la stessa persona`) }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Pellegrini${mark}`);
  await expect(notice).toHaveCount(0);
});

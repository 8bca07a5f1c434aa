import { expect, test } from '@playwright/test';
import { as, call, expectNoAxeViolations, shot, signIn } from './support';

test('whoever fills in a proposal is told along the way how many rules say no, and gets to them and back with the keyboard', async ({ page }, info) => {
  test.setTimeout(240_000);
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito giovani ${mark}`, kind: 'socialAmbit' });
  await as(page, 'company-operator');
  const host = await call(page, 'POST', 'companies', { name: `Forno Giovani ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 9 });
  await as(page, 'educator');
  const year = new Date().getFullYear();
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Giovanetti ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: `${year - 15}-01-12`, citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const strip = page.locator('.rules-strip');
  const rules = page.getByRole('group', { name: 'Regole' });
  const birth = page.getByText(/si comincia da 16, dopo dieci anni di scuola/);

  for (const [width, height] of [[1280, 800], [390, 780]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`/internships/new?caseId=${opened.id}&companyId=${host.id}`);
    await expect(page.getByRole('combobox', { name: 'Azienda (obbligatorio)' })).toHaveValue(`Forno Giovani ${mark}`);
    await expect(strip).toHaveText('');
    await page.getByRole('radio', { name: /extracurriculare/i }).first().check();
    await page.getByRole('radio', { name: /Supporto all’inserimento/ }).check();
    await expect(strip.getByRole('status')).toHaveText(/regol[ae] blocca/);
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await expect(strip).toBeInViewport({ ratio: 1 });
    await expectNoAxeViolations(page);

    // Walked with the keyboard, no field that has the focus lies below the strip.
    await page.getByRole('combobox', { name: 'Persona (obbligatorio)' }).focus();
    const covered = () => page.evaluate(() => {
      const [field, line] = [document.activeElement!, document.querySelector('.rules-strip')!];
      if (line.contains(field)) return 'the strip itself';
      const [one, other] = [field.getBoundingClientRect(), line.getBoundingClientRect()];
      return one.bottom > other.top + 1 && one.top < other.bottom - 1 ? 'covered' : 'free';
    });
    for (let step = 0; step < 70; step++) {
      await page.keyboard.press('Tab');
      // The page glides to the field.
      await expect.poll(covered).not.toBe('covered');
      if ((await covered()) === 'the strip itself') break;
    }
    const see = strip.getByRole('button', { name: 'Vedi le regole' });
    await expect(see).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rules).toBeFocused();
    await expect(birth).toBeInViewport();
    if (width < 1000) await shot(page, 'rules-strip-there');
    await page.locator('li.rule', { has: birth }).getByRole('button').press('Enter');
    await expect(page.getByLabel('Primo giorno')).toBeFocused();
  }

  // The birthday comes before another start: the rule only warns then.
  await page.getByLabel('Primo giorno').fill(`${year + 1}-02-01`);
  await page.getByLabel('Ultimo giorno').fill(`${year + 1}-07-31`);
  await expect(page.getByText(/La persona ha 16 anni: verificare che abbia assolto l'obbligo scolastico/)).toBeVisible();
  await expect(birth).toHaveCount(0);
});

test('fields side by side keep to one line in the long forms too, whatever is told under one of them', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/internships/new');
  const row = page.locator('.field-row', { has: page.getByLabel('Primo giorno') });
  const tops = () => row.locator('.f0').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top - one.closest('.field-row')!.getBoundingClientRect().top)));
  await expect(row).toBeVisible();
  const before = await tops();
  expect(new Set(before).size).toBe(1);
  await page.getByLabel('Primo giorno').fill('');
  await page.getByRole('button', { name: 'Salva la proposta' }).click();
  await expect(row.locator('.field-error')).toHaveCount(1);
  expect(await tops()).toEqual(before);
  await shot(page, 'field-row-error');
  const safety = page.locator('.field-row', { has: page.getByLabel(/^Formazione generale/) });
  const controls = await safety.locator('.f0').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(controls).size).toBe(1);
  await safety.scrollIntoViewIfNeeded();
  await shot(page, 'field-row-help');
});

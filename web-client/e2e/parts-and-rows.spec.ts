import { expect, test, type Locator } from '@playwright/test';
import { as, call, day, running, shot } from './support';

const top = async (what: Locator) => Math.round((await what.boundingBox())!.y);

test('an address that names a part of a record stops there, with the focus on its heading', async ({ page }) => {
  test.setTimeout(180_000);
  const { id } = await running(page);
  const { beneficiaryId, companyId } = await call<{ beneficiaryId: string; companyId: string }>(page, 'GET', `internships/${id}`);
  const stops = async (address: string, name: string) => {
    await page.goto('/internships');
    await page.goto(address);
    const heading = page.getByRole('main').getByRole('heading', { level: 2, name, exact: true });
    await expect(heading).toBeFocused();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await expect(heading).toBeInViewport();
    // Below the head of the page and the strip with the name, and not at the end of what can be seen.
    await expect.poll(() => top(heading)).toBeLessThan(400);
    await expect(heading).toBeFocused();
  };

  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 820 });
    await stops(`/beneficiaries/${beneficiaryId}#appointments`, 'Appuntamenti');
    await page.screenshot({ path: `gallery/part-of-person-${width}.png` });
    await stops(`/beneficiaries/${beneficiaryId}#registry`, 'Dati anagrafici');
    await stops(`/internships/${id}#documents`, 'Firme e documenti');
    await page.screenshot({ path: `gallery/part-of-internship-${width}.png` });
    await stops(`/companies/${companyId}#company-availability`, 'Disponibilità');
  }
});

test('fields side by side keep to one line, whatever is told under one of them', async ({ page }) => {
  await as(page, 'coordinator');
  const mark = `${Date.now()}`.slice(-7);
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito capofila ${mark}`, kind: 'socialAmbit' });
  const programme = await call(page, 'POST', 'programmes', { name: `Dote al lavoro ${mark}`, kind: 'fsePlus', leadBodyId: body.id, startsOn: day(-30), endsOn: day(400), lines: [{ kind: 'allowances', title: 'Doti', cents: 500000 }] });
  await page.goto(`/programmes/${programme.id}/edit`);
  const line = page.getByRole('group', { name: 'Voce 1' });
  await line.locator('select').first().selectOption('');
  await page.getByRole('button', { name: /^Salva/ }).click();
  await expect(line.locator('.field-error').first()).toBeVisible();
  expect(await top(line.locator('select').first())).toBe(await top(line.locator('input').first()));
  await shot(page, 'line-row-error');
  await line.locator('input').first().fill('');
  await line.locator('select').first().selectOption({ index: 1 });
  await page.getByRole('button', { name: /^Salva/ }).click();
  expect(await top(line.locator('select').first())).toBe(await top(line.locator('input').first()));
});

test('what is searched is a filter that is taken off, in a list as in the next', async ({ page }) => {
  await as(page, 'coordinator');
  for (const [address, name] of [['/programmes', 'Cerca'], ['/internships/conventions', 'Cerca per numero'], ['/companies', 'Cerca']] as const) {
    await page.goto(address);
    const search = page.getByRole('main').getByRole('searchbox').first();
    await search.fill('zzqq');
    const chip = page.getByRole('button', { name: new RegExp(`^Togli il filtro ${name}`) });
    await expect(chip).toHaveText(/«zzqq»/);
    await chip.click();
    await expect(chip).toHaveCount(0);
    await expect(search).toHaveValue('');
  }
  await page.goto('/internships/conventions');
  await page.getByRole('main').getByRole('searchbox').first().fill('2024');
  await expect(page.getByRole('button', { name: /^Togli il filtro Cerca/ })).toBeVisible();
  await shot(page, 'searched-chip');
});

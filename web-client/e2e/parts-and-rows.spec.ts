import { expect, test, type Locator } from '@playwright/test';
import { as, call, running, shot } from './support';

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

/** Where the controls of a row begin, read at one moment: the page may be scrolling to the summary of the errors. */
const controls = (row: Locator) => row.locator('.f0').evaluateAll((all) => all.slice(0, 2).map((one) => Math.round(one.getBoundingClientRect().top)));

test('fields side by side keep to one line, whatever is told under one of them', async ({ page }) => {
  await as(page, 'coordinator');
  await page.goto('/programmes/new');
  await page.getByRole('button', { name: 'Aggiungi una voce' }).click();
  const line = page.getByRole('group', { name: 'Voce 2' }).or(page.getByRole('group', { name: 'Voce 1' })).last();
  await line.locator('.f0').nth(1).fill('Doti');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(line.locator('.field').first().locator('.field-error')).toBeVisible();
  await expect(line.locator('.field').nth(1).locator('.field-error')).toHaveCount(0);
  const [kind, title] = await controls(line);
  expect(title).toBe(kind);
  await shot(page, 'line-row-error');
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

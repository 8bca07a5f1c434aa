import { expect, test } from '@playwright/test';
import { settled, shot, signIn } from './support';

test('calls are made with the keyboard alone, one after the other, and one is taken back', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/calls');
  const list = page.getByRole('region', { name: 'Aziende da chiamare' });
  const record = page.getByRole('region', { name: 'Azienda', exact: true });
  await expect(list.getByRole('button', { pressed: undefined }).first()).toBeVisible();
  const first = await record.getByRole('heading', { level: 2 }).textContent();
  await expect(record.getByRole('link', { name: /\d{3}/ }).first()).toHaveAttribute('href', /^tel:/);
  await shot(page, 'calls');

  // Two keys, and the next company is open.
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Disponibile' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Proposto dall’esito: tra 4 settimane')).toBeVisible();
  await shot(page, 'calls-available');
  await record.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Cercano per dicembre, turno 4-9.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Contatto con «${first}» registrato`)).toBeVisible();
  await expect(record.getByRole('heading', { level: 2 })).not.toHaveText(first!);
  await expect(record.getByRole('heading', { level: 2 })).toBeFocused();
  const second = await record.getByRole('heading', { level: 2 }).textContent();

  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Contatto con «${second}» registrato`)).toBeVisible();
  await expect(record.getByRole('heading', { level: 2 })).not.toHaveText(second!);

  // Taken back: the company is in the list again, with what was chosen.
  await page.getByText(`Contatto con «${second}» registrato`).locator('..').getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByText('Contatto annullato')).toBeVisible();
  await expect(record.getByRole('heading', { level: 2 })).toHaveText(second!);
  await expect(page.getByRole('button', { name: 'Non risponde' })).toHaveAttribute('aria-pressed', 'true');

  // A click on a blank leaves the focus nowhere: the keys work all the same.
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: 'Richiamare' })).toHaveAttribute('aria-pressed', 'true');

  // Without an outcome nothing is saved, and it says so.
  await record.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(record.getByRole('heading', { level: 2 })).not.toHaveText(second!);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Scegliere prima com’è andata')).toBeVisible();
});

test('the list says why: never called, old availability', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/calls');
  await page.getByLabel('Perché chiamare', { exact: true }).selectOption('neverCalled');
  await expect(page.getByText('mai chiamata').first()).toBeVisible();
  await page.getByLabel('Perché chiamare', { exact: true }).selectOption('staleAvailability');
  await expect(page.getByText(/Disponibilità vecchia di [\d.]+ giorni/)).toBeVisible();
  await shot(page, 'calls-old-availability');
});

test('what one looks after oneself, for any reason and for one', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/calls?reason=mine');
  const record = page.getByRole('region', { name: 'Azienda', exact: true });
  await expect(page.getByRole('button', { name: 'Togli il filtro Perché chiamare' })).toHaveText(/Seguite da me/);
  await expect(record.getByText('Chi la segue')).toBeVisible();
  await expect(record.getByText('L. 68/99')).toBeVisible();
  await page.getByLabel('Perché chiamare', { exact: true }).selectOption('neverCalled');
  const all = await page.getByText(/fatte oggi, \d+ da fare/).textContent();
  await page.getByLabel('Chi la segue', { exact: true }).selectOption('true');
  await expect(page.getByText(/fatte oggi, \d+ da fare/)).not.toHaveText(all!);
  await shot(page, 'calls-mine');
});

test('what a company offered is confirmed with one press, and stays the same offer', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/calls?reason=staleAvailability');
  const record = page.getByRole('region', { name: 'Azienda', exact: true });
  await expect(record.getByText(/Disponibilità vecchia di [\d.]+ giorni/)).toBeVisible();
  const name = await record.getByRole('heading', { level: 2 }).textContent();
  await record.getByRole('link', { name: 'Apri la scheda' }).click();
  await expect(page.getByRole('heading', { level: 1, name: name! })).toBeVisible();
  await expect(page.getByText(/Disponibilità vecchia di [\d.]+ giorni/).first()).toBeVisible();
  await shot(page, 'company-old-availability');
  await page.goBack();
  await record.getByRole('heading', { level: 2, name: name! }).focus();
  await page.keyboard.press('1');
  const offers = await record.locator('.call-offer').count();
  await page.getByRole('button', { name: 'Ancora valida' }).first().click();
  await expect(page.getByText('verificata oggi').first()).toBeVisible();
  await expect(record.locator('.call-offer')).toHaveCount(offers);
});

test('the filters of the company list become a campaign, whose name is changed later', async ({ page }) => {
  const name = `Dai filtri ${Date.now().toString(36)}`;
  await signIn(page, 'company-operator');
  await page.goto('/companies?sector=trade');
  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Nuova campagna da questi filtri' }).click();
  await expect(page.getByLabel('Settore', { exact: true })).toHaveValue('trade');
  await page.getByLabel('Nome').fill(name);
  await page.getByRole('button', { name: 'Crea la campagna' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Modifica nome e obiettivo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome').fill(`${name} bis`);
  await dialog.getByLabel('Obiettivo').fill('Chiedere se a Natale serve aiuto in negozio.');
  await shot(page, 'campaign-edit');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} bis` })).toBeVisible();
  await expect(page.getByText('Chiedere se a Natale serve aiuto in negozio.')).toBeVisible();
});

test('a filter becomes a campaign that is called and closed', async ({ page }) => {
  const name = `Campagna ${Date.now().toString(36)}`;
  await signIn(page, 'company-operator');
  await page.goto('/companies/campaigns');
  await expect(page.getByRole('link', { name: 'Ristorazione, posti per l’inverno' }).or(page.getByRole('heading', { name: /Campagne/ })).first()).toBeVisible();
  await shot(page, 'campaigns');
  await page.getByRole('link', { name: 'Nuova campagna' }).first().click();
  await page.getByLabel('Settore', { exact: true }).selectOption('crafts');
  await expect(page.getByText(/\d+ aziend[ae]\. .* fuori/)).toBeVisible();
  await page.getByLabel('Nome').fill(name);
  await shot(page, 'campaign-new');
  await page.getByRole('button', { name: 'Crea la campagna' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('link', { name: 'Chiama', exact: true }).click();
  const record = page.getByRole('region', { name: 'Azienda', exact: true });
  await expect(record.getByRole('heading', { level: 2 })).toBeVisible();
  const first = await record.getByRole('heading', { level: 2 }).textContent();
  await record.getByRole('heading', { level: 2 }).focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Contatto con «${first}» registrato`)).toBeVisible();
  await expect(record.getByRole('heading', { level: 2 })).not.toHaveText(first!);
  await shot(page, 'campaign-calls');

  await page.getByRole('link', { name: 'Vedi la campagna' }).click();
  await expect(page.getByText(/^1 di \d+$/)).toBeVisible();
  await shot(page, 'campaign');
  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Chiudi la campagna' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi la campagna' }).click();
  await expect(page.getByText('Campagna chiusa')).toBeVisible();
});

test('the bank in numbers leads to its lists', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/companies/figures');
  await expect(page.getByRole('heading', { level: 1, name: 'La banca in numeri' })).toBeVisible();
  await shot(page, 'figures');
  await page.getByRole('link', { name: /segnalazioni di aziende aperte/ }).click();
  await expect(page).toHaveURL(/\/companies\/referrals$/);
  await page.goBack();
  await page.getByRole('link', { name: /sentite questo mese/ }).click();
  await expect(page.getByLabel('Perché chiamare', { exact: true })).toHaveValue('reachedThisMonth');
});

test('what the filters of the lists say is never cut', async ({ page }) => {
  await signIn(page, 'coordinator');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [
      '/companies/calls', '/companies/calls?reason=staleAvailability', '/companies', '/companies/campaigns', '/companies/needs', '/companies/referrals', '/partner-bodies', '/partner-bodies/protocols', '/beneficiaries', '/beneficiaries/caseload',
      '/beneficiaries/referrals', '/internships', '/internships/visits', '/internships/conventions', '/internships/registers', '/programmes', '/allowances', '/courses', '/opportunities',
    ]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await settled(page);
      const folded = page.getByRole('button', { name: /^Filtri/, expanded: false });
      if (await folded.isVisible()) await folded.click();
      if (address === '/companies/calls') await page.screenshot({ path: `gallery/calls-filters-${width}.png` });
      const cut = await page.locator('.filter-select select').evaluateAll((selects) =>
        (selects as HTMLSelectElement[]).flatMap((select) => {
          const style = getComputedStyle(select);
          const canvas = document.createElement('canvas').getContext('2d')!;
          canvas.font = style.font;
          const words = select.selectedOptions[0]?.text ?? '';
          const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          return select.offsetParent && canvas.measureText(words).width > room ? [`${words}: ${room}`] : [];
        }),
      );
      expect.soft(cut, `${address} ${width}`).toEqual([]);
    }
  }
});

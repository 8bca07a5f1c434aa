import { expect, test, type Page } from '@playwright/test';
import { as, call, day, expectNoAxeViolations, settled, shot, signIn } from './support';

test.slow();

const section = (page: Page) => page.getByRole('region', { name: 'Diritti della persona' });

/** A person of one's own, without a case: forgetting them disturbs nobody. */
async function register(page: Page) {
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6);
  const cookie = (await page.context().cookies()).find((one) => one.name === 'XSRF-TOKEN');
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(cookie?.value ?? '') };
  const person = await page.request.post('/api/v1/beneficiaries', {
    headers,
    data: { surname: `Diritti${mark}`, name: 'Prova', sex: 'male', gender: 'man', birthDate: '1988-03-03', birthplace: 'H769', citizenship: 'IT', mobility: 'none', wishedSectors: ['catering'] },
  });
  expect(person.status(), await person.text()).toBe(201);
  const { id } = (await person.json()) as { id: string };
  const bodies = (await (await page.request.get('/api/v1/partner-bodies?limit=1')).json()) as { items: { id: string }[] };
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date());
  const opened = await page.request.post('/api/v1/cases', { headers, data: { beneficiaryId: id, referringBodyId: bodies.items[0]!.id, openedOn: day, reason: 'other' } });
  const { id: caseId } = (await opened.json()) as { id: string };
  const closed = await page.request.post(`/api/v1/cases/${caseId}/closure`, { headers, data: { closedOn: day, outcome: 'training' } });
  expect(closed.status(), await closed.text()).toBe(204);
  return id;
}

test('an educator keeps consents and marks, hands out the copy, and forgets a person', async ({ page }) => {
  await signIn(page, 'educator');
  const id = await register(page);
  await page.goto(`/beneficiaries/${id}`);
  await section(page).getByRole('button', { name: 'Apri', exact: true }).click();
  await section(page).getByRole('button', { name: 'Registra un consenso' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Per che cosa').selectOption({ label: 'Scambio con gli enti della rete' });
  await dialog.getByLabel('Come si dimostra').selectOption({ label: 'A voce' });
  await dialog.getByRole('button', { name: 'Registra il consenso' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Versione del testo').fill('2026-1');
  await dialog.getByLabel('Chi era presente').fill('La collega dello sportello');
  await shot(page, 'rights-consent');
  await dialog.getByRole('button', { name: 'Registra il consenso' }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('testo 2026-1')).toBeVisible();

  await section(page).getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await dialog.getByLabel('Che cosa').selectOption({ label: 'Limitazione del trattamento' });
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('I dati si conservano soltanto')).toBeVisible();
  // Nothing new is offered that would be refused.
  await expect(page.getByRole('button', { name: 'Apri la presa in carico' })).toHaveCount(0);
  await shot(page, 'rights-record');

  await section(page).getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await dialog.getByLabel('Che cosa').selectOption({ label: 'Opposizione al trattamento' });
  await dialog.getByLabel('La persona si oppone a').selectOption({ label: 'Altro, scritto in parole' });
  await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await shot(page, 'rights-objection');
  await expectNoAxeViolations(page);
  await dialog.getByLabel('La persona si oppone a').selectOption({ label: 'Comunicazione agli enti della rete' });
  await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('Opposizione: Comunicazione agli enti della rete').first()).toBeVisible();
  await expect(page.getByText('Non vuole che i suoi dati vadano agli enti della rete')).toBeVisible();
  await shot(page, 'rights-objection-recorded');

  const download = page.waitForEvent('download');
  await section(page).getByRole('link', { name: 'Scarica la copia per la persona' }).click();
  expect((await download).suggestedFilename()).toMatch(/^copia-dei-dati-\d{4}-\d\d-\d\d\.zip$/);

  await section(page).getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await dialog.getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await expect(page.getByText('La persona ha chiesto che i dati siano conservati')).toBeVisible();
  await section(page).getByRole('button', { name: /^Togli: Limitazione/ }).click();
  await dialog.getByRole('button', { name: 'Togli', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Apri la presa in carico' })).toBeVisible();
  await section(page).getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await dialog.getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Persone' })).toBeVisible();
  await page.goto(`/beneficiaries/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: /Prova/ })).toBeHidden();
});

test('a coordinator sees whose data may be kept no longer', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/retention');
  await expect(page.getByRole('heading', { level: 1, name: 'Conservazione dei dati' })).toBeVisible();
  await shot(page, 'retention');
  // Whoever was never taken on is kept for a year only: nobody of this run is so old, which the page says.
  await page.getByRole('tab', { name: 'Mai prese in carico' }).click();
  await expect(page).toHaveURL(/show=never/);
  await expect(page.getByRole('tab', { name: 'Mai prese in carico' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toContainText('Nessuna persona mai presa in carico oltre il tempo di conservazione');
  await shot(page, 'retention-never');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Mai prese in carico' })).toHaveAttribute('aria-selected', 'true');
});

test('people never taken on are listed with who registered them, and whoever coordinates decides of them', async ({ page }) => {
  await signIn(page, 'educator');
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6).padEnd(6, 'x');
  const registered = (name: string) => call(page, 'POST', 'beneficiaries', { surname: `Maipresa${mark}`, name, sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const kept = await registered('Serbata');
  await registered('Libera');
  await call(page, 'POST', `beneficiaries/${kept.id}/marks`, { kind: 'hold', fromOn: day(), untilOn: day(700), note: 'Un contenzioso.' });
  // The list as it will be in a year: of whoever was registered today the time is not over before.
  await page.route('**/api/v1/retention?*', (route) => route.continue({ url: route.request().url().replace('withinDays=0', 'withinDays=366') }));
  await page.goto('/beneficiaries/retention?show=never');
  const rows = page.getByRole('row').filter({ hasText: `Maipresa${mark}` });
  const all = async (count: number) => {
    await expect(page.getByRole('table').or(page.getByRole('tabpanel')).first()).toBeVisible();
    for (let left = 20; left > 0 && (await rows.count()) < count; left--) {
      await settled(page);
      if ((await rows.count()) < count) await page.getByRole('button', { name: 'Mostra altri' }).click();
    }
    await expect(rows).toHaveCount(count);
  };
  await all(2);
  await expect(rows.filter({ hasText: 'Serbata' })).toContainText('Da conservare');
  await shot(page, 'retention-never-taken-on');
  await page.getByLabel('Opposizioni e limitazioni', { exact: true }).selectOption({ label: 'Nessun vincolo' });
  await expect(page).toHaveURL(/held=false/);
  await all(1);
  await expect(rows).toContainText('Libera');

  await as(page, 'coordinator');
  await page.goto('/beneficiaries/retention?show=never&held=false');
  await all(1);
  await rows.getByRole('link').first().click();
  await expect(page).toHaveURL(/#rights$/);
  const card = page.getByRole('region', { name: 'Conservazione dei dati' });
  await expect(card).toBeInViewport();
  await card.scrollIntoViewIfNeeded();
  await shot(page, 'retention-decide');
  await card.getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Anonimizza per sempre' }).click();
  await expect(page.getByText(/non è finito/).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: `Libera Maipresa${mark}` })).toBeVisible();
});

test('whoever followed somebody before makes their part of the copy from the notice under the bell', async ({ page }) => {
  await signIn(page, 'educator');
  const id = await register(page);
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const next = await call(page, 'POST', 'cases', { beneficiaryId: id, referringBodyId: items[0]!.id, openedOn: day(), reason: 'other' });
  await as(page, 'coordinator');
  const me = await call(page, 'GET', 'auth/me');
  await as(page, 'educator');
  await call(page, 'POST', `cases/${next.id}/transfers`, { userId: me.id, reason: 'workload', leaves: true });
  await as(page, 'coordinator');
  await page.goto(`/beneficiaries/${id}`);
  await section(page).getByRole('button', { name: 'Apri', exact: true }).click();
  const whole = page.waitForEvent('download');
  await section(page).getByRole('link', { name: 'Scarica la copia per la persona' }).click();
  await whole;

  await as(page, 'educator');
  await page.getByRole('button', { name: /^Notifiche: \d+ da leggere$/ }).click();
  await page.getByRole('region', { name: 'Notifiche' }).getByRole('button', { name: /preparare la propria parte/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Copia dei dati: la parte dell’équipe' })).toBeVisible();
  await expect(page.getByText(/^Diritti\w+ Prova · presa in carico dal/)).toBeVisible();
  await shot(page, 'copy-part');
  const part = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica la parte dell’équipe' }).click();
  expect((await part).suggestedFilename()).toMatch(/^copia-dei-dati-\d{4}-\d\d-\d\d\.zip$/);
});

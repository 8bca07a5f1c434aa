import { expect, test, type Page } from '@playwright/test';
import { call, expectNoAxeViolations, shot, signIn } from './support';

const mark = () => `Prova ${Date.now().toString(36)}`;

async function publish(page: Page, title: string) {
  await page.goto('/opportunities/new');
  await page.getByLabel('Tipo').selectOption('job');
  await page.getByLabel('Titolo').fill(title);
  await page.getByLabel('Datore di lavoro o organizzatore').fill('Trattoria Prova');
  await page.getByLabel('Descrizione').fill('Cerchiamo una persona **volenterosa**.');
  await page.getByLabel('E-mail per candidarsi').fill('ufficio@trattoria.example');
  await expect(page.locator('.written strong')).toHaveText('volenterosa');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Pubblica' }).click();
  await expect(page.locator('.page-title .chip')).toHaveText('Pubblicata');
}

test('the editor writes an opportunity, sees it as it will be read and publishes it', async ({ page }) => {
  await signIn(page, 'bulletin-editor');
  await publish(page, mark());
  await shot(page, 'opportunity');
  await page.goto('/opportunities');
  await shot(page, 'opportunities');
  await page.goto('/opportunities/new');
  await shot(page, 'opportunity-form');
});

test('the editor composes the next number, schedules it and takes it back', async ({ page }) => {
  // Six pages, each looked at in two widths.
  test.slow();
  const title = mark();
  await signIn(page, 'bulletin-editor');
  await publish(page, title);
  await page.goto('/bulletin/new');
  await page.getByRole('searchbox', { name: 'Cerca per titolo, azienda o comune' }).fill(title);
  await page.getByRole('button', { name: `Aggiungi ${title}` }).click();
  await expect(page.frameLocator('iframe.mail-preview').getByText(title)).toBeVisible();
  await shot(page, 'composer');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('button', { name: 'Programma l’invio' })).toBeVisible();
  await shot(page, 'edition-draft');

  await page.getByRole('button', { name: 'Programma l’invio' }).click();
  await expect(page.getByLabel('Ora', { exact: false })).toHaveValue('09:00');
  await shot(page, 'edition-schedule');
  await page.getByRole('dialog').getByRole('button', { name: 'Programma l’invio' }).click();
  await expect(page.locator('.page-title .chip')).toHaveText('Programmato');
  await shot(page, 'edition-scheduled');
  await page.getByRole('button', { name: 'Annulla la programmazione' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla la programmazione' }).click();
  await expect(page.locator('.page-title .chip')).toHaveText('Bozza');
  await page.goto('/bulletin');
  await shot(page, 'editions');
});

test('a number saved while still empty is filled later, and its title has the day on which it goes out', async ({ page }) => {
  const title = mark();
  await signIn(page, 'bulletin-editor');
  await publish(page, title);
  await page.goto('/bulletin/new');
  await expect(page.getByRole('textbox', { name: 'Titolo (obbligatorio)' })).not.toHaveValue(/2024/);
  // Titles of sections are kept while they wait for their opportunities.
  await page.getByRole('textbox', { name: 'Titolo della sezione 1' }).fill('Concorsi pubblici');
  await page.getByRole('button', { name: 'Aggiungi sezione' }).click();
  await page.getByRole('textbox', { name: 'Titolo della sezione 2' }).fill('Offerte della settimana');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('button', { name: 'Programma l’invio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Programma l’invio' }).click();
  await expect(page.getByRole('dialog')).toContainText('aggiungere almeno un');
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();

  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await expect(page.getByRole('textbox', { name: 'Titolo della sezione 1' })).toHaveValue('Concorsi pubblici');
  await expect(page.getByRole('textbox', { name: 'Titolo della sezione 2' })).toHaveValue('Offerte della settimana');
  await page.getByRole('searchbox', { name: 'Cerca per titolo, azienda o comune' }).fill(title);
  // Into the section that one says, and on with the keyboard: the arrow keeps the focus while its row travels.
  await page.getByLabel('Aggiungere alla sezione').selectOption('Concorsi pubblici');
  await page.getByRole('button', { name: `Aggiungi ${title}` }).click();
  const first = page.getByRole('group', { name: 'Concorsi pubblici' });
  const second = page.getByRole('group', { name: 'Offerte della settimana' });
  await expect(first.getByRole('listitem')).toContainText(title);
  await expect(first.getByRole('button', { name: `Sposta su ${title}` })).toBeDisabled();
  await first.getByRole('button', { name: `Sposta giù ${title}` }).press('Enter');
  await expect(second.getByRole('listitem')).toContainText(title);
  await expect(second.getByRole('button', { name: `Sposta su ${title}` })).toBeFocused();
  await shot(page, 'composer-sections');
  await second.getByRole('button', { name: 'Togli la sezione Offerte della settimana' }).click();
  await expect(page.getByRole('dialog')).toContainText('torna tra quelle da scegliere');
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();
  await expect(page.frameLocator('iframe.mail-preview').getByText(title)).toBeVisible();
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('button', { name: 'Programma l’invio' })).toBeVisible();
  await expect(page.frameLocator('iframe.mail-preview').getByText(title)).toBeVisible();
});

test('the editor sees what went out in earlier numbers, leaves it out of the list, and is warned when she adds it again', async ({ page }) => {
  // A number is sent meanwhile.
  test.slow();
  const title = mark();
  await signIn(page, 'bulletin-editor');
  const offer = { kind: 'job', description: 'Cerchiamo una persona.', organiser: 'Trattoria Prova', applyEmail: 'ufficio@trattoria.example' };
  const [old, fresh] = [await call(page, 'POST', 'opportunities', { ...offer, title: `${title} di ieri` }), await call(page, 'POST', 'opportunities', { ...offer, title: `${title} nuova` })];
  for (const { id } of [old, fresh]) await call(page, 'POST', `opportunities/${id}/publication`);
  const { number } = await call<{ number: number }>(page, 'POST', 'bulletin/editions', { title: 'Numero di prova', sections: [{ title: 'Lavoro', opportunityIds: [old.id] }] });
  await call(page, 'POST', `bulletin/editions/${number}/schedule`, { at: new Date(Date.now() + 3_000).toISOString() });
  await expect.poll(async () => (await call<{ state: string }>(page, 'GET', `bulletin/editions/${number}`)).state, { timeout: 90_000 }).toBe('sent');

  await page.goto('/bulletin/new');
  await page.getByRole('searchbox', { name: 'Cerca per titolo, azienda o comune' }).fill(title);
  const offered = page.getByRole('list', { name: 'Pubblicate e non ancora scelte' });
  const before = new RegExp(`Già nel numero ${number} del \\d+ \\S+ \\d{4}`);
  await expect(offered.getByRole('listitem')).toHaveCount(2);
  await expect(offered.getByRole('listitem').filter({ hasText: 'di ieri' })).toContainText(before);
  await expect(offered.getByRole('listitem').filter({ hasText: 'nuova' })).toContainText('Mai pubblicata nel bollettino');
  await shot(page, 'composer-sent-before');
  await page.getByRole('combobox', { name: 'Nel bollettino' }).selectOption({ label: 'Mai pubblicate' });
  await expect(offered.getByRole('listitem')).toHaveCount(1);
  await expect(offered).toContainText('nuova');
  await page.getByRole('combobox', { name: 'Nel bollettino' }).selectOption({ label: 'Già pubblicate' });
  await expect(offered).toContainText('di ieri');

  // A warning and not a refusal: it can be taken out again, or stay.
  await page.getByRole('button', { name: `Aggiungi ${title} di ieri` }).press('Enter');
  const warning = page.locator('.notice', { hasText: `«${title} di ieri» era già uscita` });
  await expect(warning).toContainText(before);
  await shot(page, 'composer-warned');
  await warning.getByRole('button', { name: 'Toglila da questo numero' }).press('Enter');
  await expect(warning).toHaveCount(0);
  await page.getByRole('button', { name: `Aggiungi ${title} di ieri` }).click();
  await expect(warning).toBeVisible();
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByRole('button', { name: 'Programma l’invio' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 opportunità di questo numero era già uscita in un altro.');
  await shot(page, 'edition-schedule-sent-before');
});

test('the editor is told of an offer that waits in a scheduled number in which one and when it leaves', async ({ page }) => {
  const title = mark();
  await signIn(page, 'bulletin-editor');
  const { id } = await call(page, 'POST', 'opportunities', { kind: 'job', title, description: 'Cerchiamo una persona.', organiser: 'Trattoria Prova', applyEmail: 'ufficio@trattoria.example' });
  await call(page, 'POST', `opportunities/${id}/publication`);
  const { number } = await call<{ number: number }>(page, 'POST', 'bulletin/editions', { title: 'Numero che aspetta', sections: [{ title: 'Lavoro', opportunityIds: [id] }] });
  await call(page, 'POST', `bulletin/editions/${number}/schedule`, { at: new Date(Date.now() + 3 * 86_400_000).toISOString() });

  await page.goto('/bulletin/new');
  await page.getByRole('searchbox', { name: 'Cerca per titolo, azienda o comune' }).fill(title);
  const planned = new RegExp(`Nel numero ${number}, previsto il \\d+ \\S+ \\d{4} alle \\d{2}:\\d{2}`);
  await expect(page.getByRole('list', { name: 'Pubblicate e non ancora scelte' }).getByRole('listitem').filter({ hasText: title })).toContainText(planned);
  await shot(page, 'composer-planned');
  await page.getByRole('button', { name: `Aggiungi ${title}` }).press('Enter');
  await expect(page.locator('.notice', { hasText: `«${title}» è già in un altro numero` })).toContainText(planned);
  await shot(page, 'composer-planned-warned');
  await expectNoAxeViolations(page);
  // Other walks find no number that waits for its day.
  await call(page, 'POST', `bulletin/editions/${number}/unschedule`);
});

test('the editor enters a subscriber with the proof of consent and finds them again', async ({ page }) => {
  const email = `${Date.now().toString(36)}@posta.example`;
  await signIn(page, 'bulletin-editor');
  await page.goto('/bulletin/subscribers');
  await page.getByRole('button', { name: 'Aggiungi iscritto' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Dove è conservato il consenso').fill('modulo firmato allo sportello');
  await dialog.getByRole('button', { name: 'Aggiungi iscritto' }).click();
  await page.getByRole('searchbox', { name: 'Cerca un indirizzo' }).fill(email);
  await expect(page.getByRole('cell', { name: email, exact: true })).toBeVisible();
  expect(page.url()).not.toContain(email);
  await shot(page, 'subscribers');
});

test('a visitor reads offers, asks for the bulletin and is told the same whoever they are', async ({ page }) => {
  const title = mark();
  await signIn(page, 'bulletin-editor');
  await publish(page, title);
  await page.context().clearCookies();

  await page.goto('/offers');
  await page.getByRole('searchbox', { name: 'Cerca un lavoro o un corso' }).fill(title);
  await shot(page, 'public-offers');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('link', { name: 'ufficio@trattoria.example' })).toBeVisible();
  await shot(page, 'public-offer');

  await page.goto('/bulletin/archive');
  await page.getByRole('button', { name: 'Iscriversi al bollettino' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Indirizzo e-mail').fill(`${Date.now().toString(36)}@posta.example`);
  await page.getByRole('checkbox').check();
  await shot(page, 'public-bulletin');
  await page.getByRole('button', { name: 'Iscriversi al bollettino' }).click();
  await expect(page.getByText('Controllare la posta')).toBeVisible();

  // What is not there any more has its title and a way on.
  await page.goto('/bulletin/archive/999999');
  await expect(page.getByRole('heading', { level: 1, name: 'Bollettino' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tutti i numeri' })).toBeVisible();

  await page.goto('/bulletin/confirm/inventato');
  await page.getByRole('button', { name: 'Conferma l’iscrizione' }).click();
  await expect(page.getByRole('alert')).toContainText('non è più valido');
  await shot(page, 'public-confirm');
  await page.goto('/bulletin/unsubscribe/inventato');
  await shot(page, 'public-unsubscribe');
});

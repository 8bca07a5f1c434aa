import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

const unique = () => Date.now().toString(36);
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });

async function chooseBody(page: Page, form: string, text: string) {
  const inside = page.getByRole('form', { name: form });
  await inside.getByLabel(/^Ente/).fill(text);
  await inside.getByRole('listbox').getByRole('option', { name: new RegExp(text) }).first().click();
}

test('a table gets members, meets, decides, and its minutes are approved and amended by a note', async ({ page }) => {
  const name = `Tavolo ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/partner-bodies/tables');
  await expect(page.getByRole('heading', { level: 1, name: /Tavoli/ })).toBeVisible();
  await shot(page, 'network-tables');

  await page.getByRole('link', { name: 'Nuovo tavolo' }).click();
  await page.getByLabel(/^Nome/).fill(name);
  await shot(page, 'network-table-new');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Aggiungi un ente' }).click();
  await chooseBody(page, 'Aggiungi un ente', 'Riviera');
  await page.getByRole('form', { name: 'Aggiungi un ente' }).getByRole('button', { name: 'Aggiungi un ente' }).click();
  await expect(page.getByRole('link', { name: /Riviera/ })).toBeVisible();

  await page.getByRole('link', { name: 'Nuova riunione' }).click();
  await page.getByLabel(/^Giorno/).fill(today());
  await page.getByLabel(/^Luogo/).fill('Sala riunioni');
  await page.getByLabel(/^Ordine del giorno/).fill('Primo punto\nSecondo punto');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Secondo punto')).toBeVisible();

  await page.getByRole('button', { name: 'Scrivi il verbale' }).click();
  await page.getByLabel(/Riviera/).selectOption('present');
  await page.getByLabel(/^Testo del verbale/).fill('Si discute e si decide.');
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(page.getByText('verbale da approvare')).toBeVisible();

  await page.getByRole('button', { name: 'Nuova decisione' }).click();
  await page.getByLabel(/^Che cosa si è deciso/).fill('Scrivere agli enti');
  await page.getByLabel(/^Chi se ne occupa/).selectOption({ index: 1 });
  await page.getByLabel(/^Entro il/).fill(today());
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Scrivere agli enti')).toBeVisible();

  await page.getByRole('button', { name: 'Approva il verbale' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approva il verbale' }).click();
  await expect(page.locator('.chip', { hasText: 'verbale approvato' })).toBeVisible();
  await page.getByRole('button', { name: 'Aggiungi una nota' }).click();
  await page.getByLabel(/^Nota/).fill('Si precisa la data.');
  await page.getByRole('form', { name: 'Aggiungi una nota' }).getByRole('button', { name: 'Aggiungi una nota' }).click();
  await expect(page.getByText('Si precisa la data.')).toBeVisible();
  await shot(page, 'network-meeting');
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: 'gallery/network-minutes-print.png', fullPage: true });
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Fatta: Scrivere agli enti' }).click();
  await expect(page.locator('.chip', { hasText: /^Fatta$/ })).toBeVisible();
  await page.goto('/partner-bodies/decisions?state=done');
  await expect(page.getByText('Scrivere agli enti').first()).toBeVisible();
  await shot(page, 'network-decisions');
});

test('bodies are invited to an event and marked', async ({ page }) => {
  const title = `Convegno ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/partner-bodies/events/new');
  await page.getByLabel(/^Titolo/).fill(title);
  await page.getByLabel(/^Giorno/).fill(today());
  await page.getByLabel(/^Luogo/).fill('Teatro');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Invita un ente' }).click();
  await chooseBody(page, 'Invita un ente', 'Vallata');
  await page.getByRole('button', { name: 'Invita', exact: true }).click();
  await page.getByRole('button', { name: /^Segna/ }).click();
  await page.getByRole('menuitem', { name: 'presente' }).click();
  await expect(page.getByText('invitati: 1, presenti: 1')).toBeVisible();
  await shot(page, 'network-event');
  await page.goto('/partner-bodies/events');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await shot(page, 'network-events');
});

test('a protocol that ends before it begins is refused; then it is signed and renewed', async ({ page }) => {
  const subject = `Protocollo ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/partner-bodies/protocols/new');
  await page.getByLabel(/^Oggetto/).fill(subject);
  await page.getByLabel(/^Valido dal/).fill('2025-01-01');
  await page.getByLabel(/^Valido fino al/).fill('2024-01-01');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByLabel(/^Valido fino al/)).toHaveAccessibleDescription(/finisce prima di cominciare/);
  await page.getByLabel(/^Valido fino al/).fill('2027-01-01');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('button', { name: 'Registra una firma' }).click();
  await chooseBody(page, 'Registra una firma', 'Collina');
  await page.getByRole('form', { name: 'Registra una firma' }).getByRole('button', { name: 'Registra una firma' }).click();
  await expect(page.getByRole('link', { name: /Collina/ })).toBeVisible();
  await page.getByRole('button', { name: 'Rinnova', exact: true }).click();
  await page.getByLabel(/^Nuova scadenza/).fill('2030-01-01');
  await page.getByRole('form', { name: 'Rinnova' }).getByRole('button', { name: 'Rinnova' }).click();
  await expect(page.getByText(/Rinnovato da/)).toBeVisible();
  await shot(page, 'network-protocol');
  await page.goto('/partner-bodies/protocols');
  await shot(page, 'network-protocols');
});

test('a body has people; the secret calendar address works until it is revoked', async ({ page, request }) => {
  await signIn(page, 'company-operator');
  await page.goto('/partner-bodies?q=Zattera');
  await page.getByRole('link', { name: /Zattera/ }).click();
  await page.getByRole('button', { name: 'Aggiungi una persona' }).click();
  await page.getByLabel(/^Nome e cognome/).fill(`Rita ${unique()}`);
  await page.getByLabel(/^Ruolo/).fill('presidente');
  await page.getByRole('form', { name: 'Aggiungi una persona' }).getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('presidente').first()).toBeVisible();
  await shot(page, 'partner-body');

  await page.goto('/partner-bodies/calendar');
  await page.getByRole('button', { name: /Crea (l’indirizzo|un indirizzo nuovo)/ }).click();
  // An earlier try left one: then it is asked first.
  const anew = page.getByRole('dialog').getByRole('button', { name: 'Crea un indirizzo nuovo' });
  const secret = page.locator('.secret code');
  await expect(anew.or(secret)).toBeVisible();
  if (await anew.isVisible()) await anew.click();
  const address = (await secret.textContent())!;
  expect((await request.get(address)).headers()['content-type']).toContain('text/calendar');
  await shot(page, 'network-calendar');
  await page.getByRole('button', { name: 'Revoca', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoca' }).click();
  await expect(page.getByRole('button', { name: 'Crea l’indirizzo' })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});

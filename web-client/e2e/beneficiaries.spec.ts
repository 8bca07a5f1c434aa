import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, shot, signIn } from './support';

const odd: Record<string, number> = Object.fromEntries('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((sign, index) => {
  const values = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  return [sign, values[index]!];
}));

/** A valid codice fiscale of a woman born on the given day in San Benedetto del Tronto, for a surname and name of three consonants each. */
function taxCode(surname: string, name: string, year: number, day: number): string {
  const first = `${surname.toUpperCase()}${name.toUpperCase()}${String(year % 100).padStart(2, '0')}A${day + 40}H769`;
  const sum = [...first].reduce((total, sign, index) => total + (index % 2 === 0 ? odd[sign]! : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65), 0);
  return first + String.fromCharCode(65 + (sum % 26));
}

/** Names of consonants only are their own codes, so each run has a person of its own. */
function somebody() {
  const pick = () => 'BCDFGLMNPRSTVZ'[Math.floor(Math.random() * 14)]!;
  const surname = `${pick()}${pick()}${pick()}`;
  const name = `${pick()}${pick()}${pick()}`;
  const year = 1970 + Math.floor(Math.random() * 30);
  const day = 1 + Math.floor(Math.random() * 27);
  return { surname, name, code: taxCode(surname, name, year, day), birthDate: `${year}-01-${String(day).padStart(2, '0')}` };
}

test.slow();

test('an educator registers a person, opens the case and sees companies with very little typing', async ({ page }) => {
  const person = somebody();
  await signIn(page, 'educator');
  await page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: /Persone/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Le mie persone/ })).toBeVisible();
  await shot(page, 'beneficiaries-list');

  await page.getByRole('link', { name: 'Registra una persona' }).click();
  await page.getByLabel('Codice fiscale').fill(person.code);
  await expect(page.getByLabel('Data di nascita')).toHaveValue(person.birthDate);
  await expect(page.getByLabel('Femmina')).toBeChecked();
  await expect(page.getByLabel('Luogo di nascita')).toHaveValue('San Benedetto del Tronto (AP)');
  await page.getByLabel('Cognome', { exact: false }).first().fill(`${person.surname}x`);
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill(person.name);
  await page.getByLabel('Comune di domicilio').fill('grottamm');
  await page.getByRole('option', { name: /Grottammare/ }).click();
  await page.getByLabel('Agricoltura', { exact: false }).check();
  await shot(page, 'beneficiaries-register');

  await page.getByLabel('Cognome', { exact: false }).first().fill('Zibibbo');
  await page.getByRole('button', { name: 'Registra e continua' }).click();
  await expect(page.getByText('Il codice fiscale non corrisponde al cognome.').first()).toBeVisible();
  await expect(page.getByLabel('Il codice è proprio questo')).toBeVisible();
  await page.getByLabel('Cognome', { exact: false }).first().fill(person.surname);
  await page.getByRole('button', { name: 'Registra e continua' }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Ente inviante').click();
  await dialog.getByRole('listbox').getByRole('option').first().click();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Apri la presa in carico' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Aziende possibili' })).toBeVisible();
  expect(page.url()).not.toContain(person.surname);
  await expect(page).toHaveTitle(/^Persona/);

  await page.locator('body').press('n');
  await page.getByLabel('Testo').fill('Primo colloquio: disponibile da subito, preferisce il mattino.');
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText('Primo colloquio: disponibile da subito')).toBeVisible();

  await page.getByRole('button', { name: 'Mostra: Identificativi' }).click();
  await expect(page.getByText(person.code)).toBeVisible();
  await page.getByRole('button', { name: 'Mostra: Registro degli accessi' }).click();
  await expect(page.getByText('Identificativi in chiaro: verificare l’identità').first()).toBeVisible();
  await shot(page, 'beneficiaries-record');
});

test('a duplicate is told before saving, and the text of a search stays out of the address', async ({ page }) => {
  const person = somebody();
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/new');
  await page.getByLabel('Codice fiscale').fill(person.code);
  await expect(page.getByLabel('Data di nascita')).toHaveValue(person.birthDate);
  await page.getByLabel('Cognome', { exact: false }).first().fill(person.surname);
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill(person.name);
  await page.getByRole('button', { name: 'Registra e continua' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Più tardi' }).click();
  await expect(page.getByText('Nessuna presa in carico')).toBeVisible();

  await page.goto('/beneficiaries/new');
  await page.getByLabel('Codice fiscale').fill(person.code);
  await expect(page.getByText('Forse è già registrata')).toBeVisible();

  await page.goto('/beneficiaries');
  await page.getByRole('searchbox', { name: 'Cerca una persona' }).fill(`${person.surname} ${person.name}`);
  await expect(page.getByRole('link', { name: `${person.surname} ${person.name}` })).toBeVisible();
  expect(page.url()).not.toContain(person.surname);
});

test('a trainer neither finds people in the menu nor by their address', async ({ page }) => {
  await signIn(page, 'trainer');
  await expect(page.getByRole('link', { name: /^Persone/ })).toHaveCount(0);
  await page.goto('/beneficiaries');
  await expect(page.getByText('Questa pagina non è tra quelle del proprio ruolo')).toBeVisible();
});

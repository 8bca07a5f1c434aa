import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const unique = () => Math.random().toString(36).slice(2, 8);
const section = (page: Page) => page.getByRole('region', { name: 'Valutazioni' });
const dialog = (page: Page) => page.getByRole('dialog');

/** The record of somebody for whom an assessment of the kind may be begun. */
async function begin(page: Page, kind: string, person: number) {
  await page.goto('/beneficiaries?state=open');
  const people = page.getByRole('table').getByRole('link');
  await expect(people.first()).toBeVisible();
  await people.nth(person % (await people.count())).click();
  await section(page).getByRole('button', { name: 'Nuova valutazione' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible();
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(page.getByText('Bozza salvata')).toBeVisible();
}

async function sign(page: Page) {
  await page.getByRole('button', { name: 'Manda alla firma' }).click();
  await dialog(page).getByRole('button', { name: 'Manda alla firma' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText('Firmata', { exact: true })).toBeVisible();
}

/** The first moment hinders more than the second. */
async function icfSheet(page: Page, person: number, codes: string[], first: boolean) {
  await begin(page, 'Scheda ICF', person);
  if (first) {
    await page.getByRole('button', { name: 'Aggiungi un codice' }).click();
    await page.getByRole('group', { name: 'Codice numero 1' }).getByRole('textbox', { name: /^Codice/ }).fill('d850.35');
    await page.getByLabel('Conclusioni').fill('Riprendere con gradualità, con un tutor presente.');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await expect(page.getByText('I qualificatori vanno da 0 a 4').first()).toBeVisible();
    await page.getByRole('button', { name: 'Togli il codice numero 1' }).click();
  }
  for (const [at, code] of codes.entries()) {
    await page.getByRole('button', { name: 'Aggiungi un codice' }).click();
    await page.getByRole('group', { name: `Codice numero ${at + 1}` }).getByRole('textbox', { name: /^Codice/ }).fill(code);
  }
  await page.getByLabel('Conclusioni').fill('Riprendere con gradualità, con un tutor presente.');
  if (first) await shot(page, 'icf-draft');
  await save(page);
  await sign(page);
}

test('ICF sheets are written, co-signed and compared from T0 on', async ({ page }, info) => {
  await signIn(page, 'educator');
  await icfSheet(page, info.retry, ['b130.2', 'b164.1', 'd155.33', 'd240.3_', 'd720.24', 'd845.34', 'd850.44', 'e310.2', 'e590+1'], true);
  await shot(page, 'icf-signed');
  await icfSheet(page, info.retry, ['b130.1', 'b164.1', 'd155.22', 'd240.2_', 'd720.24', 'd845.23', 'd850.23', 'e310+1', 'e590+3'], false);
  await page.getByRole('link', { name: 'Scheda della persona' }).click();
  await section(page).getByRole('link', { name: 'ICF nel tempo' }).click();
  await expect(page.getByRole('heading', { name: /migliorano/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'd850.44' })).toBeVisible();
  await shot(page, 'icf-compared');
});

test('skills are judged by a grid that a coordinator keeps', async ({ page }, info) => {
  const name = `Cucina ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/assessment-settings');
  await page.getByRole('button', { name: 'Aggiungi una griglia' }).click();
  await dialog(page).getByLabel('Nome', { exact: false }).first().fill(name);
  await dialog(page).getByLabel('Livelli').fill('Da avviare\nCon aiuto\ncon aiuto');
  await dialog(page).getByRole('group', { name: 'Competenza numero 1' }).getByRole('textbox', { name: /^Competenza/ }).fill('Usare i coltelli');
  await dialog(page).getByRole('button', { name: 'Aggiungi una competenza' }).click();
  await dialog(page).getByRole('group', { name: 'Competenza numero 2' }).getByRole('textbox', { name: /^Competenza/ }).fill('Tenere pulito');
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page).getByRole('alert').getByText(/Lo stesso livello è scritto due volte/)).toBeVisible();
  await shot(page, 'skill-grid-twice');
  await dialog(page).getByLabel('Livelli').fill('Da avviare\nCon aiuto\nIn autonomia');
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await page.getByRole('button', { name: 'Dichiara una formula' }).click();
  await dialog(page).getByLabel('Nome', { exact: false }).first().fill('Indice di prova');
  await dialog(page).getByLabel('Atto o fonte').fill('Tavolo della rete');
  await dialog(page).getByLabel('Formula').fill('work * 2 + wealth');
  await dialog(page).getByRole('button', { name: 'Dichiara una formula' }).click();
  await expect(dialog(page).getByText('«wealth» non è tra i valori').first()).toBeVisible();
  await dialog(page).getByLabel('Formula').fill('work * 2 + social + if(age > 50, 1, 0)');
  await dialog(page).getByRole('button', { name: 'Aggiungi una fascia' }).click();
  await dialog(page).getByRole('textbox', { name: /^Fascia/ }).fill('Da seguire');
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Dichiara una formula' }).click();
  await expect(dialog(page)).toBeHidden();
  await shot(page, 'assessment-settings');

  await page.context().clearCookies();
  await signIn(page, 'educator');
  await begin(page, 'Bilancio di competenze', info.retry + 2);
  await page.getByLabel('Griglia').selectOption({ label: name });
  await page.getByRole('group', { name: 'Usare i coltelli' }).getByLabel('Livello').selectOption({ label: 'Con aiuto' });
  await page.getByRole('group', { name: 'Tenere pulito' }).getByLabel('Livello').selectOption({ label: 'In autonomia' });
  await page.getByLabel('Conclusioni').fill('Si parte dalle preparazioni di base.');
  await save(page);
  await shot(page, 'skills-draft');
  await sign(page);
  await shot(page, 'skills-signed');

  await begin(page, 'Valutazione multidimensionale', info.retry + 2);
  await page.getByRole('button', { name: 'Aggiungi la parte di un ente' }).click();
  await page.getByRole('button', { name: 'Aggiungi la parte di un ente' }).click();
  const parts = [page.getByRole('region', { name: 'Parte 1' }), page.getByRole('region', { name: 'Parte 2' })];
  await parts[0]!.getByLabel('Dimensione').selectOption({ label: 'Lavoro' });
  await parts[0]!.getByLabel('Difficoltà').selectOption({ label: '2 · medio' });
  await parts[0]!.getByLabel('Che cosa vede').fill('Regge mezze giornate.');
  await parts[1]!.getByLabel('Dimensione').selectOption({ label: 'Sociale' });
  await parts[1]!.getByLabel('Difficoltà').selectOption({ label: '3 · grave' });
  await parts[1]!.getByLabel('Che cosa vede').fill('Poca rete vicina.');
  await page.getByLabel('Conclusioni').fill('Tirocinio e accompagnamento insieme.');
  await save(page);
  await expect(page.getByRole('region', { name: 'Indice di fragilità' })).toBeVisible();
  await sign(page);
  await shot(page, 'evaluation-signed');
});

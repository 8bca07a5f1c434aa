import { expect, test, type Page } from '@playwright/test';
import { call, day, shot, signIn } from './support';

/** Other runs leave their courses: each run has names of its own. */
const run = Date.now().toString(36).toUpperCase();
const title = `Barista ${run}`;
const code = `BAR-${run}`;

const iso = (days: number) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(day);
};

async function toast(page: Page, text: string | RegExp) {
  await expect(page.locator('.toast0', { hasText: text }).first()).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test('a trainer plans a course with an edition and its lessons', async ({ page }) => {
  await signIn(page, 'trainer');
  await page.getByRole('link', { name: 'Formazione' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Corsi/ })).toBeVisible();
  await shot(page, 'training-courses');

  await page.getByRole('link', { name: 'Aggiungi un corso' }).first().click();
  await page.getByRole('button', { name: 'Aggiungi un corso' }).click();
  await expect(page.getByRole('alert')).toContainText('Titolo');
  await shot(page, 'training-course-errors');
  await page.getByLabel('Titolo').fill(title);
  await page.getByLabel('Argomento').selectOption({ label: 'Ristorazione' });
  await page.getByLabel('Ore previste').fill('24');
  await page.getByRole('button', { name: 'Aggiungi un corso' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await shot(page, 'training-course');

  await page.getByRole('link', { name: 'Programma un’edizione' }).first().click();
  await page.getByLabel('Codice').fill(code);
  await page.getByLabel('Primo giorno').fill(iso(-1));
  await page.getByLabel('Ultimo giorno').fill(iso(20));
  await page.getByLabel('Posti', { exact: false }).first().fill('2');
  await page.getByLabel('Comune').fill('Grottam');
  await page.getByRole('option', { name: /Grottammare/ }).click();
  await page.getByLabel('C’è un lavoro garantito alla fine').check();
  await page.getByLabel('Datore di lavoro').fill('Bar Inventato');
  await page.getByLabel('Posti di lavoro').fill('1');
  await page.getByLabel('Programma che paga').selectOption({ index: 1 });
  const payer = await page.getByLabel('Programma che paga').locator('option:checked').textContent();
  await shot(page, 'training-edition-form');
  await page.getByRole('button', { name: 'Programma un’edizione' }).click();
  await expect(page.getByText(code).first()).toBeVisible();
  await expect(page.getByText(payer!).first()).toBeVisible();

  await page.getByRole('button', { name: 'Aggiungi una lezione' }).click();
  await page.getByLabel('Giorno').fill(iso(0));
  await page.locator('input[name="from"]').fill('09:00');
  await page.locator('input[name="to"]').fill('13:00');
  await page.getByRole('button', { name: 'Aggiungi una lezione' }).click();
  await toast(page, 'Lezione aggiunta');
  // The next lesson is proposed on the day after, at the same hours.
  await expect(page.getByLabel('Giorno')).toBeFocused();
  await expect(page.getByLabel('Giorno')).toHaveValue(/^\d{4}-/);
  await expect(page.getByLabel('Giorno')).not.toHaveValue(iso(0));
  await page.getByLabel('Giorno').fill(iso(0));
  await page.locator('input[name="from"]').fill('12:00');
  await page.locator('input[name="to"]').fill('14:00');
  await page.getByRole('button', { name: 'Aggiungi una lezione' }).click();
  await expect(page.getByRole('alert')).toContainText('09:00');
  await page.getByRole('button', { name: 'Chiudi', exact: true }).first().click();

  await page.getByRole('button', { name: 'Apri le iscrizioni' }).click();
  await expect(page.getByRole('button', { name: 'Fai cominciare' })).toBeVisible();
});

test('people are enrolled one after the other with the keyboard alone, and the third one waits', async ({ page }) => {
  await signIn(page, 'trainer');
  await openEdition(page);
  await page.getByRole('button', { name: 'Iscrivi', exact: true }).click();
  for (const surname of ['Alfieri', 'Bonelli', 'Corsini']) {
    await expect(page.getByRole('textbox', { name: /^Cognome/ })).toBeFocused();
    await page.keyboard.type(surname);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Prova');
    await page.keyboard.press('Enter');
    await expect(page.locator('.ok-line')).toContainText(surname);
    await expect(page.getByRole('textbox', { name: /^Cognome/ })).toHaveValue('');
  }
  await expect(page.locator('.ok-line')).toContainText('lista d’attesa');
  await shot(page, 'training-enrol');
  await page.getByRole('button', { name: 'Chiudi', exact: true }).first().click();

  for (const name of ['Alfieri Prova', 'Bonelli Prova']) {
    await page.getByRole('button', { name: `Conferma: ${name}` }).click();
    await expect(page.getByRole('button', { name: `Conferma: ${name}` })).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Conferma: Corsini Prova' }).click();
  await toast(page, /resta in attesa/);
  await expect(page.getByText('2 di 2 posti').first()).toBeVisible();
  await shot(page, 'training-edition');
});

test('attendance is ticked on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 820 });
  await signIn(page, 'trainer');
  await openEdition(page);
  await page.getByRole('link', { name: /Segna le presenze/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chi c’è' })).toBeVisible();
  await page.getByText('Bonelli Prova').click();
  await expect(page.getByText('1 presente su 2')).toBeVisible();
  // A tap on the way back does not throw the ticks away.
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Resta|Continua/ }).click();
  await expect(page.getByText('1 presente su 2')).toBeVisible();
  await shot(page, 'training-attendance');
  await page.getByRole('button', { name: 'Salva le presenze' }).click();
  await toast(page, 'Presenze salvate');
  await expect(page.getByRole('link', { name: /Correggi le presenze/ })).toHaveText('1 presente');
});

test('an educator sees the edition but no names, and enrols somebody they follow', async ({ page }) => {
  await signIn(page, 'educator');
  await openEdition(page);
  await expect(page.getByText('2 di 2 posti').first()).toBeVisible();
  await expect(page.getByText('I nomi non sono visibili')).toBeVisible();
  await expect(page.getByText('Alfieri')).toHaveCount(0);
  await shot(page, 'training-edition-without-names');

  await expect(page.getByRole('button', { name: 'Iscrivi', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Iscrivi chi seguo' }).click();
  await page.getByRole('button', { name: 'Salva e continua' }).click();
  await expect(page.getByRole('alert')).toContainText('Persona');
  await page.getByRole('combobox', { name: /^Persona/ }).fill('a');
  await page.getByRole('option').first().click();
  await shot(page, 'training-enrol-case');
  await page.getByRole('button', { name: 'Salva e continua' }).click();
  await expect(page.locator('.ok-line')).toContainText('lista d’attesa');
  await expect(page.getByRole('combobox', { name: /^Persona/ })).toHaveValue('');
});

test('somebody who may be enrolled already is asked about before they are enrolled again', async ({ page }) => {
  await signIn(page, 'trainer');
  const mark = Date.now().toString(36).toUpperCase();
  const course = await call(page, 'POST', 'courses', { title: `Sala ${mark}`, topic: 'workplaceSafety', plannedHours: 8 });
  const edition = await call(page, 'POST', 'course-editions', { courseId: course.id, code: `SAL-${mark}`, municipality: '044066', startsOn: day(7), endsOn: day(30), places: 8, state: 'enrolling' });
  await call(page, 'POST', `course-editions/${edition.id}/enrolments`, { surname: 'Rossi', name: 'Mario', birthDate: '1985-12-10', taxCode: 'RSSMRA85T10A562S' });
  await page.goto(`/training/editions/${edition.id}`);
  await page.getByRole('button', { name: 'Iscrivi', exact: true }).click();
  const form = page.getByRole('form', { name: 'Iscrivi' }).or(page.locator('form').filter({ has: page.getByRole('textbox', { name: /^Cognome/ }) })).first();
  const fill = async () => {
    await form.getByRole('textbox', { name: /^Cognome/ }).fill('Rossi');
    await form.getByRole('textbox', { name: /^Nome/ }).fill('Mario');
    await form.getByLabel(/^Data di nascita/).fill('1985-12-10');
    await form.getByRole('button', { name: 'Salva e continua' }).click();
  };
  await fill();
  const question = page.getByRole('dialog', { name: 'Potrebbe essere già iscritta' });
  await question.getByRole('button', { name: 'Annulla' }).click();
  await expect(form.getByRole('textbox', { name: /^Cognome/ })).toHaveValue('Rossi');
  await form.getByRole('button', { name: 'Salva e continua' }).click();
  await question.getByRole('button', { name: 'È un’altra persona' }).click();
  await expect(page.locator('.ok-line')).toContainText('Rossi');
});

test('at the end of a course the outcome of all is set in one go, by the keyboard and on a phone', async ({ page }) => {
  // Two widths, three times.
  test.slow();
  await signIn(page, 'trainer');
  const mark = Date.now().toString(36).toUpperCase();
  const me = await call<{ id: string }>(page, 'GET', 'auth/me');
  const course = await call(page, 'POST', 'courses', { title: `Fine corso ${mark}`, topic: 'workplaceSafety', plannedHours: 8 });
  const edition = await call(page, 'POST', 'course-editions', { courseId: course.id, code: `FIN-${mark}`, trainerId: me.id, municipality: '044066', startsOn: day(-10), endsOn: day(10), places: 15, state: 'running' });
  const surnames = ['Abate', 'Bassi', 'Conti', 'De Santis', 'Esposito', 'Ferri', 'Galli', 'Leone', 'Marini', 'Negri', 'Orlandi', 'Parisi', 'Quarta', 'Riva', 'Sala'];
  const ids: string[] = [];
  for (const surname of surnames) {
    const { id } = await call(page, 'POST', `course-editions/${edition.id}/enrolments`, { surname, name: 'Prova' });
    await call(page, 'POST', `enrolments/${id}/confirmation`);
    ids.push(id);
  }
  await call(page, 'POST', `course-editions/${edition.id}/enrolments`, { surname: 'Testa', name: 'Prova' });
  await page.goto(`/training/editions/${edition.id}`);

  // All by one box, but for one who did not pass.
  const all = page.getByRole('checkbox', { name: 'Scegli tutti quelli che partecipano: 15 persone' });
  await all.focus();
  await page.keyboard.press('Space');
  const bar = page.getByRole('region', { name: 'Azioni sulle righe scelte' });
  await expect(bar).toContainText('15 scelte');
  await page.getByRole('checkbox', { name: 'Scegli Bassi Prova' }).press('Space');
  await expect(bar).toContainText('14 scelte');
  await expect(page.getByRole('checkbox', { name: /Testa Prova/ })).toHaveCount(0);
  await shot(page, 'training-many-chosen');

  // Somebody is withdrawn elsewhere meanwhile: told by name, and the others are written.
  await call(page, 'POST', `enrolments/${ids[2]}/withdrawal`);
  await bar.getByRole('button', { name: 'Segna come conclusi e superati' }).press('Enter');
  const refused = page.getByRole('dialog', { name: 'Per 1 persona non è stato possibile' });
  await expect(refused).toContainText('Conti Prova');
  await expect(refused).toContainText('La persona si è ritirata');
  await toast(page, '13 persone segnate: concluso e superato');
  await shot(page, 'training-many-refused');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'Sala Prova' })).toContainText('Concluso e superato');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bassi Prova' })).toContainText('Confermato');

  await page.setViewportSize({ width: 390, height: 820 });
  await page.getByRole('checkbox', { name: 'Scegli Bassi Prova' }).check();
  await page.getByRole('checkbox', { name: 'Scegli Sala Prova' }).check();
  await bar.getByRole('button', { name: 'Segna come conclusi, non superati' }).click();
  await toast(page, '2 persone segnate: concluso, non superato');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bassi Prova' })).toContainText('Concluso, non superato');
  await shot(page, 'training-many-done');
});

async function openEdition(page: Page) {
  await page.goto('/training/editions');
  await page.getByRole('searchbox').first().fill(code);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

/**
 * The first day, told by those who live it: a spreadsheet becomes companies, a person finds a place among them, a course opens,
 * the bulletin goes out, the year is counted. Each run has names of its own, so that it can be told again on the same database.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const company = `Forno ${run}`;
const offer = `Aiuto panettiere ${run}`;
const story: { caseId?: string; companyId?: string; internshipId?: string; number?: string } = {};

const day = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + days * 86_400_000));

interface Answer {
  id: string;
  version: number;
  rules?: { code: string; message: string; act?: string | null }[];
}

/** A call of the signed-in person, as the client makes them. */
async function call(page: Page, method: string, path: string, body?: unknown, version?: number) {
  return page.evaluate(
    async ({ method, path, body, version }) => {
      const token = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
      const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Accept-Language': 'it', 'X-XSRF-TOKEN': decodeURIComponent(token?.slice(11) ?? '') };
      if (version !== undefined) headers['If-Match'] = `"${version}"`;
      const answer = await fetch(`/api/v1/${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
      const text = await answer.text();
      return { status: answer.status, json: (text ? JSON.parse(text) : null) as Answer };
    },
    { method, path, body, version },
  );
}

/** Ten digits and their check digit. */
function vatNumber(): string {
  const ten = `${String(Date.now() % 10_000_000).padStart(7, '0')}044`;
  const sum = [...ten].map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2)).reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return ten + String((10 - (sum % 10)) % 10);
}

test('the coordinator puts a service that refers people into the network', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/partner-bodies');
  await page.getByRole('link', { name: 'Nuovo ente' }).click();
  await page.locator('input[name="name"]').fill(`SerD ${run}`);
  await page.locator('select[name="kind"]').selectOption('addictionService');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('link', { name: `SerD ${run}` })).toBeVisible();
});

test('the company operator brings the spreadsheet', async ({ page }) => {
  await signIn(page, 'company-operator');
  await page.goto('/companies/import');
  const lines = ['Rag. Sociale;P.IVA;Comune;Settore;Dipendenti', `${company};${vatNumber()};Grottammare;ristorazione;12`, `Sbagliata ${run};12345678901;Grottammare;agricoltura;3`];
  await page.locator('input[type="file"]').setInputFiles({ name: `banca-${run}.csv`, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') });
  await page.getByRole('button', { name: 'Carica e controlla' }).click();
  await page.getByRole('button', { name: /^Vedi le \d+ righe/ }).click();
  await expect(page.getByText(/Una riga è da correggere/)).toBeVisible();
  await page.getByRole('button', { name: /^Importa (1|una) azienda/i }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Importa', exact: true }).click();
  await expect(page.getByText(/aziend[ae] importat[ae]/).first()).toBeVisible();
  await shot(page, 'day-import');

  await page.goto(`/companies?q=${run}`);
  await page.getByRole('link', { name: company }).click();
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
  story.companyId = /companies\/([\w-]+)/.exec(page.url())![1]!;
});

test('the educator takes a person on and finds the company among those that could host', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/new');
  await page.getByLabel('Cognome', { exact: false }).first().fill(`Prova${run.replace(/\d/g, 'o')}`);
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill('Serena');
  await page.getByText('Femmina', { exact: true }).click();
  await page.getByLabel('Data di nascita').fill('1990-05-12');
  await page.getByLabel('Comune di domicilio').fill('grottamm');
  await page.getByRole('option', { name: /Grottammare/ }).click();
  await page.getByLabel('Ristorazione', { exact: false }).check();
  await page.getByRole('button', { name: 'Registra e continua' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ente inviante').fill(`SerD ${run}`);
  await dialog.getByRole('option', { name: `SerD ${run}` }).click();
  await dialog.getByRole('button', { name: 'Apri la presa in carico' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Aziende possibili' })).toBeVisible();
  // Companies with a verified availability come first, so the new one need not be among the first.
  const propose = page.locator('a[href^="/internships/new"]').first();
  await expect(propose).toBeVisible();
  story.caseId = new URL((await propose.getAttribute('href'))!, page.url()).searchParams.get('caseId')!;
  await shot(page, 'day-companies-for-a-person');
});

test('the internship is refused with its rules named, completed, started and ended with an outcome', async ({ page }) => {
  await signIn(page, 'educator');
  const proposed = await call(page, 'POST', 'internships', {
    caseId: story.caseId, companyId: story.companyId, kind: 'extracurricular', modulation: 'supportToPlacement', startsOn: day(0), endsOn: day(180), weeklyHours: 25,
    duties: 'Impasto e banco', objectives: 'Riprendere un ritmo di lavoro', hostType: 'privateEmployer', region: 'Marche', hostTutor: 'Paola Neri', allowanceCents: 50_000,
    safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: '2026-01-15', safetyBy: 'RSPP di prova',
  });
  expect(proposed.status).toBe(201);
  story.internshipId = proposed.json.id;
  await page.goto(`/internships/${story.internshipId}`);
  await shot(page, 'day-internship-proposed');

  const refused = await call(page, 'POST', `internships/${story.internshipId}/activation`);
  expect(refused.status).toBe(422);
  const rules = refused.json.rules ?? [];
  expect(rules.length).toBeGreaterThan(2);
  for (const rule of rules) expect(rule.message.length, rule.code).toBeGreaterThan(10);

  const convention = await call(page, 'POST', 'conventions', {
    companyId: story.companyId, number: `${run}/2026`, signedOn: day(-30), validFrom: day(-30), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 555/2026',
  });
  expect(convention.status).toBe(201);
  const read = await call(page, 'GET', `internships/${story.internshipId}`);
  const papers = await call(page, 'PUT', `internships/${story.internshipId}/documents`, {
    conventionId: convention.json.id, signedByPersonOn: day(0), signedByHostOn: day(0), signedByPromoterOn: day(0),
    communicationProtocol: `UNILAV-${run}`, communicationSentOn: day(-1), inailPosition: '91234567/22', liabilityPolicy: 'RC 555/2026', hostDeclaredOn: day(0),
  }, read.json.version);
  expect(papers.status).toBe(204);

  const started = await call(page, 'POST', `internships/${story.internshipId}/activation`);
  expect(started.status, JSON.stringify(started.json)).toBe(200);
  await page.reload();
  await shot(page, 'day-internship-active');
  const ended = await call(page, 'POST', `internships/${story.internshipId}/termination`, { endedOn: day(0), outcome: 'hiredByHost', contract: 'fixedTerm', hiredOn: day(1) });
  expect(ended.status, JSON.stringify(ended.json)).toBe(200);
  await page.reload();
  await shot(page, 'day-internship-ended');
});

test('the trainer opens a course and enrols somebody', async ({ page }) => {
  await signIn(page, 'trainer');
  await page.goto('/training');
  await page.getByRole('link', { name: 'Aggiungi un corso' }).first().click();
  await page.getByLabel('Titolo').fill(`Panificazione ${run}`);
  await page.getByLabel('Argomento').selectOption({ label: 'Ristorazione' });
  await page.getByLabel('Ore previste').fill('24');
  await page.getByRole('button', { name: 'Aggiungi un corso' }).click();
  await page.getByRole('link', { name: 'Programma un’edizione' }).first().click();
  await page.getByLabel('Codice').fill(`PAN-${run.toUpperCase()}`);
  await page.getByLabel('Primo giorno').fill(day(0));
  await page.getByLabel('Ultimo giorno').fill(day(20));
  await page.getByLabel('Posti', { exact: false }).first().fill('8');
  await page.getByLabel('Comune').fill('Grottam');
  await page.getByRole('option', { name: /Grottammare/ }).click();
  await page.getByRole('button', { name: 'Programma un’edizione' }).click();
  await page.getByRole('button', { name: 'Aggiungi una lezione' }).click();
  await page.getByLabel('Giorno').fill(day(0));
  await page.locator('input[name="from"]').fill('09:00');
  await page.locator('input[name="to"]').fill('13:00');
  await page.getByRole('button', { name: 'Aggiungi una lezione' }).click();
  await expect(page.locator('.toast0', { hasText: 'Lezione aggiunta' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Chiudi', exact: true }).first().click();
  await page.getByRole('button', { name: 'Apri le iscrizioni' }).click();
  await page.getByRole('button', { name: 'Iscrivi', exact: true }).click();
  await expect(page.getByLabel('Cognome')).toBeFocused();
  await page.keyboard.type('Prova');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Serena');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ok-line')).toContainText('Prova');
  await shot(page, 'day-course');
});

test('the editor publishes, composes, schedules and sees everybody reached', async ({ page, context }) => {
  test.setTimeout(240_000);
  await signIn(page, 'bulletin-editor');
  await page.goto('/opportunities/new');
  await page.locator('select[name="kind"]').selectOption('job');
  await page.locator('input[name="title"]').fill(offer);
  await page.locator('input[name="organiser"]').fill(company);
  await page.locator('textarea[name="description"]').fill('Impasto, cottura e banco.\n\n- **turno** dalle 4 alle 9\n- anche senza esperienza');
  await page.locator('input[name="applyEmail"]').fill('lavoro@example.org');
  await page.locator('input[name="deadline"]').fill(day(20));
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await expect(page.getByText('Opportunità pubblicata')).toBeVisible();

  await page.goto('/bulletin/new');
  await page.getByRole('searchbox', { name: 'Cerca per titolo, azienda o comune' }).fill(run);
  await page.getByRole('button', { name: `Aggiungi ${offer}` }).click();
  await shot(page, 'day-composer');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page).toHaveURL(/\/bulletin\/\d+$/);
  story.number = /bulletin\/(\d+)$/.exec(page.url())![1]!;

  // A minute ahead, in whole minutes as the dialog takes them.
  const at = new Date(Date.now() + 70_000);
  const clock = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' }).format(at);
  await page.getByRole('button', { name: 'Programma l’invio' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name="at"]').fill(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(at));
  await dialog.locator('input[name="time"]').fill(clock);
  await dialog.getByRole('button', { name: 'Programma l’invio' }).click();
  await expect(page.getByText(/Programmato per/).first()).toBeVisible();
  await shot(page, 'day-scheduled');
  await expect(page.getByText('Inviato', { exact: true })).toBeVisible({ timeout: 180_000 });
  const progress = page.locator('progress');
  expect(await progress.getAttribute('value')).toBe(await progress.getAttribute('max'));
  await shot(page, 'day-sent');

  await context.clearCookies();
  await page.goto(`/bulletin/archive/${story.number}`);
  await expect(page.getByText(offer)).toBeVisible();
  await shot(page, 'day-public-edition');
});

test('the coordinator reads the year', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/reports?year=2024');
  await expect(page.getByRole('heading', { level: 1, name: 'Rapporto annuale 2024' })).toBeVisible();
  const figures = page.getByRole('region', { name: 'I numeri dell’anno' });
  for (const [words, value] of [['tirocini avviati', '95'], ['per donne', '35'], ['corsi tenuti', '11'], ['ore di lezione', '488'], ['partecipanti', '98'], ['ultimo numero dell’anno', '611']] as const) {
    await expect(figures.locator('dl > div', { hasText: words }).locator('dd')).toHaveText(value);
  }
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await page.getByRole('button', { name: 'Vedi i dati' }).first().click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await shot(page, 'day-annual-report');
  // The year of this day is there too, and it is not empty any more.
  await page.getByLabel('Anno', { exact: true }).selectOption(day(0).slice(0, 4));
  await expect(page).toHaveURL(new RegExp(`year=${day(0).slice(0, 4)}`));
  await expect(figures).toBeVisible();
});

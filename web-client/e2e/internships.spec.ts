import { expect, test, type Page } from '@playwright/test';
import { day, expectNoAxeViolations, running, shot, signIn } from './support';

interface Made {
  caseId: string;
  companyId: string;
  company: string;
}

/** A person with an open case and a company of its own, made through the API with the session of the page. */
async function neighbours(page: Page): Promise<Made> {
  const mark = `${Date.now()}`.slice(-7);
  const company = `Bottega Prova ${mark}`;
  const post = (path: string, data: object) =>
    page.evaluate(
      async ([to, body]) => {
        const token = decodeURIComponent(document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length));
        const answer = await fetch(`/api/v1/${to}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(body) });
        return { status: answer.status, json: (await answer.json()) as { id: string } };
      },
      [path, data] as const,
    );
  await signIn(page, 'coordinator');
  const body = await post('partner-bodies', { name: `Ambito di prova ${mark}`, kind: 'socialAmbit' });
  expect(body.status).toBe(201);
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const host = await post('companies', { name: company, sector: 'crafts', municipality: '044066', permanentStaff: 5 });
  expect(host.status).toBe(201);
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await post('beneficiaries', { surname: `Provaccia ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT', addresses: { domicile: { street: 'Via dei Gerani', number: '4', postalCode: '63074', municipality: '044066' } } });
  expect(person.status, JSON.stringify(person.json)).toBe(201);
  const opened = await post('cases', { beneficiaryId: person.json.id, referringBodyId: body.json.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  expect(opened.status, JSON.stringify(opened.json)).toBe(201);
  return { caseId: opened.json.id, companyId: host.json.id, company };
}

test('an internship is proposed, refused while papers are missing, started, and shown in the list', async ({ page }) => {
  test.setTimeout(240_000);
  const { caseId, companyId, company } = await neighbours(page);

  await page.goto(`/internships/new?caseId=${caseId}&companyId=${companyId}`);
  await expect(page.getByRole('combobox', { name: 'Azienda (obbligatorio)' })).toHaveValue(company);
  await page.getByRole('button', { name: 'Salva la proposta' }).click();
  await expect(page.getByRole('alert')).toContainText('Tipo di tirocinio');
  await expect(page.getByRole('alert'), 'at the first refusal too').toBeFocused();
  await page.getByRole('radio', { name: /Extracurriculare/ }).check();
  await page.getByRole('radio', { name: /Supporto all’inserimento/ }).check();
  await expect(page.getByText(/Durata in mesi: 6 su 12/)).toBeVisible();
  await expect(page.getByLabel('Indennità al mese')).toHaveValue('400,00');
  await page.getByRole('textbox', { name: /^Attività/ }).fill('Aiuto in laboratorio');
  await page.getByRole('textbox', { name: /^Obiettivi/ }).fill('Riprendere un ritmo di lavoro');
  await page.getByRole('textbox', { name: /^Tutor aziendale/ }).fill('Paola Neri');
  await expect(page.getByText(/Manca la formazione sulla sicurezza: indicare il rischio del settore, le ore specifiche, chi la tiene/), 'no risk is taken for granted').toBeVisible();
  const risk = page.getByRole('group', { name: 'Rischio del settore' });
  await risk.getByText('Alto').click();
  await expect(page.getByLabel('Formazione specifica')).toHaveValue('12');
  await risk.getByText('Basso').click();
  await expect(page.getByLabel('Formazione specifica')).toHaveValue('4');
  await page.getByRole('textbox', { name: /^Chi la tiene/ }).fill('RSPP dell’azienda');
  await shot(page, 'internship-new');
  await page.getByRole('button', { name: 'Salva la proposta' }).click();

  await expect(page.getByRole('heading', { level: 1, name: new RegExp(company) })).toBeVisible();
  await expect(page.getByText('Nel progetto formativo manca la firma di: persona, azienda, servizio.')).toBeVisible();
  await expect(page.getByText(/Durata in mesi: 6 su 12/)).toBeHidden();
  await page.getByText(/^\d+ regole rispettate/).click();
  await expect(page.getByText(/Durata in mesi: 6 su 12/)).toBeVisible();
  await page.getByText(/^\d+ regole rispettate/).click();
  await shot(page, 'internship-proposal');

  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Attiva il tirocinio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Attiva il tirocinio' }).click();
  await expect(page.getByRole('dialog', { name: 'Non può ancora iniziare' })).toContainText('Linee guida 25-5-2017');
  await expectNoAxeViolations(page);
  await shot(page, 'internship-refused');
  await page.getByRole('dialog').getByRole('button', { name: 'Rimedia' }).first().click();

  await page.getByRole('link', { name: 'Registra una convenzione' }).click();
  await page.getByLabel('Numero').fill(`E2E-${Date.now()}`);
  await expect(page.getByLabel('Firmata il'), 'signed is what somebody says is signed').toHaveValue('');
  await page.getByLabel('Firmata il').fill(day(0));
  await page.getByLabel('Posizione INAIL', { exact: false }).fill('91234567/22');
  await page.getByLabel('Polizza di responsabilità civile').fill('RC 555/2026');
  await shot(page, 'convention-new');
  await page.getByRole('button', { name: 'Salva la convenzione' }).click();

  await expect(page.getByText('L’unica firmata che copre queste date: vale quando si salva')).toBeVisible();
  await expect(page.getByLabel('Convenzione')).toBeInViewport();
  // The address wishes for the form no more: read again, the page is read.
  await expect(page).toHaveURL(/\/internships\/[\w-]+$/);
  await page.getByRole('button', { name: 'Salva i documenti' }).click();
  await expect(page.getByRole('heading', { name: 'Firme e documenti' }), 'where the form was').toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Firme e documenti' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Salva i documenti' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Manda alla firma' }).click();
  await expect(page.locator('.page-title')).toContainText('Alla firma');
  const signatures = page.locator('section', { has: page.getByRole('heading', { name: 'Firme del progetto' }) });
  await signatures.getByRole('button', { name: 'Manda il link: L’azienda' }).click();
  await page.getByRole('dialog').getByLabel('Indirizzo e-mail').fill('tutor@posta.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Manda il link' }).click();
  await expect(signatures.getByText(/Link mandato a tutor@posta.example/)).toBeVisible();
  await signatures.getByRole('button', { name: 'Registra la firma: La persona' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: /di persona, qui/ }).check();
  await shot(page, 'internship-signature');
  await page.getByRole('dialog').getByRole('button', { name: 'Registra la firma' }).click();
  await expect(signatures.getByText(/^Firmato il/)).toBeVisible();
  await expect(signatures.getByRole('heading', { name: 'Firme del progetto' }), 'its button is gone').toBeFocused();
  await shot(page, 'internship-to-sign');
  await expect(page.getByRole('button', { name: 'Raccogli le firme' })).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Registra i documenti' }).click();
  await page.getByLabel('Convenzione').selectOption({ index: 1 });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date());
  await expect(page.getByText(/^Firmato il .*, di persona, qui: qui non si cambia/)).toBeVisible();
  for (const label of ['Firma dell’azienda', 'Firma del servizio', 'Inviata il', 'Dichiarazione dell’azienda']) await page.getByLabel(label, { exact: true }).fill(today);
  await page.getByLabel('Protocollo della comunicazione').fill('0001234');
  await shot(page, 'internship-documents');
  await page.getByRole('button', { name: 'Salva i documenti' }).click();

  await page.getByRole('button', { name: 'Attiva il tirocinio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Attiva il tirocinio' }).click();
  await expect(page.locator('.page-title')).toContainText('Attivo');
  await shot(page, 'internship-active');

  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Dati per la comunicazione' }).click();
  await expect(page.getByText('C.01.00')).toBeVisible();
  await page.getByRole('button', { name: 'Mostra codice fiscale e indirizzo' }).click();
  await expect(page.getByText('l’apertura è stata registrata')).toBeVisible();
  await expect(page.getByText('Via dei Gerani 4, 63074 San Benedetto del Tronto (AP)')).toBeVisible();
  await shot(page, 'internship-communication-sheet');
  await page.getByRole('link', { name: 'Torna al tirocinio' }).click();
  const first = await page.evaluate(async () => {
    const answer = await fetch(`/api/v1${location.pathname}`);
    return ((await answer.json()) as { startsOn: string }).startsOn;
  });
  const later = (days: number) => new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sospendi' }).click();
  const suspending = page.getByRole('dialog', { name: 'Sospendere il tirocinio' });
  await suspending.getByRole('button', { name: 'Sospendi' }).click();
  await expect(suspending.getByRole('alert')).toBeVisible();
  await suspending.getByLabel('Perché').selectOption('illness');
  await suspending.getByLabel('Primo giorno sospeso').fill(later(7));
  await suspending.getByLabel('Ultimo giorno sospeso').fill(later(36));
  await shot(page, 'internship-suspension');
  await suspending.getByRole('button', { name: 'Sospendi' }).click();
  await expect(page.getByText('La fine si è spostata di 30 giorni')).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Proroga' }).click();
  const extending = page.getByRole('dialog', { name: 'Prorogare il tirocinio' });
  await extending.getByLabel('Nuovo ultimo giorno').fill(later(500));
  await extending.getByLabel('Motivo').fill('Servono altri mesi');
  await extending.getByRole('button', { name: 'Proroga' }).click();
  // While it is written and when it is refused.
  await expect(extending.getByText(/il massimo è 12/).first()).toBeVisible();
  await extending.getByLabel('Nuovo ultimo giorno').fill(later(300));
  await extending.getByRole('button', { name: 'Proroga' }).click();
  await expect(page.getByText(/^Proroga fino al/)).toBeVisible();
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Modifica orario, luogo o tutor' }).click();
  const amending = page.getByRole('dialog', { name: 'Modificare il progetto in corso' });
  await amending.getByLabel('Vale dal').fill(later(60));
  await amending.getByLabel('Luogo', { exact: true }).fill('Magazzino nuovo');
  await amending.getByLabel('Motivo').fill('Il reparto trasloca');
  await amending.getByRole('button', { name: 'Registra la modifica' }).click();
  await expect(page.getByText('attende il suo giorno')).toBeVisible();
  await shot(page, 'internship-course');
  await page.getByRole('button', { name: 'Ritira', exact: true }).click();
  await page.getByRole('dialog', { name: 'Ritirare la modifica?' }).getByRole('button', { name: 'Ritira' }).click();
  await expect(page.getByText('attende il suo giorno')).toHaveCount(0);

  await page.goto('/internships');
  await page.getByRole('searchbox', { name: 'Cerca per persona o azienda' }).fill(company);
  await expect(page.getByRole('row', { name: new RegExp(company) })).toBeVisible();
  // The newest is in the list before it is searched, too: the search is over when it is there alone, below the header.
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(page.url()).not.toContain('Bottega');
  await shot(page, 'internships');
});

test('whoever does not follow people sees no internships', async ({ page }) => {
  await signIn(page, 'company-operator');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Tirocini' })).toHaveCount(0);
  await page.goto('/internships');
  await expect(page.getByText(/non è tra quelle del proprio ruolo/)).toBeVisible();
});

test('rules and conventions are pages of their own', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/internships/rules');
  await expect(page.getByRole('heading', { name: /Marche · Extracurriculare/ }).first()).toBeVisible();
  await expect(page.getByText('500,00 € da 30 ore a settimana').first()).toBeVisible();
  await shot(page, 'internship-rules');
  await page.goto('/internships/conventions');
  await expect(page.getByRole('heading', { level: 1, name: 'Convenzioni' })).toBeVisible();
  await shot(page, 'conventions');
});

test('what is written in a dialog is not thrown away by Esc or the cross, with the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  const { id } = await running(page);
  await page.goto(`/internships/${id}`);
  await expect(page.getByRole('heading', { name: 'Valutazione finale' })).toBeVisible();
  const actions = page.getByRole('button', { name: 'Altre azioni', exact: true });
  const form = page.getByRole('dialog', { name: 'Sospendere il tirocinio' });
  const question = page.getByRole('dialog', { name: 'Chiudere senza salvare?' });
  const note = form.getByRole('textbox', { name: /^Nota/ });
  const open = async () => {
    await actions.press('Enter');
    await page.getByRole('menuitem', { name: 'Sospendi' }).press('Enter');
    await expect(form.getByLabel('Perché')).toBeFocused();
  };

  // Nothing is written yet: it is left without a word.
  await open();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(actions).toBeFocused();

  await open();
  await note.focus();
  await page.keyboard.type('Chiude il reparto');
  // The browser holds back once and then closes by itself: the second and the third time are as the first.
  for (let time = 1; time <= 3; time++) {
    await page.keyboard.press('Escape');
    await expect(question).toBeVisible();
    await expect(question.getByRole('button', { name: 'Continua a scrivere' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(form).toBeVisible();
    await expect(note).toBeFocused();
  }
  await page.keyboard.type(' per lavori');
  await expect(note).toHaveValue('Chiude il reparto per lavori');

  await page.keyboard.press('Escape');
  await shot(page, 'dialog-unsaved');
  for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement!.closest('dialog') === document.querySelector('dialog dialog')), `${key} leaves the question`).toBe(true);
  }
  await question.getByRole('button', { name: 'Continua a scrivere' }).press('Enter');
  await expect(question).toBeHidden();
  await expect(note).toBeFocused();

  const cross = form.getByRole('button', { name: 'Chiudi', exact: true });
  await cross.press('Enter');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cross).toBeFocused();
  await expect(note).toHaveValue('Chiude il reparto per lavori');

  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Continua a scrivere' }).press('Tab');
  await expect(question.getByRole('button', { name: 'Chiudi senza salvare' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(form).toBeHidden();
  await expect(actions).toBeFocused();
});

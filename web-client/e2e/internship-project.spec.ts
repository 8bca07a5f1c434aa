import { expect, test } from '@playwright/test';
import { as, call, day, expectNoAxeViolations, shot, signIn } from './support';

test('a project is left half way, found again with all that was typed, and its hours are checked against the person', async ({ page }, info) => {
  test.setTimeout(240_000);
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  const company = `Serra Prova ${mark}`;
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito progetti ${mark}`, kind: 'socialAmbit' });
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const host = await call(page, 'POST', 'companies', { name: company, sector: 'crafts', municipality: '044066', permanentStaff: 9 });
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Orarietti ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  await call(page, 'PUT', `cases/${opened.id}/work-profile`, { unavailable: [{ day: 'tuesday', from: '11:00:00', to: '12:00:00' }] }, 0);

  await page.goto(`/internships/new?companyId=${host.id}`);
  await expect(page.getByRole('combobox', { name: 'Azienda (obbligatorio)' })).toHaveValue(company);
  await page.getByRole('textbox', { name: /^Obiettivi/ }).fill('Riprendere un ritmo di lav');
  await page.getByRole('textbox', { name: 'lunedì, dalle', exact: true }).fill('9');
  await page.getByRole('textbox', { name: 'lunedì, alle', exact: true }).first().fill('13');
  await page.getByRole('button', { name: 'Come il lunedì fino a venerdì' }).click();
  await expect(page.getByText('In tutto 20 ore a settimana')).toBeVisible();
  await expect(page.getByText(/Bozza salvata alle/)).toBeVisible();
  await expect(page).toHaveURL(/draft=/);
  await page.locator('.week-hours').scrollIntoViewIfNeeded();
  await shot(page, 'internship-draft');
  await expectNoAxeViolations(page);

  await page.goto('/internships');
  const drafts = page.locator('section', { has: page.getByRole('heading', { name: /bozz/i }) });
  await expect(drafts.getByRole('link', { name: new RegExp(company) })).toBeVisible();
  await shot(page, 'internship-drafts');
  await expectNoAxeViolations(page);
  await drafts.getByRole('link', { name: new RegExp(company) }).click();
  await expect(page.getByRole('textbox', { name: /^Obiettivi/ })).toHaveValue('Riprendere un ritmo di lav');
  await expect(page.getByRole('textbox', { name: 'venerdì, dalle', exact: true })).toHaveValue('09:00');
  await page.getByRole('combobox', { name: 'Persona (obbligatorio)' }).fill(`Orarietti ${mark}`);
  await page.getByRole('option', { name: new RegExp(mark) }).click();
  await page.getByRole('radio', { name: /inclusione sociale/i }).check();
  await page.getByRole('radio', { name: /Supporto all’inserimento/ }).check();
  await expect(page.getByText(/In queste ore la persona non può lavorare: martedì 11:00–12:00/)).toBeVisible();
  await page.getByText(/In queste ore la persona/).scrollIntoViewIfNeeded();
  await shot(page, 'internship-hours-clash');
  await page.getByRole('textbox', { name: 'martedì, alle', exact: true }).first().fill('11');
  await expect(page.getByText('In tutto 18 ore a settimana')).toBeVisible();
  await expect(page.getByText(/L'orario lascia liberi gli impegni della persona/)).toBeVisible();
  await page.getByRole('textbox', { name: 'mercoledì, alle', exact: true }).first().fill('8');
  await page.getByRole('textbox', { name: /^Attività/ }).fill('Aiuto in serra');
  await page.getByRole('textbox', { name: /^Tutor aziendale/ }).fill('Paola Neri');
  await page.getByRole('group', { name: 'Rischio del settore' }).getByText('Basso').click();
  await page.getByRole('textbox', { name: /^Chi la tiene/ }).fill('RSPP dell’azienda');
  await page.getByLabel('Indennità al mese').fill('400');
  await page.getByRole('button', { name: 'Salva la proposta' }).click();
  await expect(page.getByRole('alert').getByText(/mercoledì: l’ora di fine viene prima/)).toBeVisible();
  await page.getByRole('textbox', { name: 'mercoledì, alle', exact: true }).first().fill('13:30');
  await expect(page.getByText('In tutto 18 h 30 a settimana')).toBeVisible();
  await page.getByRole('button', { name: 'Salva la proposta' }).click();

  await expect(page.getByRole('heading', { level: 1, name: new RegExp(company) })).toBeVisible();
  const earlierId = new URL(page.url()).pathname.split('/').at(-1)!;
  await expect(page.getByText('lun, gio, ven 9:00–13:00; mar 9:00–11:00; mer 9:00–13:30')).toBeVisible();
  await expect(page.getByText('18 h 30 a settimana', { exact: true })).toBeVisible();
  await expect(page.getByText(/Rischio basso: 4 ore generali e 4 specifiche/)).toBeVisible();
  await shot(page, 'internship-project');
  await page.goto('/internships');
  await page.getByRole('searchbox', { name: 'Cerca per persona o azienda' }).fill(company);
  await expect(page.getByRole('cell', { name: new RegExp(company) })).toHaveCount(1);
  await expect(page.getByText('Lasciati a metà')).toHaveCount(0);

  // What the person did there once is copied for the next time; what is written already is not replaced unasked.
  await page.goto(`/internships/new?caseId=${opened.id}`);
  await page.getByRole('textbox', { name: /^Attività/ }).fill('Vivaio');
  const earlier = page.getByRole('button', { name: 'Copia da un tirocinio precedente' });
  await earlier.press('Enter');
  await page.getByRole('menuitem', { name: new RegExp(company) }).press('Enter');
  const over = page.getByRole('dialog', { name: 'Sostituire quello che è scritto?' });
  await over.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByRole('textbox', { name: /^Attività/ })).toHaveValue('Vivaio');
  await earlier.click();
  await shot(page, 'internship-copy-earlier');
  await expectNoAxeViolations(page);
  await page.getByRole('menuitem', { name: new RegExp(company) }).click();
  await over.getByRole('button', { name: 'Sostituisci' }).click();
  await expect(page.getByRole('textbox', { name: /^Attività/ })).toHaveValue('Aiuto in serra');
  await expect(page.getByRole('combobox', { name: 'Azienda (obbligatorio)' })).toHaveValue(company);
  await expect(page.getByRole('textbox', { name: 'mercoledì, alle', exact: true }).first()).toHaveValue('13:30');

  // A copy that the address asks for is for the person whom the address names.
  const other = await call(page, 'POST', 'beneficiaries', { surname: `Seconda ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const theirs = await call(page, 'POST', 'cases', { beneficiaryId: other.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  await page.goto(`/internships/new?from=${earlierId}&caseId=${theirs.id}`);
  await expect(page.getByRole('textbox', { name: /^Attività/ })).toHaveValue('Aiuto in serra');
  await expect(page.getByRole('combobox', { name: 'Persona (obbligatorio)' })).toHaveValue(new RegExp(`Seconda ${mark}`));
  await expect(page.getByRole('combobox', { name: 'Azienda (obbligatorio)' })).toHaveValue(company);
});

test('a proposal that lacks something is opened at what it lacks', async ({ page }, info) => {
  test.setTimeout(240_000);
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito da completare ${mark}`, kind: 'socialAmbit' });
  await as(page, 'company-operator');
  const host = await call(page, 'POST', 'companies', { name: `Vivaio da completare ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 9 });
  await as(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Incompleti ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const convention = await call(page, 'POST', 'conventions', { companyId: host.id, number: `MANCA-${mark}`, signedOn: day(-5), validFrom: day(-5), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 1' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: host.id, kind: 'extracurricular', modulation: 'supportToPlacement', startsOn: day(10), endsOn: day(120), weeklyHours: 20, duties: 'Cura delle piante',
    objectives: 'Riprendere un ritmo', region: 'Marche', hostTutor: 'Paola Neri', allowanceCents: 40000, safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: day(9),
    hours: ['monday', 'tuesday', 'wednesday', 'thursday'].map((weekday) => ({ day: weekday, from: '08:00:00', to: '13:00:00' })),
  });
  await call(page, 'PUT', `internships/${id}/documents`, { conventionId: convention.id }, 1);

  await page.goto(`/internships/${id}`);
  await page.getByRole('link', { name: 'Completa la proposta' }).press('Enter');
  const missing = page.getByRole('textbox', { name: 'Chi la tiene' });
  await expect(missing).toBeFocused();
  await expect(missing).toBeInViewport();
  await shot(page, 'internship-complete-proposal');
  await missing.fill('RSPP di prova');
  await page.getByRole('button', { name: 'Salva le modifiche' }).click();
  await expect(page.getByRole('link', { name: 'Completa la proposta' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Manda alla firma' })).toBeVisible();
});

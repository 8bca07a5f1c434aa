import { expect, test, type Page } from '@playwright/test';
import { as, call, day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const unique = () => Math.random().toString(36).slice(2, 8);

/** The record of somebody whom the educator has followed for a while: of a case that another walk has just opened nobody was in the team yesterday. */
async function openSomebody(page: Page) {
  const { items } = await call<{ items: { beneficiaryId: string; openedOn: string; restricted: boolean }[] }>(page, 'GET', 'caseload?mine=true&limit=100');
  await page.goto(`/beneficiaries/${items.find((one) => one.openedOn < day(-7) && !one.restricted)!.beneficiaryId}`);
  await expect(page.getByRole('heading', { name: 'Diario' })).toBeVisible();
}

const diary = (page: Page) => page.getByRole('region', { name: 'Diario' });
const appointments = (page: Page) => page.getByRole('region', { name: 'Appuntamenti' });

test('an educator writes a draft, is warned gently, signs and amends it', async ({ page }) => {
  const mark = unique();
  await signIn(page, 'educator');
  await openSomebody(page);
  await page.locator('body').press('n');
  const form = page.getByRole('form', { name: 'Scrivi una nota' });
  await expect(form.getByLabel('Testo')).toBeFocused();
  await form.getByText('Colloquio', { exact: true }).click();
  await form.getByLabel('Testo').fill(`Racconta del ricovero e che riprende volentieri (${mark}).`);
  await expect(form.getByText('Sembra parlare di salute: «ricovero»')).toBeVisible();
  await expect(form.getByRole('link', { name: 'Profilo per il lavoro' })).toHaveAttribute('href', '#work-profile');
  await form.getByLabel('Ora').fill('25:00');
  await form.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(page.getByText('Serve un’ora, come 9:30 o 930').first()).toBeVisible();
  await form.getByLabel('Ora').fill('930');
  await shot(page, 'diary-writing');
  await form.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(form).toBeHidden();

  const draft = diary(page).getByRole('listitem').filter({ hasText: mark });
  await expect(draft.getByText('Bozza', { exact: true })).toBeVisible();
  await draft.getByRole('button', { name: 'Continua a scrivere' }).click();
  await expect(form.getByLabel('Testo')).toHaveValue(new RegExp(mark));
  await form.getByLabel('Testo').fill(`Riprende volentieri, preferisce il mattino (${mark}).`);
  await expect(form.getByText('Sembra parlare di salute')).toBeHidden();
  await form.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(form).toBeHidden();
  await draft.getByRole('button', { name: 'Firma' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Firma' }).click();
  await expect(draft.getByText('Bozza', { exact: true })).toBeHidden();
  await expect(draft.getByText('Firmata il')).toBeVisible();

  await draft.getByRole('button', { name: /^Correggi la nota/ }).click();
  await expect(form.getByText('che resta visibile')).toBeVisible();
  await form.getByLabel('Testo').fill(`Preferisce il pomeriggio, non il mattino (${mark}).`);
  await form.getByRole('button', { name: 'Firma' }).click();
  await expect(form).toBeHidden();
  await expect(diary(page).getByRole('listitem').filter({ hasText: mark })).toHaveCount(2);
  await expect(draft.getByText('Corretta', { exact: true })).toBeVisible();
  await diary(page).getByRole('combobox', { name: 'Tipo' }).selectOption({ label: 'Visita' });
  await expect(diary(page).getByRole('listitem').filter({ hasText: mark })).toHaveCount(0);
  await diary(page).getByRole('combobox', { name: 'Tipo' }).selectOption({ label: 'Colloquio' });
  await expect(diary(page).getByRole('listitem').filter({ hasText: mark })).toHaveCount(2);
  await shot(page, 'diary-record');
});

test('an educator plans appointments, records a no-show, and tells in the diary of the one that was held', async ({ page }) => {
  await signIn(page, 'educator');
  await openSomebody(page);
  const plan = async (on: string, at: string) => {
    await appointments(page).getByRole('button', { name: 'Fissa un appuntamento' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Giorno').fill(on);
    await dialog.getByLabel('Ora', { exact: false }).first().fill(at);
    await dialog.getByLabel('Luogo').fill('Sede');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Fissa', exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await plan(day(-1), '09:15');
  await plan(day(-1), '11:45');
  await plan(day(3), '10:00');
  await shot(page, 'appointments-record');

  await appointments(page).getByRole('button', { name: /^Com’è andata.*09:15/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Persona assente').click();
  await dialog.getByRole('button', { name: 'Registra l’esito' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Motivo').selectOption({ label: 'Trasporti' });
  await dialog.getByRole('button', { name: 'Registra l’esito' }).click();
  await expect(dialog).toBeHidden();
  await expect(appointments(page).getByText(/appuntament[oi] mancat[oi]/)).toBeVisible();

  await appointments(page).getByRole('button', { name: /^Com’è andata.*11:45/ }).first().click();
  await dialog.getByText('Svolto').click();
  await dialog.getByRole('button', { name: 'Registra l’esito' }).click();
  const form = page.getByRole('form', { name: 'Scrivi una nota' });
  await expect(form.getByLabel('Testo')).toHaveValue(/^Colloquio del .* alle 11:45 con /);
  await expect(form.getByLabel('Ora')).toHaveValue('11:45');
  await form.getByRole('button', { name: 'Firma' }).click();
  await expect(form).toBeHidden();

  await page.goto('/beneficiaries/appointments');
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamenti' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /10:00/ }).first()).toBeVisible();
  await shot(page, 'appointments-list');
});

test('a person is told of an appointment by mail once the file allows it', async ({ page }) => {
  await signIn(page, 'educator');
  await openSomebody(page);
  await appointments(page).getByRole('button', { name: 'Fissa un appuntamento' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giorno').fill(day(5));
  await dialog.getByLabel('Ora', { exact: false }).first().fill('16:40');
  await dialog.getByLabel('Luogo').fill('SerD, secondo piano');
  await dialog.getByLabel('Avvisa la persona per e-mail').check();
  await expect(dialog.getByText('Per ora non partirebbe:')).toBeVisible();
  await dialog.getByLabel('Scrivi anche il luogo').check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Fissa', exact: true }).click();
  await expect(dialog.getByText(/Il luogo parla di salute/).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Luogo' }).fill('Via dei Gerani 4');
  await dialog.getByRole('button', { name: 'Fissa', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(appointments(page).getByText(/Avviso alla persona: parte il/).first()).toBeVisible();
  await shot(page, 'appointment-message');
});

test('a coordinator keeps a template, and an educator begins a note with it without losing what is typed', async ({ page }) => {
  const name = `Colloquio mensile ${unique()}`;
  await signIn(page, 'coordinator');
  await page.goto('/diary-templates');
  await page.getByRole('button', { name: 'Aggiungi un modello' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome').fill(name);
  await dialog.getByLabel('Testo').fill('Come va\n\nChe cosa si è concordato\n');
  await dialog.getByRole('button', { name: 'Salva il modello' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await shot(page, 'diary-templates');

  await page.context().clearCookies();
  await signIn(page, 'educator');
  await openSomebody(page);
  await page.locator('body').press('n');
  const form = page.getByRole('form', { name: 'Scrivi una nota' });
  await form.getByLabel('Testo').fill('Arrivata puntuale.');
  await form.getByLabel('Parti da un modello').selectOption({ label: name });
  await expect(form.getByLabel('Testo')).toHaveValue('Arrivata puntuale.\n\nCome va\n\nChe cosa si è concordato');
  await form.getByRole('button', { name: 'Annulla' }).click();
});

test('an educator tells once of a group activity, and each diary shows it without the others', async ({ page }) => {
  const title = `Laboratorio ${unique()}`;
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/group-activities');
  await page.getByRole('link', { name: 'Registra un’attività di gruppo' }).click();
  await page.getByLabel('Tipo').selectOption({ label: 'Laboratorio' });
  await page.getByLabel('Titolo').fill(title);
  await page.getByLabel('Testo').fill('Si è preparato un pranzo insieme.');
  const who = page.getByRole('group', { name: /Chi era atteso/ });
  await who.getByRole('checkbox').nth(0).check();
  await who.getByRole('checkbox').nth(1).check();
  const absent = page.getByRole('group', { name: /chi non c’era/ });
  await absent.getByRole('checkbox').nth(1).check();
  await shot(page, 'group-activity-form');
  await page.getByRole('button', { name: 'Firma e registra' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Attività di gruppo' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toBeVisible();
  await shot(page, 'group-activities');
});

test('an educator plans a group activity ahead: an appointment for each, recorded later from the plan', async ({ page }) => {
  const title = `Uscita ${unique()}`;
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/group-activities');
  await page.getByRole('link', { name: 'Programma un’attività' }).click();
  await page.getByLabel('Tipo').selectOption({ label: 'Uscita' });
  await page.getByLabel('Titolo').fill(title);
  await page.getByLabel(/^Giorno/).fill(day());
  await page.getByLabel(/^Dalle/).fill('00:05');
  await page.getByLabel(/^Alle/).fill('00:02');
  await page.getByLabel('Luogo').fill('Museo civico');
  const who = page.getByRole('group', { name: /Chi è atteso/ });
  await who.getByRole('checkbox').nth(0).check();
  await who.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Metti in programma' }).click();
  await expect(page.getByRole('alert').first()).toContainText("La fine viene dopo l'inizio");
  await page.getByLabel(/^Alle/).fill('00:30');
  await shot(page, 'group-activity-plan');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Metti in programma' }).click();
  const planned = page.getByRole('listitem').filter({ hasText: title });
  await expect(planned).toBeVisible();
  await shot(page, 'group-activities-planned');
  await expectNoAxeViolations(page);

  await planned.getByRole('link', { name: `Sposta o correggi: ${title}` }).click();
  await expect(page.getByLabel('Titolo')).toHaveValue(title);
  await page.getByLabel('Luogo').fill('Museo del mare');
  await page.getByLabel(/^Alle/).fill('00:45');
  await shot(page, 'group-activity-change');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Attività cambiata, con gli appuntamenti di 2 persone')).toBeVisible();
  await expect(planned).toContainText('Museo del mare');

  await planned.getByRole('link', { name: `Registra: ${title}` }).click();
  await expect(page.getByLabel('Titolo')).toHaveValue(title);
  await page.getByLabel('Testo').fill('Si è visitato il museo insieme.');
  await page.getByRole('group', { name: /chi non c’era/ }).getByRole('checkbox').nth(1).check();
  await shot(page, 'group-activity-from-plan');
  await page.getByRole('button', { name: 'Firma e registra' }).click();
  await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible();
  await expect(planned).toHaveCount(0);
});

test('whose data are only kept is left out of a planned group, with where to record their appointment', async ({ page }) => {
  await signIn(page, 'educator');
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const follow = async (surname: string) => {
    const person = await call(page, 'POST', 'beneficiaries', { surname, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
    const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: items[0]!.id, openedOn: day(), reason: 'other' });
    return { person: person.id, caseId: opened.id };
  };
  const mark = unique().replace(/\d/g, 'x');
  const [came, kept] = [await follow(`Venuta${mark}`), await follow(`Serbata${mark}`)];
  const planned = await call(page, 'POST', 'group-activities/planned', { kind: 'outing', on: day(), at: '00:01', until: '00:31', title: `Uscita ${mark}`, caseIds: [came.caseId, kept.caseId] });
  const restriction = await call(page, 'POST', `beneficiaries/${kept.person}/marks`, { kind: 'restriction', fromOn: day() });

  await page.goto(`/beneficiaries/group-activities/new?planned=${planned.id}`);
  await expect(page.getByText(`Serbata${mark} Gioiosa: i dati si possono solo conservare`)).toBeVisible();
  await page.getByLabel('Testo').fill('Si è visitato il mercato.');
  await shot(page, 'group-activity-only-kept');
  const who = page.getByRole('group', { name: /^Chi era atteso/ });
  await who.getByRole('checkbox', { name: `Serbata${mark} Gioiosa` }).check();
  await page.getByRole('button', { name: 'Firma e registra' }).click();
  await expect(page.getByRole('alert').first()).toContainText(`Serbata${mark}`);
  await who.getByRole('checkbox', { name: `Serbata${mark} Gioiosa` }).uncheck();
  await page.getByRole('button', { name: 'Firma e registra' }).click();
  await expect(page.getByRole('row').filter({ hasText: `Uscita ${mark}` })).toBeVisible();
  await call(page, 'DELETE', `beneficiaries/${kept.person}/marks/${restriction.id}`);
});

test('whoever follows somebody of a planned group now learns under the bell that it is moved and that it is called off', async ({ page }) => {
  const mark = unique().replace(/\d/g, 'x');
  const title = `Gita ${mark}`;
  await signIn(page, 'coordinator');
  const coordinator = await call(page, 'GET', 'auth/me');
  await as(page, 'educator');
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const follow = async (surname: string) => {
    const person = await call(page, 'POST', 'beneficiaries', { surname, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
    const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: items[0]!.id, openedOn: day(-20), reason: 'other' });
    return { person: person.id, caseId: opened.id };
  };
  const [mine, theirs] = [await follow(`Rimasta${mark}`), await follow(`Passata${mark}`)];
  const { members } = await call<{ members: { id: string; fromOn: string }[] }>(page, 'GET', `cases/${theirs.caseId}`);
  await call(page, 'POST', `cases/${theirs.caseId}/transfers`, { userId: coordinator.id, reason: 'workload', leaves: false });
  const planned = await call(page, 'POST', 'group-activities/planned', { kind: 'outing', on: day(1), at: '09:30', until: '11:00', title, caseIds: [mine.caseId, theirs.caseId] });
  await as(page, 'coordinator');
  await call(page, 'PUT', `cases/${theirs.caseId}/members/${members[0]!.id}`, { role: 'educator', fromOn: members[0]!.fromOn, toOn: day(-1) });

  await as(page, 'educator');
  await page.goto('/beneficiaries/group-activities');
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('1 altra persona attesa, seguita ora da altri');
  await expect(row).not.toContainText('Passata');
  await row.getByRole('link', { name: `Sposta o correggi: ${title}` }).click();
  await expect(page).toHaveURL(new RegExp(`planned=${planned.id}`));
  await expect(page.getByText('Anche il loro appuntamento segue l’attività, e chi le segue lo viene a sapere.')).toBeVisible();
  await page.getByLabel(/^Giorno/).fill(day(2));
  await page.getByLabel(/^Dalle/).fill('10:15');
  await page.getByLabel(/^Alle/).fill('12:00');
  await shot(page, 'group-activity-elsewhere');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Attività cambiata, con gli appuntamenti di 2 persone')).toBeVisible();

  // Told by day and hour, without a name; the way leads to the appointment.
  const [year, month, dayOfMonth] = day(2).split('-');
  const bell = page.getByRole('button', { name: /^Notifiche: \d+ da leggere$/ });
  const notice = (kind: string, when: string) => page.getByRole('region', { name: 'Notifiche' }).getByRole('button').filter({ hasText: kind }).filter({ hasText: when }).first();
  const appointment = appointments(page).getByRole('listitem').filter({ hasText: title });
  await as(page, 'coordinator');
  await bell.click();
  const moved = notice('Appuntamento spostato: il nuovo orario', `${dayOfMonth}/${month}/${year}, 10:15`);
  await expect(moved).toBeVisible();
  await expect(moved).not.toContainText('Passata');
  await shot(page, 'notice-group-moved');
  await moved.click();
  await expect(page).toHaveURL(new RegExp(`/beneficiaries/${theirs.person}#appointments$`));
  await expect(appointment).toContainText('10:15');
  await expect(appointments(page)).toBeInViewport();
  await shot(page, 'appointment-group-moved');

  await as(page, 'educator');
  await page.goto('/beneficiaries/group-activities');
  await row.getByRole('button', { name: `Annulla: ${title}` }).click();
  const sure = page.getByRole('dialog', { name: `Annullare «${title}»?` });
  await expect(sure).toContainText('Anche quello di 1 persona seguita ora da altri');
  await expect(sure.getByRole('button', { name: 'Resta in programma' })).toBeFocused();
  await shot(page, 'group-activity-call-off');
  await sure.getByRole('button', { name: 'Annulla l’attività' }).click();
  await expect(page.getByText('Attività annullata')).toBeVisible();
  await expect(row).toHaveCount(0);

  await as(page, 'coordinator');
  await bell.click();
  const calledOff = notice('Appuntamento di gruppo annullato', `${dayOfMonth}/${month}/${year}, 10:15`);
  await expect(calledOff).toBeVisible();
  await shot(page, 'notice-group-called-off');
  await calledOff.click();
  await expect(page).toHaveURL(new RegExp(`/beneficiaries/${theirs.person}#appointments$`));
  await expect(appointment).toHaveCount(0);
  await appointments(page).getByRole('button', { name: 'Passati e annullati' }).click();
  await expect(appointment).toContainText('Annullato');
  await appointment.scrollIntoViewIfNeeded();
  await shot(page, 'appointment-group-called-off');
});

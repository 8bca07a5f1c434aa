import { expect, test, type Page } from '@playwright/test';
import { as, call, day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const letters = () => Array.from({ length: 6 }, () => 'bcdfglmnprstvz'[Math.floor(Math.random() * 14)]).join('');

async function chooseFirst(page: Page, label: string) {
  await page.getByLabel(label).click();
  await page.getByRole('listbox').getByRole('option').first().click();
}

test('a referral is received, put on the agenda of a meeting, taken on, and opens a case', async ({ page }) => {
  const surname = `Prova${letters()}`;
  await signIn(page, 'coordinator');
  await page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: /Persone/ }).click();
  await page.getByRole('navigation', { name: 'Parti di Persone' }).getByRole('link', { name: 'Segnalazioni' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Segnalazioni' })).toBeVisible();
  await shot(page, 'referrals-list');
  await page.getByRole('tab', { name: /Lista d’attesa/ }).click();
  await expect(page).toHaveURL(/state=waitingList/);

  await page.getByRole('link', { name: 'Ricevi una segnalazione' }).click();
  await page.getByRole('button', { name: 'Registra la segnalazione' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await chooseFirst(page, 'Ente inviante');
  await page.getByLabel('Operatore che segnala').fill('Carla Prova');
  await page.getByLabel('Cognome').fill(surname);
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill('Gioia');
  await page.locator('label', { hasText: 'Femmina' }).click();
  await page.getByLabel('Data di nascita').fill('1988-04-12');
  await page.getByLabel('Motivo').selectOption({ label: 'Inclusione lavorativa' });
  await page.getByLabel('Perché si segnala la persona').fill('Chiede di rimettersi alla prova con un lavoro al mattino.');
  await page.locator('label', { hasText: /^Urgente$/ }).click();
  await page.getByLabel('Figli minori').fill('2');
  await page.getByLabel('Consenso dato il').fill('2026-01-10');
  await page.getByLabel('Come è stato dato').selectOption({ label: 'Modulo firmato' });
  await shot(page, 'referrals-new');
  await page.getByRole('button', { name: 'Registra la segnalazione' }).click();

  await expect(page.getByRole('heading', { level: 1, name: new RegExp(surname) })).toBeVisible();
  expect(page.url()).not.toContain(surname);
  await expect(page).toHaveTitle(/^Segnalazione/);
  await expect(page.getByText('Chiede di rimettersi alla prova')).toBeVisible();

  await page.goto('/beneficiaries/readings');
  await expect(page.getByRole('heading', { level: 1, name: /Letture del caso/ })).toBeVisible();
  await shot(page, 'readings-list');
  await page.getByRole('link', { name: 'Convoca una lettura' }).click();
  await page.getByRole('group', { name: 'Colleghi' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Aggiungi una persona' }).click();
  await page.getByLabel('Nome e cognome').fill('Dott.ssa Esterna');
  await page.getByLabel('Luogo', { exact: true }).fill('Sala grande');
  await shot(page, 'readings-new');
  await page.getByRole('button', { name: 'Convoca una lettura' }).click();
  await expect(page.getByText('Ancora nulla all’ordine del giorno')).toBeVisible();

  await page.getByRole('button', { name: 'Aggiungi segnalazioni' }).click();
  await page.getByRole('dialog').getByLabel(new RegExp(surname)).check();
  await expectNoAxeViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Aggiungi all’ordine del giorno' }).click();
  await expect(page.getByRole('link', { name: new RegExp(surname) })).toBeVisible();

  await page.getByRole('button', { name: 'Registra la prossima decisione' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('label', { hasText: /^Presa in carico$/ }).click();
  await dialog.getByLabel('Operatore di riferimento').selectOption({ index: 1 });
  await dialog.getByLabel('Motivazione').fill('Motivata e disponibile da subito.');
  await shot(page, 'readings-decision');
  await dialog.getByRole('button', { name: 'Registra la decisione' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Motivata e disponibile da subito.')).toBeVisible();
  await shot(page, 'readings-record');

  await page.getByRole('button', { name: 'Chiudi il verbale' }).click();
  await page.getByRole('dialog').getByLabel('Verbale').fill('Un caso letto.');
  await expectNoAxeViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi per sempre' }).click();
  await expect(page.getByText('Un caso letto.')).toBeVisible();
});

test('a referral half written is offered again after signing in anew, and once received it is gone', async ({ page }) => {
  const surname = `Prova${letters()}`;
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/referrals/new');
  await page.getByLabel('Operatore che segnala').fill('Carla Prova');
  await page.getByLabel('Cognome').fill(surname);
  const kept = page.waitForResponse((answer) => answer.url().includes('/form-drafts/referral/') && answer.request().method() === 'PUT' && answer.ok());
  await page.getByLabel('Perché si segnala la persona').fill('Una telefonata interrotta.');
  await kept;

  // As when the session ends while somebody is on the phone; the browser's own question whether to leave is answered with yes.
  page.once('dialog', (question) => question.accept());
  await page.context().clearCookies();
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/referrals/new');
  await expect(page.getByText('C’è qualcosa che era rimasto a metà.')).toBeVisible();
  await expect(page.getByLabel('Cognome')).toHaveValue('');
  await shot(page, 'referrals-draft');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Riprendi', exact: true }).click();
  await expect(page.getByLabel('Cognome')).toHaveValue(surname);
  await expect(page.getByLabel('Perché si segnala la persona')).toHaveValue('Una telefonata interrotta.');

  await chooseFirst(page, 'Ente inviante');
  await page.getByRole('textbox', { name: /^Nome \(|^Nome$|^Nome \*/ }).fill('Gioia');
  await page.locator('label', { hasText: 'Femmina' }).click();
  await page.getByLabel('Data di nascita').fill('1988-04-12');
  await page.getByLabel('Motivo').selectOption({ label: 'Inclusione lavorativa' });
  await page.getByLabel('Consenso dato il').fill('2026-01-10');
  await page.getByLabel('Come è stato dato').selectOption({ label: 'Modulo firmato' });
  await page.getByRole('button', { name: 'Registra la segnalazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(surname) })).toBeVisible();

  await page.goto('/beneficiaries/referrals/new');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel('Cognome')).toHaveValue('');
  await expect(page.getByText('C’è qualcosa che era rimasto a metà.')).toBeHidden();
});

test('the waiting list says why each stands where they stand, and who is not first needs a reason', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/beneficiaries/waiting-list');
  await expect(page.getByRole('heading', { level: 2, name: 'Criteri in vigore' })).toBeVisible();
  await shot(page, 'waiting-list');
  await page.getByRole('link', { name: /^2\./ }).click();
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('È al posto 2 della lista')).toBeVisible();
  await dialog.getByLabel('Operatore di riferimento').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Prendi in carico' }).click();
  await expect(dialog.getByRole('alert')).toContainText('non è la prima della lista');
  await shot(page, 'waiting-list-take');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await shot(page, 'referral-record');

  await page.goto('/beneficiaries/waiting-list/criteria');
  await page.getByLabel('Meno di 30 anni').fill('3');
  await page.getByLabel('Chi l’ha deciso e perché').fill('Tavolo di coordinamento, prova.');
  await shot(page, 'waiting-list-criteria');
  await page.getByRole('button', { name: 'Dichiara', exact: true }).click();
  await expect(page.getByText('Tavolo di coordinamento, prova.')).toBeVisible();
});

test('an educator sees the referrals on the agenda of their meeting, and only their own meetings', async ({ page }) => {
  await signIn(page, 'educator');
  await page.goto('/beneficiaries/readings');
  await page.getByRole('link', { name: new RegExp(String(new Date().getFullYear())) }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Ordine del giorno' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chiudi il verbale' })).toHaveCount(0);
  await page.goto('/beneficiaries/waiting-list');
  await expect(page.getByRole('heading', { level: 2, name: 'Criteri in vigore' })).toHaveCount(0);
});

test('once a referral is answered its page says that the body was told, and how', async ({ page }) => {
  await signIn(page, 'coordinator');
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const me = await call(page, 'GET', 'auth/me');
  const referral = await call(page, 'POST', 'referrals', {
    referringBodyId: items[0]!.id,
    referrer: { name: 'Carla Prova', role: 'assistente sociale', phone: '0735 123456', email: 'carla.prova@example.test' },
    person: { surname: `Risposta${letters()}`, name: 'Gioia', sex: 'female', gender: 'woman', birthDate: '1988-04-12', mobility: 'none', wishedSectors: [] },
    reason: 'workInclusion', reasonText: 'Chiede di rimettersi alla prova.', urgency: 'ordinary', consentOn: day(-3), consentKind: 'signed', noIncome: false, receivedOn: day(), senderReference: 'prot. 12/2026',
  });
  await page.goto(`/beneficiaries/referrals/${referral.id}`);
  await expect(page.getByText(/a carla\.prova@example\.test parte un’e-mail/)).toBeVisible();
  await shot(page, 'referral-to-answer');

  const reading = await call(page, 'POST', 'case-readings', { heldOn: day(), startsAt: '09:30', place: 'Sala riunioni', members: [{ userId: me.id, name: null }] });
  await call(page, 'POST', `case-readings/${reading.id}/agenda`, { referralIds: [referral.id] });
  await call(page, 'POST', `case-readings/${reading.id}/agenda/${referral.id}/decision`, { decision: 'declined', reason: 'Vive fuori dai comuni del distretto.', declineReason: 'outsideArea' });
  await page.goto(`/beneficiaries/referrals/${referral.id}`);
  await expect(page.getByText(/carla\.prova@example\.test/).first()).toBeVisible();
  await expect(page.getByText(/che c’è una risposta/)).toBeVisible();
  await expectNoAxeViolations(page);
  await shot(page, 'referral-answered');
});

test('a decision recorded by mistake is taken back with its reason while the minutes are open, and the story keeps both', async ({ page }) => {
  await signIn(page, 'coordinator');
  const surname = `Ripensata${letters()}`;
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const me = await call(page, 'GET', 'auth/me');
  const referral = await call(page, 'POST', 'referrals', {
    referringBodyId: items[0]!.id, referrer: { name: 'Carla Prova', phone: '0735 123456', email: 'carla.prova@example.test' },
    person: { surname, name: 'Gioia', sex: 'female', gender: 'woman', birthDate: '1988-04-12', mobility: 'none', wishedSectors: [] },
    reason: 'workInclusion', reasonText: 'Chiede di rimettersi alla prova.', urgency: 'ordinary', consentOn: day(-3), consentKind: 'signed', noIncome: false, receivedOn: day(-1),
  });
  const reading = await call(page, 'POST', 'case-readings', { heldOn: day(), startsAt: '09:30', place: 'Sala riunioni', members: [{ userId: me.id, name: null }] });
  await call(page, 'POST', `case-readings/${reading.id}/agenda`, { referralIds: [referral.id] });
  await call(page, 'POST', `case-readings/${reading.id}/agenda/${referral.id}/decision`, { decision: 'declined', reason: 'Vive fuori dai comuni del distretto.', declineReason: 'outsideArea' });

  await page.goto(`/beneficiaries/readings/${reading.id}`);
  const agenda = page.getByRole('region', { name: 'Ordine del giorno' });
  await expect(agenda.getByText('Vive fuori dai comuni del distretto.')).toBeVisible();
  await agenda.getByRole('button', { name: new RegExp(`^Togli la decisione su .*${surname}`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Togli la decisione' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel(/^Perché si toglie/).fill('Registrata sulla persona sbagliata.');
  await expectNoAxeViolations(page);
  await shot(page, 'readings-take-back');
  await dialog.getByRole('button', { name: 'Togli la decisione' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Decisione tolta: la segnalazione è di nuovo da decidere.')).toBeVisible();
  await expect(agenda.getByText('Vive fuori dai comuni del distretto.')).toHaveCount(0);
  await expect(agenda.getByRole('button', { name: new RegExp(`^Decidi su .*${surname}`) })).toBeVisible();

  await agenda.getByRole('link', { name: new RegExp(surname) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(surname) })).toBeVisible();
  await expect(page.getByText('Registrata sulla persona sbagliata.')).toBeVisible();
  await expect(page.getByText('Vive fuori dai comuni del distretto.')).toBeVisible();
  await expectNoAxeViolations(page);
  await shot(page, 'referral-decision-taken-back');
});

test('a case opened by mistake is taken back with its decision while nothing was recorded in it, and its manager reads why', async ({ page }) => {
  await signIn(page, 'educator');
  const educator = await call(page, 'GET', 'auth/me');
  await as(page, 'coordinator');
  const surname = `Scambiata${letters()}`;
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', 'partner-bodies?limit=1');
  const me = await call(page, 'GET', 'auth/me');
  const refer = (name: string) =>
    call(page, 'POST', 'referrals', {
      referringBodyId: items[0]!.id, referrer: { name: 'Carla Prova', phone: '0735 123456' },
      person: { surname, name, sex: 'female', gender: 'woman', birthDate: '1988-04-12', mobility: 'none', wishedSectors: [] },
      reason: 'workInclusion', reasonText: 'Chiede di rimettersi alla prova.', urgency: 'ordinary', consentOn: day(-3), consentKind: 'signed', noIncome: false, receivedOn: day(-1),
    });
  const [mistaken, followed] = [await refer('Gioia'), await refer('Serena')];
  const reading = await call(page, 'POST', 'case-readings', { heldOn: day(), startsAt: '09:30', place: 'Sala riunioni', members: [{ userId: me.id, name: null }] });
  await call(page, 'POST', `case-readings/${reading.id}/agenda`, { referralIds: [mistaken.id, followed.id] });
  const takeOn = (id: string) => call<{ caseId: string }>(page, 'POST', `case-readings/${reading.id}/agenda/${id}/decision`, { decision: 'takenOn', reason: 'Motivata e disponibile.', takingOn: { caseManagerId: educator.id } });
  await takeOn(mistaken.id);
  const other = await takeOn(followed.id);
  await as(page, 'educator');
  await call(page, 'POST', `cases/${other.caseId}/diary-entries`, { kind: 'note', on: day(), text: 'Sentita al telefono.' });

  await as(page, 'coordinator');
  await page.goto(`/beneficiaries/readings/${reading.id}`);
  const agenda = page.getByRole('region', { name: 'Ordine del giorno' });
  const dialog = page.getByRole('dialog');
  await agenda.getByRole('button', { name: `Togli la decisione su ${surname} Serena` }).click();
  await dialog.getByLabel(/^Perché si toglie/).fill('Decisa sulla persona sbagliata.');
  await dialog.getByRole('button', { name: 'Togli la decisione' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('la si passa dalla scheda della persona a un collega');
  await shot(page, 'readings-take-back-refused');
  await dialog.getByRole('button', { name: 'Annulla', exact: true }).click();
  await expect(dialog).toBeHidden();

  await agenda.getByRole('button', { name: `Togli la decisione su ${surname} Gioia` }).click();
  await expect(dialog.getByText('finisce come aperta per errore')).toBeVisible();
  await shot(page, 'readings-take-back-case');
  await dialog.getByLabel(/^Perché si toglie/).fill('Decisa sulla persona sbagliata.');
  await dialog.getByRole('button', { name: 'Togli la decisione' }).click();
  await expect(dialog).toBeHidden();
  await expect(agenda.getByRole('button', { name: `Decidi su ${surname} Gioia` })).toBeVisible();

  await as(page, 'educator');
  await page.getByRole('button', { name: /^Notifiche/ }).click();
  await page.getByRole('region', { name: 'Notifiche' }).getByRole('button', { name: /era stata aperta per errore/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: `Gioia ${surname}` })).toBeVisible();
  await expect(page.getByText(/^Aperta per errore: .* Decisa sulla persona sbagliata\.$/)).toBeVisible();
  await expectNoAxeViolations(page);
  await shot(page, 'case-opened-by-mistake');
});

import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

const day = (offset: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + offset * 86_400_000));

/** Calls the API with the session of the page. */
async function call<T = { id: string }>(page: Page, method: string, path: string, body?: object): Promise<T> {
  const answer = await page.evaluate(
    async ([how, to, data]) => {
      const token = decodeURIComponent(document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length));
      const reply = await fetch(`/api/v1/${to}`, { method: how, headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: data ? JSON.stringify(data) : undefined });
      return { ok: reply.ok, text: await reply.text() };
    },
    [method, path, body] as const,
  );
  expect(answer.ok, `${method} ${path}: ${answer.text}`).toBe(true);
  return (answer.text ? JSON.parse(answer.text) : {}) as T;
}

async function as(page: Page, role: Parameters<typeof signIn>[1]) {
  await page.context().clearCookies();
  await signIn(page, role);
}

test('a selection is declared, candidates are proposed, the ranking is explained and closed, and who renounces leaves the place to the next', async ({ page }) => {
  test.setTimeout(300_000);
  const mark = `${Date.now()}`.slice(-7);
  const dialog = page.getByRole('dialog');

  await as(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito capofila ${mark}`, kind: 'socialAmbit' });
  const programme = await call(page, 'POST', 'programmes', { name: `Dote al lavoro ${mark}`, kind: 'fsePlus', leadBodyId: body.id, startsOn: day(-30), endsOn: day(400), lines: [{ kind: 'allowances', title: 'Doti', cents: 500000 }] });
  await as(page, 'educator');
  const born = { sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT', name: 'Gioiosa' };
  await call(page, 'POST', 'beneficiaries', { ...born, surname: `Sola ${mark}`, minorChildren: 2, singleParent: true });
  const other = await call(page, 'POST', 'beneficiaries', { ...born, surname: `Altra ${mark}`, minorChildren: 1, singleParent: false });

  await as(page, 'coordinator');
  await page.goto(`/programmes/${programme.id}`);
  const selections = page.getByRole('region', { name: 'Selezione dei partecipanti' });
  await selections.getByRole('button', { name: 'Nuova selezione' }).click();
  await dialog.getByLabel('Nome della selezione').fill('Primo gruppo');
  await dialog.getByLabel('Posti').fill('1');
  await shot(page, 'selection-open');
  await dialog.getByRole('button', { name: 'Apri la selezione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Criteri e posti' })).toBeVisible();
  await page.getByLabel('Chi li ha decisi e perché').fill('Verbale del tavolo di coordinamento');
  const criterion = (number: number) => page.getByRole('group', { name: `Criterio ${number}` });
  await criterion(1).getByRole('combobox', { name: /^Criterio/ }).selectOption({ label: 'Responsabilità genitoriale di minori' });
  await criterion(1).getByLabel('Punti').fill('10');
  await page.getByRole('button', { name: 'Aggiungi un criterio' }).click();
  await criterion(2).getByRole('combobox', { name: /^Criterio/ }).selectOption({ label: 'Genitore solo' });
  await criterion(2).getByLabel('Punti').fill('5');
  await page.getByRole('button', { name: 'Aggiungi un criterio' }).click();
  await criterion(3).getByRole('combobox', { name: /^Criterio/ }).selectOption({ label: 'Valutazione della commissione' });
  await criterion(3).getByLabel('Che cosa si valuta').fill('Motivazione');
  await criterion(3).getByLabel('Punti').fill('6');
  await shot(page, 'selection-criteria');
  await page.getByRole('button', { name: 'Dichiara i criteri' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Primo gruppo' })).toBeVisible();
  await expect(page.getByText('Nessun candidato')).toBeVisible();
  await shot(page, 'selection-empty');
  const address = page.url();

  await as(page, 'educator');
  await page.goto(address);
  await page.getByRole('button', { name: 'Proponi un candidato' }).first().click();
  await dialog.getByRole('combobox', { name: /Persona/ }).fill(`Sola ${mark}`);
  await dialog.getByRole('option', { name: new RegExp(`Sola ${mark}`) }).click();
  await dialog.getByLabel('Ente che propone').selectOption({ label: `Ambito capofila ${mark}` });
  await dialog.getByLabel('Consenso del').fill(day(-1));
  await dialog.getByLabel('Come è stato dato').selectOption({ label: 'Firmato' });
  await shot(page, 'selection-propose');
  await dialog.getByRole('button', { name: 'Proponi un candidato' }).click();
  await expect(page.getByRole('button', { name: new RegExp(`Sola ${mark}`) })).toBeVisible();
  await call(page, 'POST', `programmes/${programme.id}/candidates`, { beneficiaryId: other.id, bodyId: body.id, proposedOn: day(0), consentOn: day(-2), consentKind: 'spoken' });
  await page.reload();
  for (const surname of ['Sola', 'Altra']) {
    await page.getByRole('button', { name: new RegExp(`${surname} ${mark}`) }).click();
    await expect(dialog.getByText('Storia')).toBeVisible();
    await dialog.getByRole('button', { name: 'Dai i punti a mano' }).click();
    await dialog.getByLabel('Punti').fill('4');
    await dialog.getByLabel('Perché').fill('Colloquio con la commissione');
    await dialog.getByRole('button', { name: 'Salva' }).click();
    await expect(dialog.getByText(/Colloquio con la commissione/).first()).toBeVisible();
    if (surname === 'Sola') await shot(page, 'selection-candidate');
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
  }

  await as(page, 'coordinator');
  await page.goto(address);
  await expect(page.getByText(/altri criteri, riservati all’équipe: 4/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Chiudi la graduatoria' }).click();
  await dialog.getByRole('group', { name: 'Presente 1' }).getByLabel('Nome').fill('Dott.ssa Commissaria');
  await dialog.getByRole('textbox', { name: /Verbale/ }).fill('Sentiti i candidati 1 e 2, la commissione approva.');
  await shot(page, 'selection-freeze');
  await dialog.getByRole('button', { name: 'Chiudi la graduatoria' }).click();
  await expect(page.getByText('Graduatoria chiusa').first()).toBeVisible();
  await page.getByRole('button', { name: 'Apri il verbale' }).click();
  await expect(page.getByText('la commissione approva')).toBeVisible();
  await shot(page, 'selection-frozen');

  await as(page, 'educator');
  await page.goto(address);
  await page.getByRole('button', { name: new RegExp(`Sola ${mark}`) }).click();
  await dialog.getByRole('button', { name: 'Rinuncia' }).click();
  await dialog.getByLabel('Perché').fill('Ha trovato un lavoro');
  await dialog.getByRole('button', { name: 'Rinuncia' }).click();
  await expect(dialog.getByText('Ha trovato un lavoro')).toBeVisible();
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  const next = page.getByRole('row').filter({ hasText: `Altra ${mark}` });
  await expect(next.getByText('Ammesso')).toBeVisible();

  await page.getByRole('button', { name: new RegExp(`Altra ${mark}`) }).click();
  await dialog.getByRole('button', { name: 'Assegna una dote o un contributo' }).click();
  await expect(dialog.getByLabel('Per che cosa')).toBeVisible();
  await dialog.getByLabel('Dal').fill(day(10));
  await dialog.getByLabel('Al', { exact: true }).or(dialog.getByLabel(/^Al\b/)).first().fill(day(190));
  await dialog.getByLabel('Importo in tutto').fill('6000');
  await dialog.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(dialog.getByText(/La voce di spesa non basta/).first()).toBeVisible();
  await dialog.getByLabel('Importo in tutto').fill('4800');
  await shot(page, 'grant-assign');
  await dialog.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(dialog.getByText('Storia')).toBeVisible();
  await dialog.getByRole('button', { name: 'Iscrivi al programma' }).click();
  await expect(dialog.getByText(/Dalla scheda: .*paese terzo: no/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Iscrivi al programma' }).click();
  await expect(dialog.getByText('La scheda della persona non lo dice', { exact: false }).or(dialog.getByText('Dire se la persona', { exact: false })).first()).toBeVisible();
  await dialog.getByRole('radio', { name: /^Cerca lavoro/ }).check();
  await dialog.getByLabel('Senza lavoro dal').fill(day(-500));
  await dialog.getByLabel('Titolo di studio più alto').selectOption('3');
  for (const question of ['Ha una disabilità?', 'È di origine straniera?', 'Fa parte di una minoranza', 'È senza casa', 'Vive in una zona rurale?']) {
    await dialog.getByRole('group', { name: new RegExp(question.replace('?', '\\?')) }).getByText('Non risponde', { exact: true }).click();
  }
  await shot(page, 'programme-entry');
  await dialog.getByRole('button', { name: 'Iscrivi al programma' }).click();
  await expect(dialog.getByText('Storia')).toBeVisible();
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await page.goto(`/beneficiaries/${other.id}`);
  await expect(page.getByRole('region', { name: 'Programmi e doti' }).getByText('Partecipa')).toBeVisible();
  await page.goto(`/programmes/${programme.id}`);
  const grants = page.getByRole('region', { name: 'Doti e contributi assegnati' });
  await expect(grants.getByText(/restano 200,00/)).toBeVisible();
  await shot(page, 'grants');
  await grants.getByRole('button', { name: /Chiudi l’assegnazione/ }).click();
  await dialog.getByLabel('Già speso').fill('800');
  await dialog.getByLabel('Perché').fill('Ha lasciato il percorso');
  await dialog.getByRole('button', { name: 'Chiudi l’assegnazione' }).click();
  await expect(grants.getByText(/restano 4\.200,00/)).toBeVisible();

  const participants = page.getByRole('region', { name: 'Partecipanti' });
  await participants.getByRole('button', { name: /Esce dal programma/ }).click();
  await dialog.getByLabel('Uscita dal programma').fill(day(0));
  await shot(page, 'programme-leaving');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(participants.getByText('Uscita da completare')).toBeVisible();
  await participants.getByRole('button', { name: /Esce dal programma/ }).click();
  await dialog.getByLabel('Che cosa fa all’uscita').selectOption({ label: 'Lavora' });
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(participants.getByText('Uscito')).toBeVisible();

  await as(page, 'coordinator');
  await page.goto(`/programmes/${programme.id}`);
  const indicators = page.getByRole('region', { name: 'Indicatori FSE+' });
  await indicators.getByRole('button', { name: 'Conta i partecipanti' }).click();
  await expect(indicators.getByRole('row', { name: /EECR04/ })).toContainText('1');
  await expect(indicators.getByRole('row', { name: /EECO03/ })).toContainText('1');
  await shot(page, 'programme-indicators');
  const file = page.waitForEvent('download');
  await indicators.getByRole('button', { name: 'Esporta i partecipanti senza nomi' }).click();
  expect((await file).suggestedFilename()).toBe('partecipanti.xlsx');
});

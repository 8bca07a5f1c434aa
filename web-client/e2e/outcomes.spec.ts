import { expect, test, type Page } from '@playwright/test';
import { day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

const section = (page: Page) => page.getByRole('region', { name: 'Esito e contatti successivi' });

/** A person of one's own, so that the spec can run again and no other one is disturbed. */
async function takeOn(page: Page) {
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 6);
  const headers = async () => {
    const cookie = (await page.context().cookies()).find((one) => one.name === 'XSRF-TOKEN');
    return { 'X-XSRF-TOKEN': decodeURIComponent(cookie?.value ?? '') };
  };
  const send = async (path: string, data: object) => {
    const reply = await page.request.post(`/api/v1/${path}`, { data, headers: await headers() });
    expect(reply.status(), await reply.text()).toBe(201);
    return ((await reply.json()) as { id: string }).id;
  };
  const beneficiaryId = await send('beneficiaries', { surname: `Prova${mark}`, name: 'Esito', sex: 'female', gender: 'woman', birthDate: '1990-05-05', birthplace: 'H769', citizenship: 'IT', mobility: 'none', wishedSectors: ['catering'] });
  const bodies = (await (await page.request.get('/api/v1/partner-bodies?limit=1')).json()) as { items: { id: string }[] };
  await send('cases', { beneficiaryId, referringBodyId: bodies.items[0]!.id, openedOn: day(-60), reason: 'workInclusion' });
  return beneficiaryId;
}

async function act(page: Page, name: string) {
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).first().click();
  await page.getByRole('menuitem', { name }).click();
}

test('an educator closes a case with its outcome, hears the person again, and reopens', async ({ page }) => {
  await signIn(page, 'educator');
  const id = await takeOn(page);
  await page.goto(`/beneficiaries/${id}`);
  await act(page, 'Chiudi la presa in carico');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Data di chiusura').fill(day(-30));
  await dialog.getByLabel('Esito').selectOption({ label: 'Occupazione' });
  await dialog.getByLabel('Contratto').selectOption({ label: 'Tempo determinato' });
  await dialog.getByLabel('Datore di lavoro').fill('Osteria di Prova');
  await dialog.getByRole('button', { name: 'Chiudi la presa in carico' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Settore').selectOption({ index: 1 });
  await dialog.getByLabel('Inizio').fill(day(-32));
  await dialog.getByLabel(/^Fine/).fill(day(150));
  await shot(page, 'outcome-closing');
  await dialog.getByRole('button', { name: 'Chiudi la presa in carico' }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('Osteria di Prova')).toBeVisible();
  await shot(page, 'outcome-record');

  await page.goto('/');
  // Counted: what other walks leave late may come before it among the tasks that are shown.
  await expect(page.getByRole('link', { name: /person[ae] da risentire/ })).toBeVisible();
  await page.goto('/beneficiaries/follow-ups');
  await expect(page.getByRole('table')).toBeVisible();
  await shot(page, 'follow-ups');

  await page.goto(`/beneficiaries/${id}#outcome`);
  await section(page).getByRole('button', { name: 'Com’è andata? A 28 giorni dalla chiusura' }).click();
  await dialog.getByText('La persona ha risposto').click();
  await dialog.getByRole('combobox', { name: 'Che cosa fa ora' }).selectOption({ label: 'Lavora' });
  await dialog.getByText('La sua situazione lavorativa è migliorata').click();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Registra il contatto' }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('Sentita', { exact: true })).toBeVisible();

  await act(page, 'Riapri la presa in carico');
  await dialog.getByLabel('Motivo').selectOption({ label: 'Il lavoro è finito' });
  await dialog.getByRole('button', { name: 'Riapri la presa in carico' }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByRole('heading', { name: /poi riaperta/ })).toBeVisible();

  await act(page, 'Passa a un altro operatore');
  await dialog.getByLabel('Nuovo operatore di riferimento').selectOption({ index: 1 });
  await dialog.getByLabel('Motivo').selectOption({ label: 'Territorio' });
  await dialog.getByLabel('Consegne').fill('Sentire il datore di lavoro.');
  await dialog.getByText(/lascia l’équipe/).click();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Passa a un altro operatore' }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page).getByText('Sentire il datore di lavoro.')).toBeVisible();
  await shot(page, 'outcome-transferred');
});
